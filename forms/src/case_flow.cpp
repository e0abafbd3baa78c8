#include <forms/case_flow.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

using enum CaseState;

/// The rule itself. Who may take a step more than once is one row per role.
constexpr std::array Flow{
    FlowStep{Draft, Action::Seal, Role::Clerk, Sealed},
    FlowStep{Draft, Action::Seal, Role::Agent, Sealed},
    FlowStep{Sealed, Action::Arrive, Role::Clock, Submitted},

    FlowStep{Submitted, Action::Accept, Role::Reviewer, Accepted},
    FlowStep{Submitted, Action::RequestCorrection, Role::Reviewer, CorrectionRequested},
    FlowStep{Submitted, Action::RequestCorrection, Role::Supervisor, CorrectionRequested},
    FlowStep{Submitted, Action::ReturnToWindow, Role::Reviewer, Returned},
    FlowStep{Submitted, Action::NotAccept, Role::Reviewer, NotAccepted},
    FlowStep{Submitted, Action::DeemAccepted, Role::Clock, Accepted},
    FlowStep{Submitted, Action::Settle, Role::Clerk, Delivered},

    FlowStep{CorrectionRequested, Action::Resubmit, Role::Clerk, Submitted},
    FlowStep{CorrectionRequested, Action::Resubmit, Role::Agent, Submitted},
    FlowStep{CorrectionRequested, Action::Lapse, Role::Clock, Terminated},
    FlowStep{Returned, Action::Resubmit, Role::Clerk, Submitted},
    FlowStep{Returned, Action::Resubmit, Role::Agent, Submitted},
    FlowStep{Returned, Action::DeemAccepted, Role::Clock, Accepted},

    FlowStep{Accepted, Action::Examine, Role::Reviewer, UnderReview},
    FlowStep{UnderReview, Action::Suspend, Role::Approver, Suspended},
    FlowStep{Suspended, Action::Resume, Role::Approver, UnderReview},
    FlowStep{UnderReview, Action::Extend, Role::Approver, UnderReview},
    FlowStep{UnderReview, Action::Approve, Role::Approver, Approved},
    FlowStep{UnderReview, Action::Refuse, Role::Approver, Refused},
    FlowStep{Approved, Action::Certify, Role::Certifier, Certified},

    FlowStep{Accepted, Action::Supply, Role::Clerk, Accepted},
    FlowStep{Accepted, Action::Supply, Role::Agent, Accepted},
    FlowStep{UnderReview, Action::Supply, Role::Clerk, UnderReview},
    FlowStep{UnderReview, Action::Supply, Role::Agent, UnderReview},
    FlowStep{Suspended, Action::Supply, Role::Clerk, Suspended},
    FlowStep{Suspended, Action::Supply, Role::Agent, Suspended},
    FlowStep{Approved, Action::Supply, Role::Clerk, Approved},
    FlowStep{Approved, Action::Supply, Role::Agent, Approved},
    FlowStep{Certified, Action::Supply, Role::Clerk, Certified},
    FlowStep{Certified, Action::Supply, Role::Agent, Certified},

    FlowStep{Approved, Action::Deliver, Role::Clerk, Delivered},
    FlowStep{Certified, Action::Deliver, Role::Clerk, Delivered},
    FlowStep{Refused, Action::Deliver, Role::Clerk, Delivered},
    FlowStep{Delivered, Action::Close, Role::Clerk, Closed},
    FlowStep{Delivered, Action::Close, Role::Clock, Closed},

    FlowStep{Submitted, Action::Withdraw, Role::Clerk, Withdrawn},
    FlowStep{CorrectionRequested, Action::Withdraw, Role::Clerk, Withdrawn},
    FlowStep{Returned, Action::Withdraw, Role::Clerk, Withdrawn},
    FlowStep{Accepted, Action::Withdraw, Role::Clerk, Withdrawn},
    FlowStep{UnderReview, Action::Withdraw, Role::Clerk, Withdrawn},
    FlowStep{Suspended, Action::Withdraw, Role::Clerk, Withdrawn},

    FlowStep{Submitted, Action::Terminate, Role::Approver, Terminated},
    FlowStep{CorrectionRequested, Action::Terminate, Role::Approver, Terminated},
    FlowStep{Returned, Action::Terminate, Role::Approver, Terminated},
    FlowStep{Accepted, Action::Terminate, Role::Approver, Terminated},
    FlowStep{UnderReview, Action::Terminate, Role::Approver, Terminated},
    FlowStep{Suspended, Action::Terminate, Role::Approver, Terminated},
    FlowStep{Approved, Action::Terminate, Role::Approver, Terminated},
    FlowStep{Certified, Action::Terminate, Role::Approver, Terminated},
};

