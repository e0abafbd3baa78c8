#include <forms/child_flow.h>

#include "word_table.h"

#include <i18n/phrase.h>

#include <array>

namespace forms {

namespace {

using i18n::messageId;

constexpr std::array States{
    Word<ChildState>{ChildState::Waiting, "waiting", messageId("Waits for another part")},
    Word<ChildState>{ChildState::Blocked, "blocked", messageId("Cannot begin")},
    Word<ChildState>{ChildState::Running, "running", messageId("Part under way")},
    Word<ChildState>{ChildState::Done, "done", messageId("Part done")},
    Word<ChildState>{ChildState::Refused, "refused", messageId("Part refused")},
    Word<ChildState>{ChildState::Ended, "ended", messageId("Part ended unsettled")},
};

constexpr std::array Actions{
    Word<ChildAction>{ChildAction::Begin, "begin-child", messageId("Begin the part all the same")},
    Word<ChildAction>{ChildAction::Finish, "finish-child", messageId("The part is done")},
    Word<ChildAction>{ChildAction::Refuse, "refuse-child", messageId("Refuse the part")},
    Word<ChildAction>{ChildAction::Block, "block-child", messageId("The part cannot begin")},
    Word<ChildAction>{ChildAction::End, "end-child", messageId("The part ends unsettled")},
};

static_assert(follows(States, ChildState::Ended));
static_assert(follows(Actions, ChildAction::End));

constexpr auto StateValues = valuesOf(States);
constexpr auto ActionValues = valuesOf(Actions);

}  // namespace

std::string_view nameOf(ChildState state)
{
    return States[static_cast<std::size_t>(state)].token;
}

std::string_view nameOf(ChildAction action)
{
    return Actions[static_cast<std::size_t>(action)].token;
}

std::string_view titleOf(ChildState state)
{
    return States[static_cast<std::size_t>(state)].title;
}

std::string_view titleOf(ChildAction action)
{
    return Actions[static_cast<std::size_t>(action)].title;
}

std::optional<ChildState> parseChildState(std::string_view token)
{
    return parseToken(States, token);
}

std::optional<ChildAction> parseChildAction(std::string_view token)
{
    return parseToken(Actions, token);
}

std::span<const ChildState> allChildStates()
{
    return StateValues;
}

std::span<const ChildAction> allChildActions()
{
    return ActionValues;
}

}  // namespace forms
