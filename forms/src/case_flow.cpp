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
    FlowStep{Submitted, Action::Accept, Role::Clerk, Accepted},
    FlowStep{Submitted, Action::RequestCorrection, Role::Reviewer, CorrectionRequested},
    FlowStep{Submitted, Action::RequestCorrection, Role::Supervisor, CorrectionRequested},
    FlowStep{Submitted, Action::ReturnToWindow, Role::Reviewer, Returned},
    FlowStep{Submitted, Action::NotAccept, Role::Reviewer, NotAccepted},
    FlowStep{Submitted, Action::DeemAccepted, Role::Clock, Accepted},

    FlowStep{CorrectionRequested, Action::Resubmit, Role::Clerk, Submitted},
    FlowStep{CorrectionRequested, Action::Resubmit, Role::Agent, Submitted},
    FlowStep{CorrectionRequested, Action::Lapse, Role::Clock, Closed},
    FlowStep{Returned, Action::Resubmit, Role::Clerk, Submitted},
    FlowStep{Returned, Action::Resubmit, Role::Agent, Submitted},
    FlowStep{Returned, Action::Lapse, Role::Clock, Closed},

    FlowStep{Accepted, Action::Examine, Role::Reviewer, UnderReview},
    FlowStep{UnderReview, Action::Suspend, Role::Approver, Suspended},
    FlowStep{Suspended, Action::Resume, Role::Approver, UnderReview},
    FlowStep{UnderReview, Action::Extend, Role::Approver, UnderReview},
    FlowStep{UnderReview, Action::Approve, Role::Approver, Approved},
    FlowStep{UnderReview, Action::Refuse, Role::Approver, Refused},
    FlowStep{Approved, Action::Certify, Role::Certifier, Certified},

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
};

bool isDecision(Action action)
{
    return action == Action::Approve || action == Action::Refuse;
}

bool hadAPart(std::string_view user, const CasePast& past)
{
    return user == past.sealedBy || user == past.acceptedBy || user == past.examinedBy;
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

base::Status checkPast(Action action, Role role, std::string_view user, const CasePast& past)
{
    if (action == Action::Accept && role == Role::Clerk && !past.immediate)
        return refuse(
            base::ErrorCode::NotAllowed,
            "{user} may not accept this case at the counter: its matter is not handled on the spot.",
            user);
    const bool usedUp = past.correctionOnce && past.correctionsRequested > 0;
    if (action == Action::RequestCorrection && usedUp && role != Role::Supervisor)
        return refuse(base::ErrorCode::NotAllowed,
                      "{user} may not request a correction again: the applicant is told everything at once. "
                      "Ask the supervisor.",
                      user);
    if (action == Action::Approve && !past.openParts.empty())
        return base::fail(base::ErrorCode::NotAllowed,
                          "The case is approved when each of its parts is settled. Open: {parts}.",
                          {{"parts", joined(past.openParts)}});
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
    if (const auto status = checkPast(action, role, user, past); !status)
        return base::passOn(status);
    return step->to;
}

}  // namespace forms