/// underWay, takesSupplements, settlesChildren, takesRevision, limitRuns, decided.
constexpr std::array Traits{
    StateTraits{Draft, true, false, false, false, false, false},
    StateTraits{Sealed, true, false, false, false, false, false},
    StateTraits{Submitted, true, false, false, false, false, false},
    StateTraits{CorrectionRequested, true, false, false, true, false, false},
    StateTraits{Returned, true, false, false, true, false, false},
    StateTraits{NotAccepted, false, false, false, false, false, false},
    StateTraits{Accepted, true, true, true, false, true, false},
    StateTraits{UnderReview, true, true, true, false, true, false},
    StateTraits{Suspended, true, true, true, false, true, false},
    StateTraits{Approved, true, true, false, false, false, true},
    StateTraits{Refused, false, false, false, false, false, true},
    StateTraits{Certified, true, true, false, false, false, true},
    StateTraits{Delivered, false, false, false, false, false, true},
    StateTraits{Closed, false, false, false, false, false, true},
    StateTraits{Withdrawn, false, false, false, false, false, false},
    StateTraits{Terminated, false, false, false, false, false, false},
};

constexpr bool everyStateInItsPlace()
{
    for (std::size_t i = 0; i < Traits.size(); ++i)
        if (static_cast<std::size_t>(Traits[i].state) != i)
            return false;
    return Traits.size() == static_cast<std::size_t>(Terminated) + 1;
}

static_assert(everyStateInItsPlace());

bool isDecision(Action action)
{
    return action == Action::Approve || action == Action::Refuse;
}

bool hadAPart(std::string_view user, const CasePast& past)
{
    return std::find(past.sealedBy.begin(), past.sealedBy.end(), user) != past.sealedBy.end()
           || user == past.acceptedBy || user == past.examinedBy;
}

tl::unexpected<base::Error> refuse(base::ErrorCode code, std::string message, std::string_view user)
{
    return base::fail(code, std::move(message), {{"user", std::string(user)}});
}

std::string joined(const std::vector<std::string>& departments)
{
    std::string text;
    for (const auto& department : departments)
        text.append(text.empty() ? "" : "、").append(department);
    return text;
}

base::Status checkSeparation(Action action, std::string_view user, const CasePast& past)
{
    if (user.empty())
        return {};
    if (isDecision(action) && hadAPart(user, past))
        return refuse(
            base::ErrorCode::Separation,
            "{user} sealed, accepted or examined this case and may not decide it: another approver must.",
            user);
    if (action == Action::Certify && user == past.approvedBy)
        return refuse(base::ErrorCode::Separation,
                      "{user} approved this case and may not seal its certificate: another certifier must.",
                      user);
    const auto& deciders = past.partsDecidedBy;
    if (action == Action::Certify && std::find(deciders.begin(), deciders.end(), user) != deciders.end())
        return refuse(
            base::ErrorCode::Separation,
            "{user} decided a part of this case and may not seal its certificate: another certifier must.",
            user);
    return {};
}

bool givesTheResult(CaseState from, Action action)
{
    return action == Action::Certify || action == Action::Settle
           || (action == Action::Deliver && from != CaseState::Refused);
}

/// What the case's papers and dates say, whoever asks.
base::Status checkPapers(CaseState from, Action action, const CasePast& past)
{
    if (givesTheResult(from, action) && past.withheld)
        return base::fail(base::ErrorCode::NotAllowed,
                          "The result is withheld until the materials that were put off are handed in.");
    if (action == Action::Terminate && traitsOf(from).decided && !past.deferralMissed)
        return base::fail(
            base::ErrorCode::NotAllowed,
            "A case that was approved is terminated only when a material that was put off did not come in time.");
    if (action == Action::Approve && !past.openParts.empty())
        return base::fail(base::ErrorCode::NotAllowed,
                          "The case is approved when each of its parts is settled. Open: {parts}.",
                          {{"parts", joined(past.openParts)}});
    return {};
}

base::Status checkPast(CaseState from, Action action, Role role, std::string_view user, const CasePast& past)
{
    if (action == Action::Settle && !past.settledAtWindow)
        return refuse(
            base::ErrorCode::NotAllowed,
            "{user} may not settle this case at the counter: its guide leaves the decision to the department.",
            user);
    const bool usedUp = past.correctionOnce && past.correctionsRequested > 0;
    if (action == Action::RequestCorrection && usedUp && role != Role::Supervisor)
        return refuse(base::ErrorCode::NotAllowed,
                      "{user} may not request a correction again: the applicant is told everything at once. "
                      "Ask the supervisor.",
                      user);
    if (auto fits = checkPapers(from, action, past); !fits)
        return fits;
    return checkSeparation(action, user, past);
}

}  // namespace

std::span<const FlowStep> caseFlow()
{
    return Flow;
}

const FlowStep* findStep(CaseState from, Action action, Role role)
{
    const auto found = std::find_if(Flow.begin(), Flow.end(), [&](const FlowStep& step) {
        return step.from == from && step.action == action && step.role == role;
    });
    return found == Flow.end() ? nullptr : &*found;
}

base::Result<CaseState> takeStep(
    CaseState from, Action action, Role role, std::string_view user, const CasePast& past)
{
    const auto* step = findStep(from, action, role);
    if (!step)
        return base::fail(base::ErrorCode::NotAllowed,
                          "{user} may not take the step {action} as {role} while the case is {state}.",
                          {{"user", std::string(user)},
                           base::word("action", titleOf(action)),
                           base::word("role", titleOf(role)),
                           base::word("state", titleOf(from))});
    if (const auto status = checkPast(from, action, role, user, past); !status)
        return base::passOn(status);
    return step->to;
}

const StateTraits& traitsOf(CaseState state)
{
    return Traits.at(static_cast<std::size_t>(state));
}

}  // namespace forms
