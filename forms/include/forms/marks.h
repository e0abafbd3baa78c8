#pragma once

#include <forms/annotation.h>
#include <forms/case.h>
#include <forms/course.h>

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

}  // namespace forms
