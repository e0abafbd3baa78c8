#pragma once

#include <api/get_case.h>
#include <base/ids.h>
#include <base/secret.h>
#include <server/case_record.h>
#include <server/database.h>

#include <string>
#include <vector>

namespace server {

/// Who applied in which case, by keyed hash of the identity number only.
class ApplicantStore
{
  public:
    /// `key` is the back office's secret for its pages; numbers are hashed with a key derived from it.
    ApplicantStore(Transaction& transaction, const base::Key& key);

    /// Takes the place of what was known of the case.
    void remember(base::CaseId id, const std::vector<std::string>& numbers);

    /// Other cases of the same division, matter and applicant that are under way, oldest first; not the one that this
    /// one resubmits.
    [[nodiscard]] std::vector<api::OtherCase> othersUnderWay(const CaseRecord& record);

  private:
    Transaction& m_transaction;
    base::Key m_key;
};

}  // namespace server
