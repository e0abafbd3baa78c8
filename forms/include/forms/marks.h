#pragma once

#include <base/result.h>

#include <forms/annotation.h>
#include <forms/case.h>
#include <forms/course.h>

#include <optional>
#include <span>
#include <vector>

namespace forms {

/// Whether a mark asks the window for something: a reviewer's own, not a pass, not settled.
[[nodiscard]] bool asksForAnswer(const Annotation& mark);

/// The marks of earlier revisions that this one does not answer (`answers_to`, or `settled` as earlier versions wrote
/// it). A correction is answered mark by mark before it is sealed again; nothing is asked of a first revision, nor of one
/// that comes after acceptance.
[[nodiscard]] std::vector<base::AnnotationId> unansweredMarks(std::span<const Annotation> marks,
                                                              const Case& draft);

/// The same at the back office, by the course of the case: only what had been marked when the revision was asked for. A
/// mark that was set since never reached a window without a line.
[[nodiscard]] std::vector<base::AnnotationId> unansweredMarks(std::span<const Annotation> marks,
                                                              std::span<const CourseEntry> course,
                                                              const Case& draft);

/// How what a mark points at was changed since `before`, the revision handed in last: pages of the place are others
/// (Replaced), its field or its facts say something else (Filled). Nothing where it is as it was, or where that is not
/// known: `before` may be null, and then only a page that is gone tells.
[[nodiscard]] std::optional<AnswerHow> changeAt(const Annotation& mark,
                                                const Case* before,
                                                const Case& draft);

/// Whether an answer may be given to a mark of an earlier revision. NotAllowed for a mark that asks for nothing any more,
/// and for “replaced” or “filled” where nothing was changed; BadArgument for “stays” without its reason.
[[nodiscard]] base::Status checkAnswer(const Annotation& mark,
                                       const MarkAnswer& answer,
                                       const Case* before,
                                       const Case& draft);

/// Keeps Case::answersTo in step with the work: what was changed at a mark answers it, and a mark at which everything is as
/// it was again is open again. A reason why something stays is kept while it stays.
void followMarks(std::span<const Annotation> marks, const Case* before, Case& draft);

}  // namespace forms
