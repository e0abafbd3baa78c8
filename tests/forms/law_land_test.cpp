// 不动产登记暂行条例, counted by hand for six receptions: what is lacking is told on the spot (art. 17), thirty working days
// to register (art. 20), five promised; only the public announcement takes its days out. Nothing limits the delivery.
#include "hand_counted.h"

#include <forms/law.h>
#include <forms/step.h>

namespace {

using forms::Act;
using forms::ClockKind;
using forms::TimeUnit;
using tests::dayAfter;
using tests::lit;

/// Accepted or deemed so, the time runs from the receipt: what is accepted is accepted on the spot.
struct Reception {
    const char* name;
    const char* received;
    const char* promised;  ///< 5 working days after the receipt
    const char* legal;     ///< 30
    const char* announced;
    const char* announcedUntil;
    const char* promisedBeside;  ///< 5 that are not of the announcement
    const char* legalBeside;     ///< 30
    const char* corrected;
    const char* promisedAgain;  ///< 5 after the corrected papers
    const char* legalAgain;     ///< 30
    const char* putOffTo;
};

void PrintTo(const Reception& row, std::ostream* out)
{
    *out << row.received;
}

const std::vector<Reception> Receptions{
    // Monday 13 April; 05-01 to 05-05 are off (劳动节), Saturday 05-09 is worked.
    {.name = "OnAWorkingDay",
     .received = "2026-04-13T09:00",
     .promised = "2026-04-14..17 20",
     .legal = "2026-04-14..17 20..24 27..30 05-06..09 11..15 18..22 25..27",
     // 04-16, 17, 20 to 24 and 27 to 30 do not count.
     .announced = "2026-04-15",
     .announcedUntil = "2026-04-30",
     .promisedBeside = "2026-04-14..15 05-06..08",
     .legalBeside = "2026-04-14..15 05-06..09 11..15 18..22 25..29 06-01..05 08..11",
     .corrected = "2026-04-20",
     .promisedAgain = "2026-04-21..24 27",
     .legalAgain = "2026-04-21..24 27..30 05-06..09 11..15 18..22 25..29 06-01..03",
     .putOffTo = "2026-04-21"},
    // Wednesday 17 June at 18:40; 06-19 to 06-21 are off (端午).
    {.name = "AfterHours",
     .received = "2026-06-17T18:40",
     .promised = "2026-06-18 22..25",
     .legal = "2026-06-18 22..26 29..30 07-01..03 06..10 13..17 20..24 27..30",
     // 06-22 to 26, 29 and 30, 07-01 to 03 and 06 to 09 do not count.
     .announced = "2026-06-18",
     .announcedUntil = "2026-07-09",
     .promisedBeside = "2026-06-18 07-10 13..15",
     .legalBeside = "2026-06-18 07-10 13..17 20..24 27..31 08-03..07 10..14 17..19",
     .corrected = "2026-06-29",
     .promisedAgain = "2026-06-30 07-01..03 06",
     .legalAgain = "2026-06-30 07-01..03 06..10 13..17 20..24 27..31 08-03..07 10",
     .putOffTo = "2026-06-25"},
    // Saturday 15 August, at a village point.
    {.name = "OnADayOff",
     .received = "2026-08-15T10:00",
     .promised = "2026-08-17..21",
     // Sunday 09-20 is worked.
     .legal = "2026-08-17..21 24..28 31 09-01..04 07..11 14..18 20..24",
     // 08-18 to 21, 24 to 28, 31 and 09-01 to 04 do not count.
     .announced = "2026-08-17",
     .announcedUntil = "2026-09-04",
     .promisedBeside = "2026-08-17 09-07..10",
     // 09-25 to 09-27 (中秋) and 10-01 to 10-07 (国庆) are off, Saturday 10-10 is worked.
     .legalBeside = "2026-08-17 09-07..11 14..18 20..24 28..30 10-08..10 12..16 19..21",
     .corrected = "2026-08-22",
     .promisedAgain = "2026-08-24..28",
     .legalAgain = "2026-08-24..28 31 09-01..04 07..11 14..18 20..24 28..30 10-08..09",
     .putOffTo = "2026-08-24"},
    // Tuesday 29 September; 10-01 to 10-07 are off (国庆), Saturday 10-10 is worked.
    {.name = "BeforeTheNationalHoliday",
     .received = "2026-09-29T15:30",
     .promised = "2026-09-30 10-08..10 12",
     .legal = "2026-09-30 10-08..10 12..16 19..23 26..30 11-02..06 09..13 16",
     // 10-08 to 10, 12 to 16 and 19 to 23 do not count.
     .announced = "2026-09-30",
     .announcedUntil = "2026-10-23",
     .promisedBeside = "2026-09-30 10-26..29",
     .legalBeside = "2026-09-30 10-26..30 11-02..06 09..13 16..20 23..27 30 12-01..03",
     .corrected = "2026-10-03",
     .promisedAgain = "2026-10-08..10 12..13",
     .legalAgain = "2026-10-08..10 12..16 19..23 26..30 11-02..06 09..13 16..17",
     .putOffTo = "2026-10-09"},
    // Tuesday 30 December; 2026-01-01 to 01-03 are off (元旦), Sunday 01-04 is worked.
    {.name = "AtTheEndOf2025",
     .received = "2025-12-30T11:00",
     .promised = "2025-12-31 2026-01-04..07",
     .legal = "2025-12-31 2026-01-04..09 12..16 19..23 26..30 02-02..06 09..11",
     // 01-04 to 09, 12 to 16 and 19 to 21 do not count; 02-15 to 02-23 are off (春节), Saturdays 02-14 and 02-28 are worked.
     .announced = "2025-12-31",
     .announcedUntil = "2026-01-21",
     .promisedBeside = "2025-12-31 2026-01-22..23 26..27",
     .legalBeside = "2025-12-31 2026-01-22..23 26..30 02-02..06 09..14 24..28 03-02..06 09",
     .corrected = "2026-01-04",
     .promisedAgain = "2026-01-05..09",
     .legalAgain = "2026-01-05..09 12..16 19..23 26..30 02-02..06 09..13",
     .putOffTo = "2026-01-07"},
    // Tuesday 29 December; nobody has announced the days off of 2027.
    {.name = "AtTheEndOf2026",
     .received = "2026-12-29T11:00",
     .promised = "2026-12-30..31 open",
     .legal = "2026-12-30..31 open",
     .announced = "2026-12-30",
     .announcedUntil = "2026-12-31",
     .promisedBeside = "2026-12-30 open",
     .legalBeside = "2026-12-30 open",
     .corrected = "2026-12-30",
     .promisedAgain = "2026-12-31 open",
     .legalAgain = "2026-12-31 open",
     .putOffTo = "2027-01-08"},
};

class LandRegister : public tests::CountedCase, public testing::WithParamInterface<Reception>
{
  protected:
    LandRegister()
    {
        guide.limits.legal = {30, TimeUnit::Workday, {}};
        guide.limits.promised = {5, TimeUnit::Workday, {}};
        guide.limits.correction = {"bdc17", {0, TimeUnit::OnSpot, {}}, true, true};
        guide.limits.specialProcedures = {
            {"announcement", "公告", true, forms::Period{15, TimeUnit::Workday, {}}},
            {"visit", "实地查看", true, {}}};
        receive(row.received);
    }

