#include <desk/due_state.h>

#include <gtest/gtest.h>

namespace {

base::Date day(const char* text)
{
    return base::parseDate(text).value();
}

TEST(DueState, TellsLateSoonAndInTimeByTheCalendar)
{
    const auto today = day("2026-11-24");
    EXPECT_EQ(desk::dueState(today, std::nullopt), desk::DueState::NoClock);
    EXPECT_EQ(desk::dueState(today, day("2026-11-23")), desk::DueState::Late);
    EXPECT_EQ(desk::dueState(today, today), desk::DueState::Soon);
    EXPECT_EQ(desk::dueState(today, day("2026-11-25")), desk::DueState::Soon);
    EXPECT_EQ(desk::dueState(today, day("2026-11-26")), desk::DueState::InTime);
}

TEST(DueState, CountsDaysOverTheEndOfAYear)
{
    EXPECT_EQ(desk::daysTo(day("2026-12-31"), day("2027-01-02")), 2);
    EXPECT_EQ(desk::daysTo(day("2027-01-02"), day("2026-12-31")), -2);
}

}  // namespace
