#pragma once

#include <base/result.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// Where a case stands (DESIGN section 4; 行政许可法 arts. 29-45):
///
///   Draft ─seal─► Sealed ─arrive─► Submitted
///   Submitted ─accept─► Accepted  ─request-correction─► CorrectionRequested  ─return-to-window─► Returned
///             ─not-accept─► NotAccepted  ─deem-accepted (clock)─► Accepted
///   CorrectionRequested, Returned ─resubmit─► Submitted   ─lapse (clock)─► Closed
///   Accepted ─examine─► UnderReview ⇄ suspend/resume Suspended;  extend stays
///   UnderReview ─approve─► Approved ─certify─► Certified    ─refuse─► Refused
///   Approved, Certified, Refused ─deliver─► Delivered ─close─► Closed
///   Submitted … UnderReview, Suspended, CorrectionRequested, Returned ─withdraw─► Withdrawn
enum class CaseState {
    Draft,
    Sealed,
    Submitted,
    CorrectionRequested,
    Returned,
    NotAccepted,
    Accepted,
    UnderReview,
    Suspended,
    Approved,
    Refused,
    Certified,
    Delivered,
    Closed,
    Withdrawn
};

enum class Action {
    Seal,
    Arrive,
    Accept,
    RequestCorrection,
    ReturnToWindow,
    NotAccept,
    Resubmit,
    Lapse,
    DeemAccepted,
    Examine,
    Suspend,
    Resume,
    Extend,
    Approve,
    Refuse,
    Certify,
    Deliver,
    Close,
    Withdraw
};

enum class Role { Clerk, Agent, Reviewer, Approver, Certifier, Supervisor, Admin, Clock };

[[nodiscard]] std::string_view nameOf(CaseState state);   ///< stored token: "correction-requested"
[[nodiscard]] std::string_view nameOf(Action action);     ///< "request-correction"
[[nodiscard]] std::string_view nameOf(Role role);         ///< "reviewer"
[[nodiscard]] std::string_view titleOf(CaseState state);  ///< message id for people
[[nodiscard]] std::string_view titleOf(Action action);
[[nodiscard]] std::string_view titleOf(Role role);
[[nodiscard]] std::optional<CaseState> parseCaseState(std::string_view token);
[[nodiscard]] std::optional<Action> parseAction(std::string_view token);
[[nodiscard]] std::optional<Role> parseRole(std::string_view token);
[[nodiscard]] std::span<const CaseState> allCaseStates();
[[nodiscard]] std::span<const Action> allActions();
[[nodiscard]] std::span<const Role> allRoles();

/// One allowed step; the table is the rule, used by the client to enable buttons and enforced by the server.
struct FlowStep {
    CaseState from;
    Action action;
    Role role;
    CaseState to;
};

[[nodiscard]] std::span<const FlowStep> caseFlow();

/// The step, when (state, action, role) is in the table.
[[nodiscard]] const FlowStep* findStep(CaseState from, Action action, Role role);

/// What of a case's past decides whether a person may take a step now.
struct CasePast {
    std::string sealedBy;  ///< user names; empty = nobody yet
    std::string acceptedBy;
    std::string examinedBy;
    std::string approvedBy;
    bool immediate = false;        ///< the guide's handling: the clerk may accept
    int correctionsRequested = 0;  ///< a second one is flagged to the supervisor (art. 32(4), 72(4))
    bool correctionOnce = true;
    std::vector<std::string> openParts = {};       ///< departments whose child of the bundle is not settled
    std::vector<std::string> partsDecidedBy = {};  ///< who settled a child of the bundle
};

/// Whether this person may take this step now: the table, then the separation of duties (DESIGN 5.9): who sealed,
/// accepted or examined neither approves nor refuses; who approved, or decided a part of a bundle, does not certify; a
/// clerk accepts only where handling is immediate. A bundle is approved only when none of its children is open; what
/// became of them is not asked. Errors NotAllowed and Separation say who and why not.
[[nodiscard]] base::Result<CaseState> takeStep(
    CaseState from, Action action, Role role, std::string_view user, const CasePast& past);

}  // namespace forms
