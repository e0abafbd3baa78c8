#pragma once

#include <base/result.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// Where a case stands (DESIGN section 4; 行政许可法 arts. 29-45 and the regimes' own rules):
///
///   Draft ─seal─► Sealed ─arrive─► Submitted
///   Submitted ─accept─► Accepted  ─request-correction─► CorrectionRequested  ─return-to-window─► Returned
///             ─not-accept─► NotAccepted  ─settle─► Delivered (one sitting, where the guide says so)
///   Submitted, Returned ─deem-accepted (clock)─► Accepted
///   CorrectionRequested, Returned ─resubmit─► Submitted      CorrectionRequested ─lapse (clock)─► Terminated
///   Accepted ─examine─► UnderReview ⇄ suspend/resume Suspended (a special procedure is under way);  extend stays
///   UnderReview ─approve─► Approved ─certify─► Certified    ─refuse─► Refused
///   Approved, Certified, Refused ─deliver─► Delivered ─close─► Closed
///   Accepted … Certified ─supply─► the same state
///   Submitted … Suspended, CorrectionRequested, Returned ─withdraw─► Withdrawn   ─terminate─► Terminated
///   Approved, Certified with a missed deferral ─terminate─► Terminated
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
    Withdrawn,
    Terminated
};

/// What somebody may ask for, or the clock brings. Claim, Release and SettleFlag change no state.
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
    Withdraw,
    Settle,
    Supply,
    Terminate,
    Claim,
    Release,
    SettleFlag
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

/// What of a case's past decides whether a person may take a step now; pastOf() reads it out of the course.
struct CasePast {
    std::vector<std::string> sealedBy;  ///< user names: whoever sealed one of its revisions
    std::string acceptedBy;             ///< empty = nobody yet
    std::string examinedBy;
    std::string approvedBy;
    bool settledAtWindow = false;  ///< the guide lets one person settle it in one sitting
    int correctionsRequested = 0;  ///< a second one is flagged to the supervisor (art. 32(4), 72(4))
    bool correctionOnce = true;
    bool withheld = false;                    ///< a material that was put off has not come: no result yet
    bool deferralMissed = false;              ///< and its day has passed
    std::vector<std::string> openParts = {};  ///< departments whose child of the bundle is not settled
    std::vector<std::string> partsDecidedBy = {};  ///< who settled a child of the bundle
};

/// Whether this person may take this step now: the table, then the separation of duties (DESIGN 5.9): who sealed,
/// accepted or examined neither approves nor refuses; who approved, or decided a part of a bundle, does not certify. A
/// clerk settles only what the guide lets the window decide. A bundle is approved only when none of its children is open;
/// what became of them is not asked. A result is withheld while a deferral is open, and a decided case is terminated only
/// for a deferral that was missed. Errors NotAllowed and Separation say who and why not.
[[nodiscard]] base::Result<CaseState> takeStep(
    CaseState from, Action action, Role role, std::string_view user, const CasePast& past);

/// What follows from a state alone: one row for each, used by both sides. `over`: nothing more comes of the case but
/// delivery and filing.
struct StateTraits {
    CaseState state;
    bool underWay = false;          ///< still leads to something: a second case of it is one too many
    bool takesSupplements = false;  ///< accepted and not over: what was put off may still come
    bool settlesChildren = false;   ///< parts of a bundle are settled now
    bool takesRevision = false;     ///< the window hands in the next revision
    bool limitRuns = false;         ///< the time for the decision runs
    bool decided = false;           ///< approved or refused, also when delivered since
};

[[nodiscard]] const StateTraits& traitsOf(CaseState state);

}  // namespace forms
