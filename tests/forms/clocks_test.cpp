#include "told_course.h"

#include <gtest/gtest.h>

namespace {

using forms::Act;
using forms::ClockKind;
using forms::TimeUnit;
using tests::hall;
using tests::ToldCourse;

/// A licence as 行政许可法 has it: five working days to tell what is lacking, twenty to decide, ten promised.
forms::Guide licence()
{
    forms::Guide guide;
    guide.limits.legal = {20, TimeUnit::Workday, {}};
    guide.limits.promised = {10, TimeUnit::Workday, {}};
    guide.limits.extension = forms::Period{10, TimeUnit::Workday, {}};
    guide.limits.correction = {"xkf32", {5, TimeUnit::Workday, {}}, true, true};
    guide.limits.specialProcedures = {{"inspection", "检验", true, forms::Period{15, TimeUnit::Workday, {}}},
                                      {"survey", "调查", true, {}},
                                      {"talk", "听证", false, {}}};
    return guide;
}

class Clocks : public testing::Test
{
  protected:
    Clocks()
    {
        told.then(Act::Received, "2026-09-24T09:00")
            .then(Act::Sealed, "2026-09-24T09:10")
            .then(Act::Arrived, "2026-09-24T09:11");
    }

    std::string at(ClockKind kind, const std::string& now) const
    {
        return tests::clockText(forms::clocks(guide, told.course, calendar, office, hall(now)), kind);
    }

    std::vector<forms::CourseEntry> brings(const std::string& now) const
    {
        return forms::clockEntries(guide, told.course, calendar, office, hall(now));
    }

