// 行政许可法 (2019), counted by hand for six receptions: five working days to tell what is lacking, ten promised and twenty
// by law to decide, ten more by extension, ten to deliver. Art. 82: days are working days, without statutory holidays.
#include "hand_counted.h"

#include <forms/case_flow.h>

namespace {

using forms::Act;
using forms::ClockKind;
using forms::TimeUnit;
using tests::dayAfter;
using tests::lit;

struct Reception {
    const char* name;
    const char* received;
    const char* window;          ///< 5 working days after the receipt
    const char* promisedDeemed;  ///< 10 after the receipt, where silence accepted it
    const char* legalDeemed;     ///< 20
    const char* accepted;
    const char* promised;    ///< 10 after acceptance
    const char* legal;       ///< 20
    const char* tenMore;     ///< 10 after `promised`
    const char* tenMoreLaw;  ///< 10 after `legal`
    const char* inspectionBegins;
    const char* inspectionEnds;
    const char* promisedBeside;  ///< 10 after acceptance that are not of the inspection
    const char* legalBeside;     ///< 20
    const char* corrected;
    const char* windowAgain;    ///< 5 after the corrected papers
    const char* promisedAgain;  ///< 10, where silence accepted those
    const char* approved;
    const char* delivery;  ///< 10 after the approval
    const char* told;
    const char* lapse;  ///< 30 days after `told`, or the working day after those; "-" without a calendar
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
     .window = "2026-04-14..17 20",
     .promisedDeemed = "2026-04-14..17 20..24 27",
     .legalDeemed = "2026-04-14..17 20..24 27..30 05-06..09 11..13",
     .accepted = "2026-04-14",
     .promised = "2026-04-15..17 20..24 27..28",
     .legal = "2026-04-15..17 20..24 27..30 05-06..09 11..14",
     .tenMore = "2026-04-29..30 05-06..09 11..14",
     .tenMoreLaw = "2026-05-15 18..22 25..28",
     // 04-17 and 20 to 23 do not count.
     .inspectionBegins = "2026-04-16",
     .inspectionEnds = "2026-04-23",
     .promisedBeside = "2026-04-15..16 24 27..30 05-06..08",
     .legalBeside = "2026-04-15..16 24 27..30 05-06..09 11..15 18..21",
     .corrected = "2026-04-20",
     .windowAgain = "2026-04-21..24 27",
     .promisedAgain = "2026-04-21..24 27..30 05-06..07",
     .approved = "2026-04-29",
     .delivery = "2026-04-30 05-06..09 11..15",
     .told = "2026-04-15",
     .lapse = "2026-05-15",  // a Friday
     .putOffTo = "2026-04-21"},
    // Wednesday 17 June at 18:40: the day of the receipt does not count anyway (民法典 201); 06-19 to 06-21 are off (端午).
    {.name = "AfterHours",
     .received = "2026-06-17T18:40",
     .window = "2026-06-18 22..25",
     .promisedDeemed = "2026-06-18 22..26 29..30 07-01..02",
     .legalDeemed = "2026-06-18 22..26 29..30 07-01..03 06..10 13..16",
     .accepted = "2026-06-18",
     .promised = "2026-06-22..26 29..30 07-01..03",
     .legal = "2026-06-22..26 29..30 07-01..03 06..10 13..17",
     .tenMore = "2026-07-06..10 13..17",
     .tenMoreLaw = "2026-07-20..24 27..31",
     // 06-24 to 26, 29 and 30 do not count.
     .inspectionBegins = "2026-06-23",
     .inspectionEnds = "2026-06-30",
     .promisedBeside = "2026-06-22..23 07-01..03 06..10",
     .legalBeside = "2026-06-22..23 07-01..03 06..10 13..17 20..24",
     .corrected = "2026-06-29",
     .windowAgain = "2026-06-30 07-01..03 06",
     .promisedAgain = "2026-06-30 07-01..03 06..10 13",
     .approved = "2026-07-03",
     .delivery = "2026-07-06..10 13..17",
     .told = "2026-06-18",
     .lapse = "2026-07-20",  // 07-18 is a Saturday (民法典 203)
     .putOffTo = "2026-06-25"},
    // Saturday 15 August, at a village point.
    {.name = "OnADayOff",
     .received = "2026-08-15T10:00",
     .window = "2026-08-17..21",
     .promisedDeemed = "2026-08-17..21 24..28",
     .legalDeemed = "2026-08-17..21 24..28 31 09-01..04 07..11",
     .accepted = "2026-08-17",
     .promised = "2026-08-18..21 24..28 31",
     .legal = "2026-08-18..21 24..28 31 09-01..04 07..11 14",
     .tenMore = "2026-09-01..04 07..11 14",
     // Sunday 09-20 is worked, 09-25 to 09-27 are off (中秋).
     .tenMoreLaw = "2026-09-15..18 20..24 28",
     // 08-20, 21, 24, 25 and 26 do not count.
     .inspectionBegins = "2026-08-19",
     .inspectionEnds = "2026-08-26",
     .promisedBeside = "2026-08-18..19 27..28 31 09-01..04 07",
     .legalBeside = "2026-08-18..19 27..28 31 09-01..04 07..11 14..18 20",
     .corrected = "2026-08-22",  // a Saturday again
     .windowAgain = "2026-08-24..28",
     .promisedAgain = "2026-08-24..28 31 09-01..04",
     .approved = "2026-08-28",
     .delivery = "2026-08-31 09-01..04 07..11",
     .told = "2026-08-17",
     .lapse = "2026-09-16",
     .putOffTo = "2026-08-24"},
    // Tuesday 29 September; 10-01 to 10-07 are off (国庆), Saturday 10-10 is worked.
    {.name = "BeforeTheNationalHoliday",
     .received = "2026-09-29T15:30",
     .window = "2026-09-30 10-08..10 12",
     .promisedDeemed = "2026-09-30 10-08..10 12..16 19",
     .legalDeemed = "2026-09-30 10-08..10 12..16 19..23 26..30 11-02",
     .accepted = "2026-09-30",
     .promised = "2026-10-08..10 12..16 19..20",
     .legal = "2026-10-08..10 12..16 19..23 26..30 11-02..03",
     .tenMore = "2026-10-21..23 26..30 11-02..03",
     .tenMoreLaw = "2026-11-04..06 09..13 16..17",
     // 10-09, 10, 12 and 13 do not count.
     .inspectionBegins = "2026-10-08",
     .inspectionEnds = "2026-10-13",
     .promisedBeside = "2026-10-08 14..16 19..23 26",
     .legalBeside = "2026-10-08 14..16 19..23 26..30 11-02..06 09",
     .corrected = "2026-10-03",  // in the holiday, at a village point
     .windowAgain = "2026-10-08..10 12..13",
     .promisedAgain = "2026-10-08..10 12..16 19..20",
     .approved = "2026-10-09",
     .delivery = "2026-10-10 12..16 19..22",
     .told = "2026-09-30",
     .lapse = "2026-10-30",
     .putOffTo = "2026-10-09"},
    // Tuesday 30 December; 2026-01-01 to 01-03 are off (元旦), Sunday 01-04 is worked.
    {.name = "AtTheEndOf2025",
     .received = "2025-12-30T11:00",
     .window = "2025-12-31 2026-01-04..07",
     .promisedDeemed = "2025-12-31 2026-01-04..09 12..14",
     .legalDeemed = "2025-12-31 2026-01-04..09 12..16 19..23 26..28",
     .accepted = "2025-12-31",
     .promised = "2026-01-04..09 12..15",
     .legal = "2026-01-04..09 12..16 19..23 26..29",
     .tenMore = "2026-01-16 19..23 26..29",
     .tenMoreLaw = "2026-01-30 02-02..06 09..12",
     // 01-06 to 01-09 do not count.
     .inspectionBegins = "2026-01-05",
     .inspectionEnds = "2026-01-09",
     .promisedBeside = "2026-01-04..05 12..16 19..21",
     .legalBeside = "2026-01-04..05 12..16 19..23 26..30 02-02..04",
     .corrected = "2026-01-04",
     .windowAgain = "2026-01-05..09",
     .promisedAgain = "2026-01-05..09 12..16",
     .approved = "2026-01-06",
     .delivery = "2026-01-07..09 12..16 19..20",
     .told = "2025-12-31",
     .lapse = "2026-01-30",
     .putOffTo = "2026-01-07"},
    // Tuesday 29 December; nobody has announced the days off of 2027.
    {.name = "AtTheEndOf2026",
     .received = "2026-12-29T11:00",
     .window = "2026-12-30..31 open",
     .promisedDeemed = "2026-12-30..31 open",
     .legalDeemed = "2026-12-30..31 open",
     .accepted = "2026-12-30",
     .promised = "2026-12-31 open",
     .legal = "2026-12-31 open",
     .tenMore = "open",
     .tenMoreLaw = "open",
     .inspectionBegins = "2026-12-30",
     .inspectionEnds = "2026-12-31",
     .promisedBeside = "open",
     .legalBeside = "open",
     .corrected = "2026-12-30",
     .windowAgain = "2026-12-31 open",
     .promisedAgain = "2026-12-31 open",
     .approved = "2026-12-30",
     .delivery = "2026-12-31 open",
     .told = "2026-12-29",
     .lapse = "-",  // 2027-01-28: nobody can say whether it is worked
     .putOffTo = "2027-01-08"},
};