    [[nodiscard]] std::string day() const { return std::string(row.received).substr(0, 10); }

    void accept()
    {
        happens(Act::Accepted, row.received);
        happens(Act::Examined, row.received);
    }

    const Reception& row = GetParam();
};

INSTANTIATE_TEST_SUITE_P(Received, LandRegister, testing::ValuesIn(Receptions), [](const auto& row) {
    return row.param.name;
});

TEST_P(LandRegister, Article17_WhatIsNotRefusedInWritingOnTheSpotIsAccepted)
{
    // The day of the receipt is the whole window, also where it is a day off or after hours.
    EXPECT_EQ(at(ClockKind::Correction, row.received), day() + " yellow");
    EXPECT_EQ(brings(day() + "T23:59"), "nothing");
    EXPECT_EQ(brings(dayAfter(day()) + "T00:00"),
              "deemed-accepted " + base::formatHallTime(tests::hall(row.received)));
    theClockBrings(dayAfter(day()));
    EXPECT_EQ(at(ClockKind::Promised, row.received), lit(last(row.promised, 5), "green"));
    EXPECT_EQ(at(ClockKind::Legal, row.received), lit(last(row.legal, 30), "green"));
}

TEST_P(LandRegister, Article17_AReturnToTheWindowLeavesItAcceptedFromTheReceipt)
{
    happens(Act::Returned, row.received);
    EXPECT_EQ(brings(dayAfter(day())), "deemed-accepted " + base::formatHallTime(tests::hall(row.received)));
}

TEST_P(LandRegister, Article17_TheOneTimeNoticeIsTheRefusalAndCorrectedPapersAreANewReceipt)
{
    happens(Act::CorrectionRequested, row.received);
    EXPECT_EQ(brings("2027-06-01"), "nothing") << "refused in writing";
    happens(Act::Resubmitted, row.corrected);
    EXPECT_EQ(at(ClockKind::Correction, row.corrected), std::string(row.corrected) + " yellow");
    EXPECT_EQ(brings(dayAfter(row.corrected)), "deemed-accepted " + std::string(row.corrected) + " 10:00");
    theClockBrings(dayAfter(row.corrected));
    EXPECT_EQ(at(ClockKind::Promised, row.corrected), lit(last(row.promisedAgain, 5), "green"));
    EXPECT_EQ(at(ClockKind::Legal, row.corrected), lit(last(row.legalAgain, 30), "green"));
}

TEST_P(LandRegister, Article20_ThirtyWorkingDaysToRegisterRunFromAcceptance)
{
    accept();
    expectLastDay(ClockKind::Promised, row.received, last(row.promised, 5));
    expectLastDay(ClockKind::Legal, row.received, last(row.legal, 30));
}

TEST_P(LandRegister, Article20_KnowsNoExtension)
{
    accept();
    forms::StepRequest request;
    request.action = forms::Action::Extend;
    request.reason = "情况复杂";
    request.period = forms::Period{5, TimeUnit::Workday, {}};
    EXPECT_FALSE(forms::checkStep(request, guide, told.course, calendar, office, tests::hall(row.received)));
}

TEST_P(LandRegister, TheDaysOfAPublicAnnouncementDoNotCount)
{
    accept();
    happens(Act::ProcedureBegun, row.announced);
    told.procedure("announcement").until(row.announcedUntil);
    const auto promised = last(row.promisedBeside, 5);
    EXPECT_EQ(at(ClockKind::Promised, row.announced), promised + " paused");
    happens(Act::ProcedureEnded, row.announcedUntil);
    expectLastDay(ClockKind::Promised, row.received, promised);
    expectLastDay(ClockKind::Legal, row.received, last(row.legalBeside, 30));
}

TEST_P(LandRegister, AVisitOfTheSiteStopsNothing)
{
    accept();
    happens(Act::ProcedureBegun, row.announced);
    told.procedure("visit").until(row.announcedUntil);
    EXPECT_EQ(at(ClockKind::Promised, row.received), lit(last(row.promised, 5), "green"));
    EXPECT_EQ(at(ClockKind::Legal, row.received), lit(last(row.legal, 30), "green"));
}

TEST_P(LandRegister, NoLawLimitsTheDelivery)
{
    accept();
    happens(Act::Approved, row.received);
    EXPECT_TRUE(forms::clocks(guide, told.course, calendar, office, tests::hall(row.received)).empty());
}

TEST_P(LandRegister, NothingLapsesForWhoComesAgainHasANewApplication)
{
    office.lapse = forms::Period{30, TimeUnit::Day, {}};
    happens(Act::CorrectionRequested, row.received);
    EXPECT_TRUE(forms::clocks(guide, told.course, calendar, office, tests::hall(row.received)).empty());
    EXPECT_EQ(brings("2027-06-01"), "nothing") << "no notice set her a time";
}

TEST_P(LandRegister, AMaterialThatWasPutOffIsMissedTheDayAfterItsDayUnlessItCame)
{
    expectMissed(row.putOffTo, [this] { accept(); });
}

}  // namespace
