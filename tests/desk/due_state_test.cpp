#include <desk/due_state.h>

#include <gtest/gtest.h>

namespace {

base::Date day(const char* text)
{
    return base::parseDate(text).value();
}

TEST(DueState, APartHasTheLightOfItsOwnClockWhileItIsOpen)
{
    const auto at = [](const char* time) { return base::parseTimestamp(time).value(); };
    api::ChildRecord part;
    part.child.state = forms::ChildState::Running;
    part.child.started = at("2026-11-02T02:00:00.000Z");
    part.limit = {20, forms::TimeUnit::Day, {}};
    part.due = day("2026-11-22");
    EXPECT_EQ(desk::lightOf(part, at("2026-11-03T02:00:00.000Z")), forms::Light::Green);
    EXPECT_EQ(desk::lightOf(part, at("2026-11-21T02:00:00.000Z")), forms::Light::Yellow);
    EXPECT_EQ(desk::lightOf(part, at("2026-11-23T02:00:00.000Z")), forms::Light::Red);
    part.child.state = forms::ChildState::Done;
    EXPECT_EQ(desk::lightOf(part, at("2026-11-23T02:00:00.000Z")), forms::Light::None);
    part.child.state = forms::ChildState::Waiting;
    part.child.started.reset();
    EXPECT_EQ(desk::lightOf(part, at("2026-11-23T02:00:00.000Z")), forms::Light::None);
}

TEST(DueState, CountsDaysOverTheEndOfAYear)
{
    EXPECT_EQ(desk::daysTo(day("2026-12-31"), day("2027-01-02")), 2);
    EXPECT_EQ(desk::daysTo(day("2027-01-02"), day("2026-12-31")), -2);
}

}  // namespace
