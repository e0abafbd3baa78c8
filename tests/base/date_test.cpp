#include <base/date.h>

#include <gtest/gtest.h>

using namespace base;
using namespace std::chrono;

namespace {

Timestamp at(const char* text)
{
    return parseTimestamp(text).value();
}

TEST(Date, IsWrittenAndReadTheSameWay)
{
    EXPECT_EQ(parseDate("2026-11-22"), Date{2026y / November / 22});
    EXPECT_EQ(formatDate(2026y / November / 22), "2026-11-22");
    EXPECT_EQ(formatDate(987y / March / 4), "0987-03-04");
    EXPECT_EQ(parseDate("2024-02-29"), Date{2024y / February / 29});
}

TEST(Date, IsNothingForAnImpossibleDayOrAnotherSpelling)
{
    for (const auto* text : {"2025-02-30",
                             "2025-02-29",
                             "2100-02-29",
                             "2025-04-31",
                             "2025-00-10",
                             "2025-13-10",
                             "2025-10-00",
                             "0000-01-01",
                             "2025-1-01",
                             "2025/01/01",
                             "20250101",
                             "2025-01-01 ",
                             " 2025-01-01",
                             "2025-01-01T00:00:00Z",
                             "-025-01-01",
                             "2025-0a-01",
                             ""})
        EXPECT_EQ(parseDate(text), std::nullopt) << text;
}

TEST(Date, OfTheHallTurnsAtItsOwnMidnight)
{
    EXPECT_EQ(hallDate(at("2026-11-21T15:59:59.999Z")), Date{2026y / November / 21});
    EXPECT_EQ(hallDate(at("2026-11-21T16:00:00.000Z")), Date{2026y / November / 22});
    EXPECT_EQ(hallDate(at("2024-12-31T23:00:00Z")), Date{2025y / January / 1});
}

TEST(Date, HallTimeIsForPeople)
{
    EXPECT_EQ(formatHallTime(at("2026-11-22T02:42:59.999Z")), "2026-11-22 10:42");
    EXPECT_EQ(formatHallTime(at("2026-12-31T16:05:00Z")), "2027-01-01 00:05");
}

}  // namespace
