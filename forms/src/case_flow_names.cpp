#include <forms/case_flow.h>

#include <array>

namespace forms {

namespace {

template <class Enum>
struct Word {
    Enum value;
    std::string_view token;
    std::string_view title;
};

constexpr std::array States{
    Word<CaseState>{CaseState::Draft, "draft", "Draft"},
    Word<CaseState>{CaseState::Sealed, "sealed", "Sealed"},
    Word<CaseState>{CaseState::Submitted, "submitted", "Submitted"},
    Word<CaseState>{CaseState::CorrectionRequested, "correction-requested", "Correction requested"},
    Word<CaseState>{CaseState::Returned, "returned", "Returned to the window"},
    Word<CaseState>{CaseState::NotAccepted, "not-accepted", "Not accepted"},
    Word<CaseState>{CaseState::Accepted, "accepted", "Accepted"},
    Word<CaseState>{CaseState::UnderReview, "under-review", "Under review"},
    Word<CaseState>{CaseState::Suspended, "suspended", "Suspended"},
    Word<CaseState>{CaseState::Approved, "approved", "Approved"},
    Word<CaseState>{CaseState::Refused, "refused", "Not approved"},
    Word<CaseState>{CaseState::Certified, "certified", "Certified"},
    Word<CaseState>{CaseState::Delivered, "delivered", "Delivered"},
    Word<CaseState>{CaseState::Closed, "closed", "Case closed"},
    Word<CaseState>{CaseState::Withdrawn, "withdrawn", "Withdrawn"},
};

constexpr std::array Actions{
    Word<Action>{Action::Seal, "seal", "Seal the case"},
    Word<Action>{Action::Arrive, "arrive", "Arrival at the back office"},
    Word<Action>{Action::Accept, "accept", "Accept the case"},
    Word<Action>{Action::RequestCorrection, "request-correction", "Request a correction"},
    Word<Action>{Action::ReturnToWindow, "return-to-window", "Return to the window"},
    Word<Action>{Action::NotAccept, "not-accept", "Do not accept the case"},
    Word<Action>{Action::Resubmit, "resubmit", "Hand in the corrected case"},
    Word<Action>{Action::Lapse, "lapse", "The correction period ended"},
    Word<Action>{Action::DeemAccepted, "deem-accepted", "Deemed accepted"},
    Word<Action>{Action::Examine, "examine", "Begin the examination"},
    Word<Action>{Action::Suspend, "suspend", "Suspend the clock"},
    Word<Action>{Action::Resume, "resume", "Resume the clock"},
    Word<Action>{Action::Extend, "extend", "Extend the period"},
    Word<Action>{Action::Approve, "approve", "Approve"},
    Word<Action>{Action::Refuse, "refuse", "Do not approve"},
    Word<Action>{Action::Certify, "certify", "Certify the result"},
    Word<Action>{Action::Deliver, "deliver", "Deliver the result"},
    Word<Action>{Action::Close, "close", "Close the case"},
    Word<Action>{Action::Withdraw, "withdraw", "Withdraw the application"},
};

constexpr std::array Roles{
    Word<Role>{Role::Clerk, "clerk", "Window clerk"},
    Word<Role>{Role::Agent, "agent", "Village agent"},
    Word<Role>{Role::Reviewer, "reviewer", "Reviewer"},
    Word<Role>{Role::Approver, "approver", "Approver"},
    Word<Role>{Role::Certifier, "certifier", "Certifier"},
    Word<Role>{Role::Supervisor, "supervisor", "Supervisor"},
    Word<Role>{Role::Admin, "admin", "Administrator"},
    Word<Role>{Role::Clock, "clock", "The clock"},
};

/// A word stands at its enumerator's place, and none is forgotten.
template <class Table, class Enum>
constexpr bool follows(const Table& table, Enum last)
{
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].value) != i)
            return false;
    return table.size() == static_cast<std::size_t>(last) + 1;
}

static_assert(follows(States, CaseState::Withdrawn));
static_assert(follows(Actions, Action::Withdraw));
static_assert(follows(Roles, Role::Clock));

template <class Table>
constexpr auto valuesOf(const Table& table)
{
    std::array<decltype(table[0].value), std::tuple_size_v<Table>> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = table[i].value;
    return values;
}

constexpr auto StateValues = valuesOf(States);
constexpr auto ActionValues = valuesOf(Actions);
constexpr auto RoleValues = valuesOf(Roles);

template <class Table>
auto parseToken(const Table& table, std::string_view token) -> std::optional<decltype(table[0].value)>
{
    for (const auto& word : table)
        if (word.token == token)
            return word.value;
    return std::nullopt;
}

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