class LicensingLaw : public tests::CountedCase, public testing::WithParamInterface<Reception>
{
  protected:
    LicensingLaw()
    {
        guide.limits.legal = {20, TimeUnit::Workday, {}};
        guide.limits.promised = {10, TimeUnit::Workday, {}};
        guide.limits.extension = forms::Period{10, TimeUnit::Workday, {}};
        guide.limits.correction = {"xkf32", {5, TimeUnit::Workday, {}}, true, true};
        guide.limits.specialProcedures = {
            {"inspection", "检验", true, forms::Period{15, TimeUnit::Workday, {}}},
            {"visit", "现场核查", true, {}}};
        receive(row.received);
    }

    void accept()
    {
        happens(Act::Accepted, row.accepted);
        happens(Act::Examined, row.accepted);
    }

    const Reception& row = GetParam();
};

INSTANTIATE_TEST_SUITE_P(Received, LicensingLaw, testing::ValuesIn(Receptions), [](const auto& row) {
    return row.param.name;
});

TEST_P(LicensingLaw, Article32_WhatIsLackingIsToldInFiveWorkingDaysElseItIsAcceptedFromTheReceipt)
{
    const auto end = last(row.window, 5);
    expectLastDay(ClockKind::Correction, row.received, end);
    if (end == "-") {
        EXPECT_EQ(brings("2027-06-01"), "nothing") << "nothing is guessed";
        return;
    }
    EXPECT_EQ(brings(end + "T23:59"), "nothing");
    const auto receipt = base::formatHallTime(tests::hall(row.received));
    EXPECT_EQ(brings(dayAfter(end) + "T00:00"), "deemed-accepted " + receipt);
    theClockBrings(dayAfter(end));
    EXPECT_EQ(at(ClockKind::Promised, row.received), lit(last(row.promisedDeemed, 10), "green"));
    EXPECT_EQ(at(ClockKind::Legal, row.received), lit(last(row.legalDeemed, 20), "green"));
    EXPECT_EQ(brings("2027-06-01"), "nothing") << "once";
}

