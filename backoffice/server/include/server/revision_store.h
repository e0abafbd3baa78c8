#pragma once

#include <base/clock.h>
#include <base/digest.h>
#include <base/ids.h>
#include <forms/page.h>
#include <server/database.h>

#include <optional>
#include <string>
#include <vector>

namespace server {

/// One revision of a case as it was handed in, with the receipt that was given for it.
struct StoredRevision {
    base::CaseId caseId;
    int revision = 1;
    base::Digest manifest;
    std::string jws;
    std::string receipt;
    std::string author;   ///< whose key signed it
    std::string carrier;  ///< whose session brought it
    std::string workstation;
    base::Timestamp arrived;
};

/// Revisions are added and never changed.
class RevisionStore
{
  public:
    explicit RevisionStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(const StoredRevision& revision, const std::vector<forms::Page>& pages);
    [[nodiscard]] std::optional<StoredRevision> find(base::CaseId caseId, int revision);
    [[nodiscard]] std::vector<StoredRevision> ofCase(base::CaseId caseId);  ///< oldest first

    /// Which cases have a page of this digest in some revision.
    [[nodiscard]] std::vector<base::CaseId> casesWithPage(const base::Digest& sha256);

    /// Whether the page is in any revision of the case.
    [[nodiscard]] bool hasPage(base::CaseId caseId, base::PageId page);

    /// Whether the page is in that revision, with that digest.
    [[nodiscard]] bool hasPage(base::CaseId caseId,
                               int revision,
                               base::PageId page,
                               const base::Digest& sha256);

  private:
    Transaction& m_transaction;
};

}  // namespace server
