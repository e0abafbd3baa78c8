#pragma once

#include <api/post_documents.h>
#include <base/digest.h>
#include <base/ids.h>
#include <server/database.h>

#include <optional>
#include <vector>

namespace server {

/// Papers and results of cases. Their bytes lie with the pages.
class DocumentStore
{
  public:
    explicit DocumentStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(base::CaseId caseId, const api::DocumentRecord& record);

    /// The same paper with whom it was handed to, or with its signed pages.
    void complete(const api::DocumentRecord& record);

    struct Found {
        base::CaseId caseId;
        api::DocumentRecord record;
    };

    [[nodiscard]] std::optional<Found> find(base::DocumentId id);
    [[nodiscard]] std::vector<api::DocumentRecord> ofCase(base::CaseId caseId);  ///< in the order they came

    /// Which cases have a paper, or a signed page of one, with these bytes.
    [[nodiscard]] std::vector<base::CaseId> casesWith(const base::Digest& sha256);

  private:
    void addPages(const api::DocumentRecord& record);

    Transaction& m_transaction;
};

}  // namespace server
