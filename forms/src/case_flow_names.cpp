#include <forms/case_flow.h>

#include "word_table.h"

#include <i18n/phrase.h>

#include <array>

namespace forms {

namespace {

using i18n::messageId;

constexpr std::array States{
    Word<CaseState>{CaseState::Draft, "draft", messageId("Draft")},
    Word<CaseState>{CaseState::Sealed, "sealed", messageId("Sealed")},
    Word<CaseState>{CaseState::Submitted, "submitted", messageId("Submitted")},
    Word<CaseState>{
        CaseState::CorrectionRequested, "correction-requested", messageId("Correction requested")},
    Word<CaseState>{CaseState::Returned, "returned", messageId("Returned to the window")},
    Word<CaseState>{CaseState::NotAccepted, "not-accepted", messageId("Not accepted")},
    Word<CaseState>{CaseState::Accepted, "accepted", messageId("Accepted")},
    Word<CaseState>{CaseState::UnderReview, "under-review", messageId("Under review")},
    Word<CaseState>{CaseState::Suspended, "suspended", messageId("Special procedure")},
    Word<CaseState>{CaseState::Approved, "approved", messageId("Approved")},
    Word<CaseState>{CaseState::Refused, "refused", messageId("Not approved")},
    Word<CaseState>{CaseState::Certified, "certified", messageId("Certified")},
    Word<CaseState>{CaseState::Delivered, "delivered", messageId("Delivered")},
    Word<CaseState>{CaseState::Closed, "closed", messageId("Case closed")},
    Word<CaseState>{CaseState::Withdrawn, "withdrawn", messageId("Withdrawn")},
    Word<CaseState>{CaseState::Terminated, "terminated", messageId("Terminated")},
};

constexpr std::array Actions{
    Word<Action>{Action::Seal, "seal", messageId("Seal the case")},
    Word<Action>{Action::Arrive, "arrive", messageId("Arrival at the back office")},
    Word<Action>{Action::Accept, "accept", messageId("Accept the case")},
    Word<Action>{Action::RequestCorrection, "request-correction", messageId("Request a correction")},
    Word<Action>{Action::ReturnToWindow, "return-to-window", messageId("Return to the window")},
    Word<Action>{Action::NotAccept, "not-accept", messageId("Do not accept the case")},
    Word<Action>{Action::Resubmit, "resubmit", messageId("Hand in the corrected case")},
    Word<Action>{Action::Lapse, "lapse", messageId("Not corrected in time")},
    Word<Action>{Action::DeemAccepted, "deem-accepted", messageId("Deemed accepted")},
    Word<Action>{Action::Examine, "examine", messageId("Begin the examination")},
    Word<Action>{Action::Suspend, "suspend", messageId("Begin a special procedure")},
    Word<Action>{Action::Resume, "resume", messageId("End the special procedure")},
    Word<Action>{Action::Extend, "extend", messageId("Extend the period")},
    Word<Action>{Action::Approve, "approve", messageId("Approve")},
    Word<Action>{Action::Refuse, "refuse", messageId("Do not approve")},
    Word<Action>{Action::Certify, "certify", messageId("Certify the result")},
    Word<Action>{Action::Deliver, "deliver", messageId("Deliver the result")},
    Word<Action>{Action::Close, "close", messageId("Close the case")},
    Word<Action>{Action::Withdraw, "withdraw", messageId("Withdraw the application")},
    Word<Action>{Action::Settle, "settle", messageId("Settle on the spot")},
    Word<Action>{Action::Supply, "supply", messageId("Hand in what was put off")},
    Word<Action>{Action::Terminate, "terminate", messageId("Terminate the case")},
    Word<Action>{Action::Claim, "claim", messageId("Claim the case")},
    Word<Action>{Action::Release, "release", messageId("Give the case back")},
    Word<Action>{Action::SettleFlag, "settle-flag", messageId("Settle the flag")},
};

constexpr std::array Roles{
    Word<Role>{Role::Clerk, "clerk", messageId("Window clerk")},
    Word<Role>{Role::Agent, "agent", messageId("Village agent")},
    Word<Role>{Role::Reviewer, "reviewer", messageId("Reviewer")},
    Word<Role>{Role::Approver, "approver", messageId("Approver")},
    Word<Role>{Role::Certifier, "certifier", messageId("Certifier")},
    Word<Role>{Role::Supervisor, "supervisor", messageId("Supervisor")},
    Word<Role>{Role::Admin, "admin", messageId("Administrator")},
    Word<Role>{Role::Clock, "clock", messageId("The clock")},
};

static_assert(follows(States, CaseState::Terminated));
static_assert(follows(Actions, Action::SettleFlag));
static_assert(follows(Roles, Role::Clock));

constexpr auto StateValues = valuesOf(States);
constexpr auto ActionValues = valuesOf(Actions);
constexpr auto RoleValues = valuesOf(Roles);

}  // namespace

std::string_view nameOf(CaseState state)
{
    return States[static_cast<std::size_t>(state)].token;
}

std::string_view nameOf(Action action)
{
    return Actions[static_cast<std::size_t>(action)].token;
}

std::string_view nameOf(Role role)
{
    return Roles[static_cast<std::size_t>(role)].token;
}

std::string_view titleOf(CaseState state)
{
    return States[static_cast<std::size_t>(state)].title;
}

std::string_view titleOf(Action action)
{
    return Actions[static_cast<std::size_t>(action)].title;
}

std::string_view titleOf(Role role)
{
    return Roles[static_cast<std::size_t>(role)].title;
}

std::optional<CaseState> parseCaseState(std::string_view token)
{
    return parseToken(States, token);
}

std::optional<Action> parseAction(std::string_view token)
{
    return parseToken(Actions, token);
}

std::optional<Role> parseRole(std::string_view token)
{
    return parseToken(Roles, token);
}

std::span<const CaseState> allCaseStates()
{
    return StateValues;
}

std::span<const Action> allActions()
{
    return ActionValues;
}

std::span<const Role> allRoles()
{
    return RoleValues;
}

}  // namespace forms
