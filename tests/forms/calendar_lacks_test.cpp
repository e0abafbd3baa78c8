#include <forms/clocks.h>

#include <gtest/gtest.h>

namespace {

std::optional<int> lackOn(const char* today)
{
    const forms::Calendar calendar({{2025, {}}, {2026, {}}});
    return forms::calendarLacks(calendar, base::parseDate(today).value());
}

TEST(CalendarLacks, TheNextYearFromNovemberOn)
{
    EXPECT_EQ(lackOn("2026-10-31"), std::nullopt);
    EXPECT_EQ(lackOn("2026-11-01"), 2027);
    EXPECT_EQ(lackOn("2026-12-31"), 2027);
}

TEST(CalendarLacks, TheRunningYearAtAnyTime)
{
    EXPECT_EQ(lackOn("2027-01-01"), 2027);
    EXPECT_EQ(lackOn("2027-12-01"), 2027);  // before the one after it
    EXPECT_EQ(lackOn("2024-12-01"), 2024);
}

TEST(CalendarLacks, NothingWhereBothAreKnown)
{
    EXPECT_EQ(lackOn("2025-06-30"), std::nullopt);
    EXPECT_EQ(lackOn("2025-12-31"), std::nullopt);
}

}  // namespace