TEST_P(LicensingLaw, Article32_AReturnToTheWindowStopsNothing)
{
    const auto end = last(row.window, 5);
    happens(Act::Returned, row.received);
    EXPECT_EQ(at(ClockKind::Correction, row.received), lit(end, "green"));
    happens(Act::Resubmitted, row.corrected);
    EXPECT_EQ(at(ClockKind::Correction, row.received), lit(end, "green"));
    if (end != "-") {
        EXPECT_EQ(brings(dayAfter(end)),
                  "deemed-accepted " + base::formatHallTime(tests::hall(row.received)));
    }
}

TEST_P(LicensingLaw, Article32_CorrectedPapersBeginTheFiveDaysAnew)
{
    happens(Act::CorrectionRequested, row.received);
    EXPECT_EQ(at(ClockKind::Correction, row.corrected), "none") << "told in time: the office waits";
    EXPECT_EQ(brings("2027-06-01"), "nothing");
    happens(Act::Resubmitted, row.corrected);
    const auto end = last(row.windowAgain, 5);
    expectLastDay(ClockKind::Correction, row.corrected, end);
    if (end == "-")
        return;
    EXPECT_EQ(brings(dayAfter(end)), "deemed-accepted " + std::string(row.corrected) + " 10:00");
    theClockBrings(dayAfter(end));
    EXPECT_EQ(at(ClockKind::Promised, row.corrected), lit(last(row.promisedAgain, 10), "green"));
}

