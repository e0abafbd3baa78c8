#include "vectors.h"

#include <forms/calendar.h>

#include <gtest/gtest.h>

namespace {

using forms::Calendar;
using forms::Period;
using forms::TimeUnit;

Calendar shipped()
{
    return forms::calendarFromJson(
               tests::readText(std::filesystem::path(OW_SOURCE_DIR) / "forms/calendars/cn.json"))
        .value();
}

base::Date day(const std::string& text)
{
    return base::parseDate(text).value();
}

Period periodOf(const nlohmann::json& vector)
{
    return {vector["n"].get<int>(), forms::parseTimeUnit(vector.value("unit", "workday")).value(), ""};
}

TEST(Calendar, TheShippedOneIsThatOfTheVectors)
{
    const auto calendar = shipped();
    const auto vectors = tests::vectors();
    for (const auto& text : vectors["off_days"])
        EXPECT_FALSE(calendar.isWorkday(day(text)).value()) << text;
    for (const auto& text : vectors["make_up_workdays"])
        EXPECT_TRUE(calendar.isWorkday(day(text)).value()) << text;
    EXPECT_TRUE(calendar.knows(2025));
    EXPECT_FALSE(calendar.knows(2027));
}

TEST(Calendar, DueDatesAreThoseOfTheVectors)
{
    const auto calendar = shipped();
    const auto vectors = tests::vectors();
    for (const char* group : {"workday", "workday_with_suspension", "month", "natural_day"})
        for (const auto& vector : vectors[group]) {
            std::vector<forms::Suspension> suspensions;
            for (const auto& pair : vector.value("suspensions", nlohmann::json::array()))
                suspensions.push_back({day(pair[0]), day(pair[1])});
            const auto due = forms::dueDate(day(vector["start"]), periodOf(vector), calendar, suspensions);
            ASSERT_TRUE(due) << vector;
            EXPECT_EQ(base::formatDate(*due), vector["due"].get<std::string>()) << vector;
        }
}

TEST(Calendar, NeverGuessesAYearItDoesNotKnow)
{
    const auto calendar = shipped();
    const auto workday = calendar.isWorkday(day("2027-01-04"));
    ASSERT_FALSE(workday);
    EXPECT_EQ(workday.error().code, base::ErrorCode::NotFound);
    for (const auto unit : {TimeUnit::Workday, TimeUnit::Day, TimeUnit::Month}) {
        const auto due = forms::dueDate(day("2026-12-20"), {20, unit, ""}, calendar);
        ASSERT_FALSE(due);
        EXPECT_EQ(due.error().code, base::ErrorCode::NotFound);
    }
}

TEST(Calendar, WhatIsDoneOnTheSpotEndsOnItsDay)
{
    const auto calendar = shipped();
    for (const auto unit : {TimeUnit::OnSpot, TimeUnit::Hour, TimeUnit::Minute})
        EXPECT_EQ(forms::dueDate(day("2030-01-01"), {30, unit, ""}, calendar).value(), day("2030-01-01"));
    EXPECT_EQ(forms::dueDate(day("2025-01-01"), {{}, TimeUnit::None, ""}, calendar).error().code,
              base::ErrorCode::NotFound);
}

TEST(Calendar, ASuspensionPutsDaysAndMonthsOff)
{
    const auto calendar = shipped();
    const std::vector<forms::Suspension> ten{{day("2025-03-10"), day("2025-03-20")}};
    EXPECT_EQ(forms::dueDate(day("2025-03-03"), {10, TimeUnit::Day, ""}, calendar, ten).value(),
              day("2025-03-24"));
    EXPECT_EQ(forms::dueDate(day("2025-03-03"), {1, TimeUnit::Month, ""}, calendar, ten).value(),
              day("2025-04-14"));
}

TEST(Calendar, CountsTheWorkingDaysThatAreLeft)
{
    const auto calendar = shipped();
    EXPECT_EQ(forms::workdaysLeft(day("2025-01-23"), day("2025-02-06"), calendar).value(), 5);
    EXPECT_EQ(forms::workdaysLeft(day("2025-02-06"), day("2025-02-06"), calendar).value(), 0);
    EXPECT_EQ(forms::workdaysLeft(day("2025-02-06"), day("2025-01-23"), calendar).value(), -5);
}

TEST(Calendar, GoesThroughJsonUnchanged)
{
    const auto calendar = shipped();
    EXPECT_EQ(forms::calendarFromJson(forms::calendarToJson(calendar)).value(), calendar);
}

TEST(Calendar, RefusesADateOfAnotherYear)
{
    const auto calendar = forms::calendarFromJson(R"({"2025": {"off": ["2026-01-01"], "work": []}})");
    ASSERT_FALSE(calendar);
    EXPECT_EQ(calendar.error().arguments, (std::vector<base::Argument>{{"year", "2025"}}));
    EXPECT_FALSE(forms::calendarFromJson(R"({"2025": {"off": ["2025-02-30"]}})"));
    EXPECT_FALSE(forms::calendarFromJson(R"({"next": {}})"));
    EXPECT_FALSE(forms::calendarFromJson("[]"));
}

}  // namespace