    forms::Guide guide = licence();
    forms::Office office;
    forms::Calendar calendar = tests::shippedCalendar();
    ToldCourse told;
};

// 许可法 32(4). Received Thursday 2026-09-24; 09-25 to 09-27 are off (中秋), 10-01 to 10-07 (国庆).
// Counted: 09-28, 09-29, 09-30, 10-08, 10-09.
TEST_F(Clocks, AReturnToTheWindowDoesNotStopTheFiveDays)
{
    EXPECT_EQ(at(ClockKind::Correction, "2026-09-24T10:00"), "2026-10-09 green");
    told.then(Act::Returned, "2026-09-24T15:00");
    EXPECT_EQ(at(ClockKind::Correction, "2026-09-28T10:00"), "2026-10-09 green");
    told.then(Act::Resubmitted, "2026-10-08T09:00");
    EXPECT_EQ(at(ClockKind::Correction, "2026-10-08T10:00"), "2026-10-09 yellow");
    EXPECT_TRUE(brings("2026-10-09T23:59").empty());
    const auto deemed = brings("2026-10-10T00:00");
    ASSERT_EQ(deemed.size(), 1u);
    EXPECT_EQ(deemed.front().act, Act::DeemedAccepted);
    EXPECT_EQ(deemed.front().at, hall("2026-09-24T09:00")) << "from the day of receipt";
    EXPECT_EQ(deemed.front().by, "clock");
}

TEST_F(Clocks, ACaseThatLiesAtTheWindowForARescanIsDeemedAcceptedAllTheSame)
{
    told.then(Act::Returned, "2026-09-24T15:00");
    const auto deemed = brings("2026-10-10T08:00");
    ASSERT_EQ(deemed.size(), 1u);
    told.write(deemed);
    EXPECT_EQ(forms::stateOf(told.course), forms::CaseState::Accepted);
    EXPECT_TRUE(brings("2026-10-11T08:00").empty()) << "once";
}

// Corrected Wednesday 2026-05-20: 05-21, 05-22, 05-25, 05-26, 05-27.
TEST_F(Clocks, AfterACorrectionTheWindowAndTheAcceptanceRunFromTheNewPapers)
{
    told = {};
    told.then(Act::Received, "2026-04-29T09:00")
        .then(Act::Sealed, "2026-04-29T09:10")
        .then(Act::Arrived, "2026-04-29T09:11")
        .then(Act::CorrectionRequested, "2026-04-30T10:00")
        .then(Act::Resubmitted, "2026-05-20T09:00");
    EXPECT_EQ(at(ClockKind::Correction, "2026-05-20T10:00"), "2026-05-27 green");
    EXPECT_TRUE(brings("2026-05-27T20:00").empty());
    const auto deemed = brings("2026-05-28T00:01");
    ASSERT_EQ(deemed.size(), 1u);
    EXPECT_EQ(deemed.front().at, hall("2026-05-20T09:00"));
    told.write(deemed);
    // Ten working days after 05-20: 05-21, 22, 25, 26, 27, 28, 29, 06-01, 02, 03.
    EXPECT_EQ(at(ClockKind::Promised, "2026-05-28T09:00"), "2026-06-03 green");
}

TEST_F(Clocks, WhileTheApplicantCorrectsNoClockOfTheOfficeRuns)
{
    told.then(Act::CorrectionRequested, "2026-09-24T15:00");
    EXPECT_TRUE(forms::clocks(guide, told.course, calendar, office, hall("2026-09-28T09:00")).empty());
    EXPECT_TRUE(brings("2027-12-01T09:00").empty())
        << "without a limit in the office document nothing lapses";
}

TEST_F(Clocks, TheApplicantsTimeLapsesOnlyWhereTheOfficeSetsItAndFromTheHandingOver)
{
    office.lapse = forms::Period{30, TimeUnit::Day, {}};
    told.then(Act::CorrectionRequested, "2026-09-24T15:00");
    told.then(Act::NoticeHandedOver, "2026-09-28T10:00");
    told.course.back().paper = "one-time-notice";
    // Thirty days after 09-28 is 10-28, a Wednesday.
    EXPECT_EQ(at(ClockKind::Resubmission, "2026-09-28T11:00"), "2026-10-28 green");
    EXPECT_TRUE(brings("2026-10-28T23:00").empty());
    const auto lapsed = brings("2026-10-29T00:30");
    ASSERT_EQ(lapsed.size(), 1u);
    EXPECT_EQ(lapsed.front().act, Act::Lapsed);
    told.write(lapsed);
    EXPECT_EQ(forms::stateOf(told.course), forms::CaseState::Terminated);
}

// 许可法 32(4) and 不动产登记暂行条例 17(2) say it themselves; 市场主体登记管理条例 knows no acceptance.
TEST_F(Clocks, SilenceIsAcceptanceWhereTheLawSaysSoWhateverTheGuideWrites)
{
    const auto deems = [this](const char* regime, bool guideSaysSo) {
        guide.limits.correction.regime = regime;
        guide.limits.correction.deemedAcceptedOnExpiry = guideSaysSo;
        return brings("2026-10-10T08:00").size() == 1;
    };
    for (const bool guideSaysSo : {true, false}) {
        EXPECT_TRUE(deems("xkf32", guideSaysSo));
        EXPECT_TRUE(deems("bdc17", guideSaysSo));
        EXPECT_FALSE(deems("scdj19", guideSaysSo));
        EXPECT_EQ(deems("yhyshj36", guideSaysSo), guideSaysSo);
    }
}

// 09-24 and five working days: 10-09, as above.
TEST_F(Clocks, NoGuideHasMoreThanTheFiveWorkingDaysOfTheLicensingLaw)
{
    const auto last = [this](const char* regime, int n, TimeUnit unit) {
        guide.limits.correction.regime = regime;
        guide.limits.correction.window = {n, unit, {}};
        return at(ClockKind::Correction, "2026-09-24T10:00");
    };
    EXPECT_EQ(last("xkf32", 3, TimeUnit::Workday), "2026-09-30 green") << "a shorter one it may promise";
    EXPECT_EQ(last("xkf32", 10, TimeUnit::Workday), "2026-10-09 green");
    EXPECT_EQ(last("xkf32", 0, TimeUnit::OnSpot), "2026-10-09 green") << "on the spot or within five days";
    EXPECT_EQ(last("xkf32", 0, TimeUnit::None), "2026-10-09 green");
    EXPECT_EQ(last("bdc17", 5, TimeUnit::Workday), "2026-09-24 yellow") << "on the spot";
    EXPECT_EQ(last("scdj19", 3, TimeUnit::Workday), "2026-09-30 green");
}

// The window ends on 10-09. The reviewer asked in time; the law counts until the applicant is told.
TEST_F(Clocks, AnApplicantWhoIsToldAfterTheWindowIsToldTooLate)
{
    const auto late = [this](const std::string& handed) {
        return forms::isToldLate(guide, told.course, calendar, office, hall(handed));
    };
    EXPECT_FALSE(late("2026-10-12T09:00")) << "nothing was asked for";
    told.then(Act::CorrectionRequested, "2026-09-29T15:00");
    EXPECT_FALSE(late("2026-10-09T17:00"));
    EXPECT_TRUE(late("2026-10-10T09:00"));
    auto byTheWindow = told;
    byTheWindow.course.back().paper = "one-time-notice";
    std::swap(told, byTheWindow);
    EXPECT_FALSE(late("2026-10-10T09:00")) << "the window made it and handed it over before";
    std::swap(told, byTheWindow);
    told.then(Act::NoticeHandedOver, "2026-09-30T09:00");
    told.course.back().paper = "one-time-notice";
    EXPECT_FALSE(late("2026-10-10T09:00")) << "she was told before";
}

TEST_F(Clocks, TheApplicantHasAtLeastUntilTheDayTheNoticeSaid)
{
    office.lapse = forms::Period{15, TimeUnit::Day, {}};
    told.then(Act::CorrectionRequested, "2026-09-24T15:00").until("2026-10-26");
    EXPECT_EQ(at(ClockKind::Resubmission, "2026-09-28T11:00"), "2026-10-26 green");
    // Fifteen days after 09-24 is 10-09: later than a date that would be earlier.
    told.course.back().until = base::parseDate("2026-09-30").value();
    EXPECT_EQ(at(ClockKind::Resubmission, "2026-09-28T11:00"), "2026-10-09 green");
}

class Deciding : public Clocks
{
  protected:
    /// Accepted Monday 2026-04-13 and examined.
    Deciding()
    {
        told = {};
        told.then(Act::Received, "2026-04-13T09:00")
            .then(Act::Sealed, "2026-04-13T09:10")
            .then(Act::Arrived, "2026-04-13T09:11")
            .then(Act::Accepted, "2026-04-13T10:00")
            .then(Act::Examined, "2026-04-13T11:00");
    }
};

// Ten working days after 04-13: 04-14 to 17, 04-20 to 24, 04-27. Twenty: 04-28, 29, 30, then 05-06 (05-01 to 05-05 off),
// 05-07, 05-08, 05-09 (Saturday, worked), 05-11, 12, 13.
TEST_F(Deciding, TheTimeToDecideRunsFromAcceptanceInWorkingDays)
{
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-14T09:00"), "2026-04-27 green");
    EXPECT_EQ(at(ClockKind::Legal, "2026-04-14T09:00"), "2026-05-13 green");
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-24T09:00"), "2026-04-27 yellow");
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-28T09:00"), "2026-04-27 red");
    const auto all = forms::clocks(guide, told.course, calendar, office, hall("2026-04-14T09:00"));
    ASSERT_NE(forms::dueClock(all), nullptr);
    EXPECT_EQ(forms::dueClock(all)->kind, ClockKind::Promised);
}

// 许可法 45. Begun 04-15, ended 04-22: 04-16, 17, 20, 21, 22 do not count; five more after 04-27: 04-28, 29, 30, 05-06, 05-07.
TEST_F(Deciding, AnInspectionStopsTheClockFromTheDayAfterItBeganToTheDayItEnded)
{
    told.then(Act::ProcedureBegun, "2026-04-15T09:00").procedure("inspection").until("2026-04-22");
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-16T09:00"), "2026-05-07 paused");
    EXPECT_EQ(at(ClockKind::Procedure, "2026-04-16T09:00"), "2026-04-22 green") << "what was told";
    const auto all = forms::clocks(guide, told.course, calendar, office, hall("2026-04-16T09:00"));
    EXPECT_EQ(forms::dueClock(all), nullptr) << "a clock that stands is not due";
    told.then(Act::ProcedureEnded, "2026-04-22T17:00");
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-23T09:00"), "2026-05-07 green");
}

// Five working days after 04-15: 04-16, 17, 20, 21, 22; the promise moves as far as above.
TEST_F(Deciding, AProcedureThatWasToldByItsLengthEndsOnTheLastDayOfIt)
{
    told.then(Act::ProcedureBegun, "2026-04-15T09:00").procedure("inspection").lasting(5, TimeUnit::Workday);
    EXPECT_EQ(at(ClockKind::Procedure, "2026-04-16T09:00"), "2026-04-22 green");
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-16T09:00"), "2026-05-07 paused");
}

TEST_F(Deciding, WhatTheLawDoesNotListOrTheGuideDoesNotStopRunsOn)
{
    for (const auto* code : {"survey", "talk"}) {
        auto other = told;
        other.then(Act::ProcedureBegun, "2026-04-15T09:00").procedure(code).until("2026-04-22");
        EXPECT_EQ(
            tests::clockText(forms::clocks(guide, other.course, calendar, office, hall("2026-04-16T09:00")),
                             ClockKind::Promised),
            "2026-04-27 green")
            << code;
    }
}

TEST_F(Deciding, ABasisOfItsOwnStopsTheClock)
{
    guide.limits.specialProcedures[1].basis = "某条例第九条";
    told.then(Act::ProcedureBegun, "2026-04-15T09:00").procedure("survey").until("2026-04-22");
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-16T09:00"), "2026-05-07 paused");
}

// 许可法 42. Ten working days more after 04-27: 04-28, 29, 30, 05-06, 07, 08, 09, 11, 12, 13.
TEST_F(Deciding, AnExtensionComesAtTheEnd)
{
    told.then(Act::Extended, "2026-04-20T09:00").lasting(10, TimeUnit::Workday);
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-21T09:00"), "2026-05-13 green");
}

// The promise ended on 04-27. Ten working days more after 05-13: 05-14, 15, 18, 19, 20, 21, 22, 25, 26, 27.
TEST_F(Deciding, AnExtensionHidesNoPromiseThatWasBroken)
{
    told.then(Act::Extended, "2026-04-28T09:00").lasting(10, TimeUnit::Workday);
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-29T09:00"), "2026-04-27 red");
    EXPECT_EQ(at(ClockKind::Legal, "2026-04-29T09:00"), "2026-05-27 green");
}

// 许可法 44. Approved Wednesday 04-29; ten working days: 04-30, 05-06, 07, 08, 09, 11, 12, 13, 14, 15.
TEST_F(Deciding, AnApprovalIsToReachTheApplicantInTenWorkingDaysUnderTheLicensingLawOnly)
{
    told.then(Act::Approved, "2026-04-29T10:00");
    EXPECT_EQ(at(ClockKind::Delivery, "2026-04-30T09:00"), "2026-05-15 green");
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-30T09:00"), "none");
    guide.limits.correction.regime = "bdc17";
    EXPECT_EQ(at(ClockKind::Delivery, "2026-04-30T09:00"), "none");
}

TEST_F(Deciding, HoursRunByTheClockAndWorkingHoursByTheHalls)
{
    told = {};
    told.then(Act::Received, "2026-04-29T09:50")
        .then(Act::Sealed, "2026-04-29T09:51")
        .then(Act::Arrived, "2026-04-29T09:52")
        .then(Act::Accepted, "2026-04-29T10:00");
    guide.limits.promised = {48, TimeUnit::Hour, {}};
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-29T11:00"), "2026-05-01 10:00 green");
    EXPECT_EQ(at(ClockKind::Promised, "2026-05-01T10:01"), "2026-05-01 10:00 red");
    guide.limits.promised = {4, TimeUnit::WorkHour, {}};
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-29T11:00"), "- none") << "no hall, no hours";
    forms::Site site;
    site.id = "hall";
    for (std::size_t day = 0; day < 5; ++day)
        site.hours.at(day) = {{std::chrono::hours(9), std::chrono::hours(12)},
                              {std::chrono::minutes(13 * 60 + 30), std::chrono::hours(17)}};
    office.sites = {site};
    // 10:00 to 12:00 and 13:30 to 15:30.
    EXPECT_EQ(at(ClockKind::Promised, "2026-04-29T11:00"), "2026-04-29 15:30 green");
}

TEST_F(Deciding, AMissedDeferralIsWrittenOnceAndStops)
{
    told.then(Act::Deferred, "2026-04-13T09:05").citing("m-a").until("2026-04-20");
    EXPECT_EQ(at(ClockKind::Deferral, "2026-04-14T09:00"), "2026-04-20 green");
    EXPECT_TRUE(brings("2026-04-20T22:00").empty());
    const auto missed = brings("2026-04-21T00:00");
    ASSERT_EQ(missed.size(), 1u);
    EXPECT_EQ(missed.front().act, Act::DeferralMissed);
    EXPECT_EQ(missed.front().cites, std::vector<std::string>{"m-a"});
    told.write(missed);
    EXPECT_TRUE(brings("2026-05-21T00:00").empty());
}

TEST_F(Clocks, AYearWithoutACalendarLeavesTheDateOpenAndBringsNothing)
{
    told = {};
    told.then(Act::Received, "2098-12-30T09:00")
        .then(Act::Sealed, "2098-12-30T09:10")
        .then(Act::Arrived, "2098-12-30T09:11");
    EXPECT_EQ(at(ClockKind::Correction, "2098-12-30T10:00"), "- none");
    EXPECT_TRUE(brings("2099-06-01T10:00").empty());
}

}  // namespace
