#include "guide_folder.h"

#include <forms/work_hours.h>

#include <gtest/gtest.h>

namespace {

using std::chrono::minutes;

forms::Calendar shipped()
{
    return forms::calendarFromJson(
               tests::readText(std::filesystem::path(OW_SOURCE_DIR) / "forms/calendars/cn.json"))
        .value();
}

base::Timestamp at(const std::string& hallTime)
{
    return base::parseTimestamp(hallTime + ":00+08:00").value();
}

/// Monday to Friday 09:00-12:00 and 13:30-17:00: six and a half hours a day.
forms::Site hall()
{
    forms::Site site;
    site.name = "测试区政务服务中心";
    for (std::size_t day = 0; day < 5; ++day)
        site.hours.at(day) = {{minutes{540}, minutes{720}}, {minutes{810}, minutes{1020}}};
    return site;
}

std::string after(const std::string& start, int hours, const forms::Site& site = hall())
{
    const auto end = forms::addWorkHours(at(start), hours, site, shipped());
    return end ? base::formatHallTime(*end) : base::describe(end.error());
}

TEST(WorkHours, StandStillOverLunch)
{
    // Wednesday: 10:30-12:00 = 1.5, 13:30-15:00 = 1.5
    EXPECT_EQ(after("2025-06-04T10:30", 3), "2025-06-04 15:00");
}

TEST(WorkHours, EndAsTheHallClosesAndNotAtTheNextOpening)
{
    EXPECT_EQ(after("2025-06-04T09:00", 3), "2025-06-04 12:00");
    // Friday 16:00-17:00 = 1; Monday 09:00-12:00 = 3
    EXPECT_EQ(after("2025-06-06T16:00", 4), "2025-06-09 12:00");
}

TEST(WorkHours, BeginAtTheNextOpening)
{
    EXPECT_EQ(after("2025-06-04T07:00", 1), "2025-06-04 10:00");
    EXPECT_EQ(after("2025-06-04T12:30", 1), "2025-06-04 14:30");
    EXPECT_EQ(after("2025-06-04T17:00", 1), "2025-06-05 10:00");
    EXPECT_EQ(after("2025-06-04T00:00", 1), "2025-06-04 10:00");
}

TEST(WorkHours, OfSuspendedDaysDoNotCount)
{
    // Thursday 16:00-17:00 = 1, Friday 6.5, Monday half an hour.
    EXPECT_EQ(after("2025-06-05T16:00", 8), "2025-06-09 09:30");
    // Without the Friday: Monday 6.5, Tuesday half an hour; never on the Saturday.
    const std::vector<forms::Suspension> friday{
        {base::parseDate("2025-06-05").value(), base::parseDate("2025-06-06").value()}};
    EXPECT_EQ(base::formatHallTime(
                  forms::addWorkHours(at("2025-06-05T16:00"), 8, hall(), shipped(), friday).value()),
              "2025-06-10 09:30");
}

TEST(WorkHours, OfAFridayEveningEndOnMonday)
{
    // Friday 18:00 is closed; Monday 09:00-12:00 = 3, 13:30-14:30 = 1
    EXPECT_EQ(after("2025-06-06T18:00", 4), "2025-06-09 14:30");
}

TEST(WorkHours, OfASundayEveningEndOnMonday)
{
    EXPECT_EQ(after("2025-06-08T20:00", 4), "2025-06-09 14:30");
}

TEST(WorkHours, PassOverTheNationalDayAndCountItsMakeUpDays)
{
    // Tuesday 16:00-17:00 = 1; 10-01 to 10-08 are off; Thursday 09:00-12:00 = 3
    EXPECT_EQ(after("2025-09-30T16:00", 4), "2025-10-09 12:00");
    // Friday 16:00-17:00 = 1; Saturday 10-11 is worked with Monday's hours, 09:00-12:00 = 3
    EXPECT_EQ(after("2025-10-10T16:00", 4), "2025-10-11 12:00");
    // Saturday 09-27 is off; Sunday 09-28 is worked, 09:00-11:00 = 2
    EXPECT_EQ(after("2025-09-27T10:00", 2), "2025-09-28 11:00");
    // Friday 6.5 + Sunday 09-28 6.5 + Monday 6.5 + Tuesday 6.5 = 26; Thursday 10-09 09:00-10:00 = 1
    EXPECT_EQ(after("2025-09-26T09:00", 27), "2025-10-09 10:00");
}

TEST(WorkHours, OfAMakeUpSaturdayAreItsOwnWhereItHasAny)
{
    auto site = hall();
    site.hours[5] = {{minutes{540}, minutes{660}}};
    // Friday 1; Saturday 10-11 09:00-11:00 = 2; Sunday is off; Monday 09:00-10:00 = 1
    EXPECT_EQ(after("2025-10-10T16:00", 4, site), "2025-10-13 10:00");
    // an ordinary Saturday is no working day, open or not: Friday 1; Monday 09:00-10:00 = 1
    EXPECT_EQ(after("2025-06-06T16:00", 2, site), "2025-06-09 10:00");
}

TEST(WorkHours, DoNotCountOnDaysTheSiteIsClosed)
{
    auto site = hall();
    site.closed.insert(base::parseDate("2025-06-09").value());
    // Friday 16:00-17:00 = 1; Monday closed; Tuesday 09:00-10:00 = 1
    EXPECT_EQ(after("2025-06-06T16:00", 2, site), "2025-06-10 10:00");
}

TEST(WorkHours, RunOnThroughMidnightWhereTheSiteStaysOpen)
{
    auto site = hall();
    site.hours[0] = {{minutes{20 * 60}, minutes{24 * 60}}};
    site.hours[1] = {{minutes{0}, minutes{4 * 60}}};
    EXPECT_EQ(after("2025-06-09T23:00", 2, site), "2025-06-10 01:00");
}

TEST(WorkHours, OfNoneEndWhereTheyBegin)
{
    EXPECT_EQ(after("2025-06-08T20:00", 0), "2025-06-08 20:00");
}

TEST(WorkHours, AreNotGuessedInAYearWithoutACalendar)
{
    // Thursday 16:00-17:00 = 1
    EXPECT_EQ(after("2026-12-31T16:00", 1), "2026-12-31 17:00");
    const auto end = forms::addWorkHours(at("2026-12-31T16:00"), 2, hall(), shipped());
    ASSERT_FALSE(end);
    EXPECT_EQ(end.error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(base::describe(end.error()), "There is no calendar of working days for 2027 yet.");
}

TEST(WorkHours, NeedASiteThatOpens)
{
    forms::Site site;
    site.name = "测试镇便民服务中心";
    const auto end = forms::addWorkHours(at("2025-06-04T10:30"), 3, site, shipped());
    ASSERT_FALSE(end);
    EXPECT_EQ(end.error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(base::describe(end.error()),
              "The office document states no opening hours of 测试镇便民服务中心 that working hours can be "
              "counted in.");
}

TEST(WorkHours, AreAsManyAsAGuideMayState)
{
    for (const int hours : {-1, 36'501}) {
        const auto end = forms::addWorkHours(at("2025-06-04T10:30"), hours, hall(), shipped());
        ASSERT_FALSE(end) << hours;
        EXPECT_EQ(end.error().code, base::ErrorCode::BadArgument);
    }
}

}  // namespace
