#pragma once

#include <base/ids.h>
#include <forms/child_cases.h>
#include <server/database.h>
#include <server/fields.h>

#include <vector>

namespace server {

/// The children of bundle cases (一件事).
class ChildStore
{
  public:
    explicit ChildStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    /// In the order they were kept in; none for a case that is no bundle or was not accepted yet.
    [[nodiscard]] std::vector<forms::ChildCase> ofCase(base::CaseId caseId);

    /// These and no others are the children of the case.
    void keep(base::CaseId caseId, const std::vector<forms::ChildCase>& children);

    /// Cases that were under way when children began to be kept, and have not got theirs yet.
    [[nodiscard]] RowsRead<base::CaseId> unplanned();
    void forgetUnplanned(base::CaseId caseId);

  private:
    Transaction& m_transaction;
};

}  // namespace server