TEST_P(LicensingLaw, Article42_TheTimeToDecideRunsFromAcceptance)
{
    EXPECT_EQ(at(ClockKind::Promised, row.received), "none");
    accept();
    expectLastDay(ClockKind::Promised, row.accepted, last(row.promised, 10));
    expectLastDay(ClockKind::Legal, row.accepted, last(row.legal, 20));
}

TEST_P(LicensingLaw, Article42_AnExtensionIsCountedOnFromTheLastDay)
{
    accept();
    happens(Act::Extended, row.accepted);
    told.lasting(10, TimeUnit::Workday);
    expectLastDay(ClockKind::Promised, row.accepted, last(row.tenMore, 10));
    expectLastDay(ClockKind::Legal, row.accepted, last(row.tenMoreLaw, 10));
}

TEST_P(LicensingLaw, Article45_TheDaysOfAnInspectionDoNotCount)
{
    accept();
    happens(Act::ProcedureBegun, row.inspectionBegins);
    told.procedure("inspection").until(row.inspectionEnds);
    const auto promised = last(row.promisedBeside, 10);
    const auto legal = last(row.legalBeside, 20);
    EXPECT_EQ(at(ClockKind::Promised, row.inspectionEnds),
              promised == "-" ? "- paused" : promised + " paused");
    EXPECT_EQ(at(ClockKind::Procedure, row.inspectionBegins).substr(0, 10), row.inspectionEnds);
    happens(Act::ProcedureEnded, row.inspectionEnds);
    expectLastDay(ClockKind::Promised, row.accepted, promised);
    expectLastDay(ClockKind::Legal, row.accepted, legal);
}

TEST_P(LicensingLaw, Article45_AVisitOfTheSiteIsNotOnItsListAndStopsNothing)
{
    accept();
    happens(Act::ProcedureBegun, row.inspectionBegins);
    told.procedure("visit").until(row.inspectionEnds);
    EXPECT_EQ(at(ClockKind::Promised, row.accepted), lit(last(row.promised, 10), "green"));
    happens(Act::ProcedureEnded, row.inspectionEnds);
    EXPECT_EQ(at(ClockKind::Promised, row.accepted), lit(last(row.promised, 10), "green"));
    EXPECT_EQ(at(ClockKind::Legal, row.accepted), lit(last(row.legal, 20), "green"));
}

TEST_P(LicensingLaw, Article44_WhatWasGrantedIsDeliveredInTenWorkingDays)
{
    accept();
    happens(Act::Approved, row.approved);
    expectLastDay(ClockKind::Delivery, row.approved, last(row.delivery, 10));
    EXPECT_EQ(at(ClockKind::Promised, row.approved), "none");
    happens(Act::Certified, row.approved);
    EXPECT_EQ(at(ClockKind::Delivery, row.approved), lit(last(row.delivery, 10), "green"));
    happens(Act::Delivered, row.approved);
    EXPECT_EQ(at(ClockKind::Delivery, row.approved), "none");
}

TEST_P(LicensingLaw, Article44_SetsNoTimeForARefusal)
{
    accept();
    happens(Act::Refused, row.approved);
    EXPECT_EQ(at(ClockKind::Delivery, row.approved), "none");
}

TEST_P(LicensingLaw, TheApplicantsTimeToCorrectEndsOnlyWhereTheOfficeSetsIt)
{
    expectLapse(row.told, row.lapse);
}

TEST_P(LicensingLaw, AMaterialThatWasPutOffIsMissedTheDayAfterItsDayUnlessItCame)
{
    expectMissed(row.putOffTo, [this] { accept(); });
}

}  // namespace
