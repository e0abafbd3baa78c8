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

class AnnotationStore
{
  public:
    explicit AnnotationStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(const StoredAnnotation& stored);
    [[nodiscard]] std::optional<StoredAnnotation> find(base::AnnotationId id);
    [[nodiscard]] std::vector<forms::Annotation> ofCase(base::CaseId caseId);  ///< in the order they came

    /// The clerk did what a mark asked for. An id of another case changes nothing.
    void settle(base::CaseId caseId, base::AnnotationId id);

  private:
    Transaction& m_transaction;
};

}  // namespace server
