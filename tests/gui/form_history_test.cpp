#include <widgets/form_history.h>

#include <gtest/gtest.h>

namespace {

using Direction = widgets::FormHistory::Direction;

forms::FormData named(const std::string& name)
{
    forms::FormData data;
    if (!name.empty()) {
        EXPECT_TRUE(data.set("/name", "\"" + name + "\""));
    }
    return data;
}

TEST(FormHistory, TakesBackOneRunOfTypingAtOnce)
{
    widgets::FormHistory history;
    history.restart(named(""));
    history.record(named("a"), "/name", Direction::Grew);
    history.record(named("ab"), "/name", Direction::Grew);
    const auto step = history.undo();
    ASSERT_TRUE(step);
    EXPECT_EQ(step->data, named(""));
    EXPECT_EQ(step->pointer, "/name");
    EXPECT_FALSE(history.canUndo());
}

TEST(FormHistory, BeginsANewRunWhenTypingTurnsIntoDeletingOrTheFocusLeft)
{
    widgets::FormHistory history;
    history.restart(named(""));
    history.record(named("ab"), "/name", Direction::Grew);
    history.record(named("a"), "/name", Direction::Shrank);
    history.endRun();
    history.record(named(""), "/name", Direction::Shrank);
    EXPECT_EQ(history.undo()->data, named("a"));
    EXPECT_EQ(history.undo()->data, named("ab"));
    EXPECT_EQ(history.undo()->data, named(""));
}

TEST(FormHistory, KeepsEveryChoiceApart)
{
    widgets::FormHistory history;
    history.restart(named(""));
    history.record(named("1"), "/sex", Direction::Replaced);
    history.record(named("2"), "/sex", Direction::Replaced);
    EXPECT_EQ(history.undo()->data, named("1"));
}

TEST(FormHistory, GoesForwardAgainUntilSomethingElseIsTyped)
{
    widgets::FormHistory history;
    history.restart(named(""));
    history.record(named("a"), "/name", Direction::Grew);
    ASSERT_TRUE(history.undo());
    ASSERT_TRUE(history.canRedo());
    EXPECT_EQ(history.redo()->data, named("a"));
    ASSERT_TRUE(history.undo());
    history.record(named("b"), "/name", Direction::Grew);
    EXPECT_FALSE(history.canRedo());
    EXPECT_EQ(history.undo()->data, named(""));
}

}  // namespace
