#pragma once

#include <base/result.h>

#include <forms/child_cases.h>
#include <forms/course.h>
#include <forms/guide.h>
#include <forms/office.h>
#include <forms/paper_kind.h>
#include <forms/person.h>

#include <span>
#include <vector>

namespace forms {

/// What decides about the next step of a case, read out of its course.
[[nodiscard]] CasePast pastOf(const Guide& guide,
                              std::span<const CourseEntry> course,
                              std::span<const ChildCase> children = {});

struct AllowedStep {
    Role role = Role::Clock;
    CaseState to = CaseState::Draft;
};

/// Whether the person may take the step now, in the first of her roles that leads to it. Beside the table and the
/// separation of duties: a case somebody else has claimed is hers alone, but for withdrawing and a supervisor's release;
/// a person of a department acts on its cases only; steps that come with a sealed revision are taken at the window.
/// `now` is given from the start; what the clock brings is written before this is asked (forms/clocks.h).
/// Errors NotAllowed, Separation, Conflict (somebody else works on it) say who and why not.
[[nodiscard]] base::Result<AllowedStep> mayTake(Action action,
                                                const Guide& guide,
                                                std::span<const CourseEntry> course,
                                                const Office& office,
                                                const Person& person,
                                                base::Timestamp now,
                                                std::span<const ChildCase> children = {});

/// Everything this person may ask for now: what both sides enable and the server enforces.
[[nodiscard]] std::vector<Action> allowed(const Guide& guide,
                                          std::span<const CourseEntry> course,
                                          const Office& office,
                                          const Person& person,
                                          base::Timestamp now,
                                          std::span<const ChildCase> children = {});

/// Whether whoever has claimed the case can do nothing more with it but give it back or withdraw it: the office then
/// writes Released behind her step, so that the next one may take it.
[[nodiscard]] bool isFinishedWith(const Guide& guide,
                                  std::span<const CourseEntry> course,
                                  const Office& office,
                                  const Person& person,
                                  base::Timestamp now,
                                  std::span<const ChildCase> children = {});

/// In which of her roles the person may keep such a paper with a case she sees: the window any, reviewers and approvers
/// what the office writes to the applicant, certifiers the result. Error NotAllowed.
[[nodiscard]] base::Result<Role> mayKeepPaper(PaperKind kind, const Person& person);

/// Whether the person may take a step with one part of a bundle now, and where it leads. Errors as mayTake(), and NotFound:
/// the case has no such part.
[[nodiscard]] base::Result<ChildState> mayTakeChild(ChildAction action,
                                                    std::string_view child,
                                                    const Guide& guide,
                                                    std::span<const CourseEntry> course,
                                                    const Person& person,
                                                    std::span<const ChildCase> children);

}  // namespace forms
