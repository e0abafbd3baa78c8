#pragma once

#include <base/digest.h>
#include <forms/annotation.h>
#include <server/database.h>

#include <optional>
#include <vector>

namespace server {

struct StoredAnnotation {
    forms::Annotation annotation;
    base::Digest requestDigest;
};

enum class Settled { Yes, No };

class AnnotationStore
{
  public:
    explicit AnnotationStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(const StoredAnnotation& stored);
    [[nodiscard]] std::optional<StoredAnnotation> find(base::AnnotationId id);
    [[nodiscard]] std::vector<forms::Annotation> ofCase(base::CaseId caseId);  ///< in the order they came

    /// Whether what a mark asked for was done. An id of another case changes nothing.
    void settle(base::CaseId caseId, base::AnnotationId id, Settled settled);

  private:
    Transaction& m_transaction;
};

}  // namespace server
