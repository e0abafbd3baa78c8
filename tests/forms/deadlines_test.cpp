#include "guide_folder.h"

#include <forms/deadlines.h>
#include <forms/guide.h>

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using forms::ClockCourse;
using forms::Deadlines;
using forms::Period;
using forms::TimeUnit;

forms::Calendar shipped()
{
    return forms::calendarFromJson(
               tests::readText(std::filesystem::path(OW_SOURCE_DIR) / "forms/calendars/cn.json"))
        .value();
}

base::Timestamp at(const char* hallTime)
{
    return base::parseTimestamp(std::string(hallTime) + ":00+08:00").value();
}

std::string day(const std::optional<forms::Deadline>& deadline)
{
    if (!deadline)
        return "none";
    return deadline->date ? base::formatDate(*deadline->date) : "unknown";
}

forms::Limits licence()
{
    forms::Limits limits;
    limits.legal = {20, TimeUnit::Workday, {}};
    limits.promised = {5, TimeUnit::Workday, {}};
    limits.correction = {"xkf32", {5, TimeUnit::Workday, {}}, true, true};
    return limits;
}

TEST(Deadlines, TheCorrectionClockRunsFromTheReceiptTheOthersFromAcceptance)
{
    const ClockCourse course{at("2025-01-23T16:40"), at("2025-02-06T09:00"), {}, {}};
    const auto deadlines = forms::deadlinesOf(licence(), course, shipped());
    EXPECT_EQ(day(deadlines.correction), "2025-02-06");
    EXPECT_EQ(day(deadlines.promised), "2025-02-12");
    EXPECT_EQ(day(deadlines.legal), "2025-03-05");
}

TEST(Deadlines, BeforeAcceptanceTheyAreToldAsIfItWereToday)
{
    const auto deadlines = forms::deadlinesOf(licence(), {at("2025-01-23T16:40"), {}, {}, {}}, shipped());
    EXPECT_EQ(day(deadlines.promised), "2025-02-06");
}

TEST(Deadlines, SuspendedDaysDoNotCountAndExtensionsComeAtTheEnd)
{
    ClockCourse course{at("2025-03-03T09:00"), at("2025-03-03T09:30"), {}, {}};
    course.suspensions = {{base::parseDate("2025-03-10").value(), base::parseDate("2025-03-20").value()}};
    const auto suspended = forms::deadlinesOf(licence(), course, shipped());
    EXPECT_EQ(day(suspended.legal), "2025-04-11");  // vectors.json
    course.extensions = {{10, TimeUnit::Workday, {}}};
    const auto extended = forms::deadlinesOf(licence(), course, shipped());
    EXPECT_EQ(day(extended.legal), "2025-04-25");
    EXPECT_EQ(day(extended.correction), day(suspended.correction));
}

// 行政许可法 45. Twenty working days after Monday 2025-03-03 end on 03-31; ten more: 04-01, 02, 03, then (04-04 to 06 off)
// 07, 08, 09, 10, 11, 14, 15. Suspended after 04-03 through 04-09, the 7th, 8th and 9th do not count: 16, 17, 18.
TEST(Deadlines, DaysSuspendedWithinAnExtensionDoNotCountEither)
{
    ClockCourse course{at("2025-03-03T09:00"), at("2025-03-03T09:30"), {}, {{10, TimeUnit::Workday, {}}}};
    EXPECT_EQ(day(forms::deadlinesOf(licence(), course, shipped()).legal), "2025-04-15");
    course.suspensions = {{base::parseDate("2025-04-03").value(), base::parseDate("2025-04-09").value()}};
    EXPECT_EQ(day(forms::deadlinesOf(licence(), course, shipped()).legal), "2025-04-18");
}

TEST(Deadlines, HoursAndMinutesEndAtAMoment)
{
    auto limits = licence();
    limits.promised = {60, TimeUnit::Minute, {}};
    limits.clockStarts = forms::ClockStart::Received;
    const auto deadlines =
        forms::deadlinesOf(limits, {at("2025-03-03T23:30"), at("2025-03-04T09:00"), {}, {}}, shipped());
    ASSERT_TRUE(deadlines.promised);
    EXPECT_EQ(deadlines.promised->moment, at("2025-03-04T00:30"));
    EXPECT_EQ(day(deadlines.promised), "2025-03-04");
    limits.promised = {2, TimeUnit::Hour, {}};
    EXPECT_EQ(forms::deadlinesOf(limits, {at("2025-03-03T10:00"), {}, {}, {}}, shipped()).promised->moment,
              at("2025-03-03T12:00"));
}

TEST(Deadlines, AYearWithoutACalendarLeavesTheDateOpen)
{
    const auto deadlines = forms::deadlinesOf(licence(), {at("2026-12-29T09:00"), {}, {}, {}}, shipped());
    EXPECT_EQ(day(deadlines.correction), "unknown");
    EXPECT_EQ(deadlines.correction->period, (Period{5, TimeUnit::Workday, {}}));
    EXPECT_EQ(day(deadlines.legal), "unknown");
}

TEST(Deadlines, WhereNothingIsSetThereIsNoClock)
{
    auto limits = licence();
    limits.legal = {{}, TimeUnit::None, {}};
    limits.correction = {"yhyshj36", {0, TimeUnit::OnSpot, {}}, false, true};
    const auto deadlines = forms::deadlinesOf(limits, {at("2025-03-03T10:00"), {}, {}, {}}, shipped());
    EXPECT_EQ(day(deadlines.legal), "none");
    EXPECT_EQ(day(deadlines.correction), "none");
}

TEST(Deadlines, EachRegimeHasItsOwnCorrectionClock)
{
    const auto day0 = at("2025-10-11T10:00");
    const auto of = [&](const char* name) {
        const auto guide = forms::readGuide(tests::guideText(name)).value();
        return std::pair{day(forms::deadlinesOf(guide.limits, {day0, {}, {}, {}}, shipped()).correction),
                         guide.limits.correction};
    };
    // 不动产登记暂行条例 17: on the spot and in writing, otherwise deemed accepted.
    EXPECT_EQ(of("bdc-zy-clf").first, "none");
    EXPECT_TRUE(of("bdc-zy-clf").second.deemedAcceptedOnExpiry);
    // 市场主体登记管理条例 19: three working days, and a resubmission is a new case.
    EXPECT_EQ(of("gt-sl").first, "2025-10-15");
    EXPECT_TRUE(of("gt-sl").second.resubmissionIsNewCase());
    EXPECT_FALSE(of("gt-sl").second.deemedAcceptedOnExpiry);
    EXPECT_EQ(of("hk-qy").first, "none");
    EXPECT_FALSE(of("hk-qy").second.deemedAcceptedOnExpiry);
}

}  // namespace
