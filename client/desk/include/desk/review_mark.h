#pragma once

#include <api/get_case.h>

#include <optional>
#include <vector>

namespace desk {

/// How a reviewer's mark stands, looked at with the newest revision on the table.
enum class MarkState {
    Open,          ///< of the newest revision: what it asks for is still to be done
    Asked,         ///< of an earlier revision: whether the newest one corrects it, nobody said yet
    NotCorrected,  ///< a reviewer looked at the newest revision: it still lacks what the mark asks for
    Corrected
};

/// `mark` is one of `detail.annotations` that assesses. A verdict given on an earlier revision does not count for the
/// newest one.
[[nodiscard]] MarkState markState(const api::CaseDetail& detail, const forms::Annotation& mark);

/// The marks of earlier revisions that are to be answered now or were answered on the newest one, oldest first. They
/// point into `detail`.
[[nodiscard]] std::vector<const forms::Annotation*> marksToAnswer(const api::CaseDetail& detail);

/// Replies to the mark that say something, oldest first. They point into `detail`.
[[nodiscard]] std::vector<const forms::Annotation*> repliesTo(const api::CaseDetail& detail,
                                                              base::AnnotationId mark);

}  // namespace desk
