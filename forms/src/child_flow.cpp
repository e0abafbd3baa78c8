#include <forms/child_flow.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

using enum ChildState;

/// The rule itself. The clock stands for what comes of another child's end or of the case's.
constexpr std::array Flow{
    ChildStep{Waiting, ChildAction::Begin, Role::Clock, Running},
    ChildStep{Waiting, ChildAction::Block, Role::Clock, Blocked},
    ChildStep{Blocked, ChildAction::Begin, Role::Reviewer, Running},
    ChildStep{Blocked, ChildAction::Begin, Role::Approver, Running},
    ChildStep{Blocked, ChildAction::Refuse, Role::Reviewer, Refused},
    ChildStep{Blocked, ChildAction::Refuse, Role::Approver, Refused},

    ChildStep{Running, ChildAction::Finish, Role::Reviewer, Done},
    ChildStep{Running, ChildAction::Finish, Role::Approver, Done},
    ChildStep{Running, ChildAction::Refuse, Role::Reviewer, Refused},
    ChildStep{Running, ChildAction::Refuse, Role::Approver, Refused},

    ChildStep{Waiting, ChildAction::End, Role::Clock, Ended},
    ChildStep{Blocked, ChildAction::End, Role::Clock, Ended},
    ChildStep{Running, ChildAction::End, Role::Clock, Ended},
};

bool decides(ChildAction action)
{
    return action == ChildAction::Finish || action == ChildAction::Refuse;
}

}  // namespace

bool isOpen(ChildState state)
{
    return state == Waiting || state == Blocked || state == Running;
}

bool settlesChildren(CaseState state)
{
    return traitsOf(state).settlesChildren;
}

std::span<const ChildStep> childFlow()
{
    return Flow;
}

base::Result<ChildState> takeChildStep(
    ChildState from, ChildAction action, Role role, std::string_view user, const CasePast& past)
{
    const auto step = std::find_if(Flow.begin(), Flow.end(), [&](const ChildStep& each) {
        return each.from == from && each.action == action && each.role == role;
    });
    if (step == Flow.end())
        return base::fail(
            base::ErrorCode::NotAllowed,
            "{user} may not take the step {action} as {role} while this part of the case is {state}.",
            {{"user", std::string(user)},
             base::word("action", titleOf(action)),
             base::word("role", titleOf(role)),
             base::word("state", titleOf(from))});
    const bool sealed = std::find(past.sealedBy.begin(), past.sealedBy.end(), user) != past.sealedBy.end();
    if (!user.empty() && decides(action) && (sealed || user == past.acceptedBy))
        return base::fail(
            base::ErrorCode::Separation,
            "{user} sealed or accepted this case and may not decide a part of it: somebody else must.",
            {{"user", std::string(user)}});
    return step->to;
}

}  // namespace forms
