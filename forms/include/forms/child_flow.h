#pragma once

#include <base/result.h>

#include <forms/case_flow.h>

#include <optional>
#include <span>
#include <string_view>

namespace forms {

/// Where a child of a bundle (一件事; GUIDE-FORMAT `children`) stands. Children come to be with the acceptance of their
/// case; each has its own clock, and none keeps another from being settled:
///
///   Waiting ─begin (clock)─► Running ─finish─► Done
///      │                        ▲  └──refuse─► Refused
///      └─block (clock)─► Blocked ┘ begin
///                           └───────refuse─► Refused
///   Waiting, Blocked, Running ─end (clock)─► Ended
enum class ChildState {
    Waiting,  ///< for the child named by `after`; no clock runs
    Blocked,  ///< that one was refused: somebody decides whether this one begins all the same; no clock runs
    Running,
    Done,
    Refused,
    Ended  ///< unsettled, because the case was withdrawn or refused, or a later revision does not call for it
};

enum class ChildAction { Begin, Finish, Refuse, Block, End };

[[nodiscard]] std::string_view nameOf(ChildState state);    ///< stored token: "blocked"
[[nodiscard]] std::string_view nameOf(ChildAction action);  ///< "finish-child"
[[nodiscard]] std::string_view titleOf(ChildState state);   ///< message id for people
[[nodiscard]] std::string_view titleOf(ChildAction action);
[[nodiscard]] std::optional<ChildState> parseChildState(std::string_view token);
[[nodiscard]] std::optional<ChildAction> parseChildAction(std::string_view token);
[[nodiscard]] std::span<const ChildState> allChildStates();
[[nodiscard]] std::span<const ChildAction> allChildActions();

/// Whether the child is still to be settled: Waiting, Blocked, Running.
[[nodiscard]] bool isOpen(ChildState state);

/// Whether a case in this state has children that may be settled: from acceptance to its decision, also while the
/// case's own clock is suspended.
[[nodiscard]] bool settlesChildren(CaseState state);

/// One allowed step of a child; the table is the rule, as caseFlow() is for cases.
struct ChildStep {
    ChildState from;
    ChildAction action;
    Role role;
    ChildState to;
};

[[nodiscard]] std::span<const ChildStep> childFlow();

/// Whether this person may take this step with a child now: the table (a reviewer or an approver), then the separation
/// of duties (DESIGN 5.9): who sealed or accepted the case neither finishes nor refuses a part of it. Errors NotAllowed
/// and Separation say who and why not.
[[nodiscard]] base::Result<ChildState> takeChildStep(
    ChildState from, ChildAction action, Role role, std::string_view user, const CasePast& past);

}  // namespace forms
