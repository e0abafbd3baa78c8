#pragma once

#include <base/result.h>

#include <forms/calendar.h>
#include <forms/child_flow.h>
#include <forms/course.h>
#include <forms/flag.h>
#include <forms/guide.h>
#include <forms/office.h>
#include <forms/person.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace forms {

/// What somebody asks for with a step. Members a step does not use are empty.
struct StepRequest {
    Action action = Action::Claim;
    std::string reason;               ///< for the applicant where the law wants one; else a note
    std::vector<std::string> cites;   ///< forms/citation.h; SettleFlag: the cause
    std::optional<base::Date> until;  ///< Suspend: when it is expected to end; Resume: when it ended
    std::optional<Period> period;     ///< Extend: by how much; Suspend: how long it takes
    std::string procedure;            ///< Suspend: the guide's code
    std::string taker;                ///< Deliver: who took it
    std::string how;                  ///< Deliver: "person", "agent", "mail"
    std::string proof;                ///< Deliver: what shows it (a signature, a postal number)
};

/// What of a request must be right before the step is taken, beside who may take it: reasons and grounds (checkGround,
/// forms/law.h), a special procedure of the guide with the time it takes (行政许可法 art. 45: told in writing), an
/// extension once, with its reason, within the guide's length and before the legal limit has passed, or the promised one
/// where there is no other (art. 42). Errors
/// BadInput, NotAllowed. A window asks the same before it sends.
[[nodiscard]] base::Status checkStep(const StepRequest& request,
                                     const Guide& guide,
                                     std::span<const CourseEntry> course,
                                     const Calendar& calendar,
                                     const Office& office,
                                     base::Timestamp now);

/// The same for a step with one part of a bundle: a refusal is told to the applicant, with its reason.
[[nodiscard]] base::Status checkChildStep(ChildAction action, const std::string& reason);

/// Who takes the step, as what, when, and on which revision.
struct StepTaken {
    std::string user;
    Role role = Role::Clock;
    std::string site;
    base::Timestamp at;
    int revision = 1;
};

/// What the step writes into the course: one entry; four for Settle; the flags it raises behind them.
[[nodiscard]] std::vector<CourseEntry> entriesOf(const StepRequest& request,
                                                 const StepTaken& taken,
                                                 const Guide& guide,
                                                 std::span<const CourseEntry> course,
                                                 const Calendar& calendar);

/// The act a step writes; nothing for those that write several, or that come with a revision.
[[nodiscard]] std::optional<Act> actOf(Action action);

/// The entry of a flag.
[[nodiscard]] CourseEntry flagEntry(FlagCause cause, const StepTaken& taken);

}  // namespace forms
