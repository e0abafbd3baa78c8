// Public services (优化营商环境条例 art. 36, 国发〔2022〕5号), counted by hand for six receptions in calendar days and months: seven
// days promised, a month by the guide, five days more by extension. 民法典 201: the first day does not count; 202: a month
// ends on the corresponding day or on its last; 203: a last day that is off is put off to the next working day. Here the
// guide alone says what stops a clock and what silence means.
#include "hand_counted.h"

namespace {

using forms::Act;
using forms::ClockKind;
using forms::TimeUnit;
using tests::dayAfter;
using tests::lit;

struct Reception {
    const char* name;
    const char* received;
    const char* accepted;
    const char* promised;      ///< 7 days after acceptance
    const char* legal;         ///< a month after it
    const char* promisedMore;  ///< 5 days more
    const char* legalMore;
    const char* begun;
    const char* ended;
    const char* promisedBeside;  ///< 7 days without those of a check that has a basis of its own
    const char* legalBeside;
    const char* told;
    const char* lapse;
    const char* putOffTo;
};

void PrintTo(const Reception& row, std::ostream* out)
{
    *out << row.received;
}

const std::vector<Reception> Receptions{
    {.name = "OnAWorkingDay",
     .received = "2026-04-24T09:00",  // a Friday
     .accepted = "2026-04-24",
     .promised = "2026-05-06",      // 05-01 is off (劳动节), to 05-05
     .legal = "2026-05-25",         // 05-24 is a Sunday
     .promisedMore = "2026-05-11",  // 05-07, 08, 09, 10, 11
     .legalMore = "2026-06-01",     // 05-30 is a Saturday
     .begun = "2026-04-27",
     .ended = "2026-04-29",
     .promisedBeside = "2026-05-06",  // two days more: 05-03, still in the holiday
     .legalBeside = "2026-05-26",     // 05-24 and two days more
     .told = "2026-04-15",
     .lapse = "2026-05-15",
     .putOffTo = "2026-04-28"},
    {.name = "AfterHours",
     .received = "2026-06-17T18:40",
     .accepted = "2026-06-18",
     .promised = "2026-06-25",
     .legal = "2026-07-20",  // 07-18 is a Saturday
     .promisedMore = "2026-06-30",
     .legalMore = "2026-07-27",  // 07-25 is a Saturday
     .begun = "2026-06-22",
     .ended = "2026-06-29",
     .promisedBeside = "2026-07-02",  // 06-23 to 29 do not count: seven days more
     .legalBeside = "2026-07-27",     // 07-18 and seven: 07-25, a Saturday
     .told = "2026-06-18",
     .lapse = "2026-07-20",
     .putOffTo = "2026-06-25"},
    {.name = "OnADayOff",
     .received = "2026-08-15T10:00",  // a Saturday
     .accepted = "2026-08-15",
     .promised = "2026-08-24",  // 08-22 is a Saturday
     .legal = "2026-09-15",
     .promisedMore = "2026-08-31",  // 08-24 and five: 08-29, a Saturday
     .legalMore = "2026-09-20",     // a Sunday that is worked
     .begun = "2026-08-18",
     .ended = "2026-08-21",
     .promisedBeside = "2026-08-25",
     .legalBeside = "2026-09-18",
     .told = "2026-08-17",
     .lapse = "2026-09-16",
     .putOffTo = "2026-08-24"},
    {.name = "BeforeTheNationalHoliday",
     .received = "2026-09-29T15:30",
     .accepted = "2026-09-29",
     .promised = "2026-10-08",  // 10-06 is off (国庆), to 10-07
     .legal = "2026-10-29",
     .promisedMore = "2026-10-13",
     .legalMore = "2026-11-03",
     .begun = "2026-09-30",
     .ended = "2026-10-09",
     .promisedBeside = "2026-10-15",  // 09-30 is the first day, 10-10 the second, 10-15 the seventh
     .legalBeside = "2026-11-09",     // 10-29 and nine: 11-07, a Saturday
     .told = "2026-09-30",
     .lapse = "2026-10-30",
     .putOffTo = "2026-10-09"},
    {.name = "AtTheEndOf2025",
     .received = "2025-12-30T11:00",
     .accepted = "2025-12-31",
     .promised = "2026-01-07",
     .legal = "2026-02-02",  // 01-31 is a Saturday
     .promisedMore = "2026-01-12",
     .legalMore = "2026-02-09",  // 02-07 is a Saturday
     .begun = "2026-01-04",
     .ended = "2026-01-09",
     .promisedBeside = "2026-01-12",
     .legalBeside = "2026-02-05",
     .told = "2025-12-31",
     .lapse = "2026-01-30",
     .putOffTo = "2026-01-07"},
    // The last day lies in a year whose days off nobody has announced: whether it is one cannot be said.
    {.name = "AtTheEndOf2026",
     .received = "2026-12-29T11:00",
     .accepted = "2026-12-29",
     .promised = "-",
     .legal = "-",
     .promisedMore = "-",
     .legalMore = "-",
     .begun = "2026-12-30",
     .ended = "2026-12-31",
     .promisedBeside = "-",
     .legalBeside = "-",
     .told = "2026-12-29",
     .lapse = "-",
     .putOffTo = "2027-01-08"},
};

class PublicService : public tests::CountedCase, public testing::WithParamInterface<Reception>
{
  protected:
    PublicService()
    {
        guide.limits.legal = {1, TimeUnit::Month, {}};
        guide.limits.promised = {7, TimeUnit::Day, {}};
        guide.limits.extension = forms::Period{5, TimeUnit::Day, {}};
        guide.limits.correction = {"yhyshj36", {0, TimeUnit::OnSpot, {}}, false, true};
        guide.limits.specialProcedures = {{"check", "入户安检", true, {}, "城镇燃气管理条例第25条"},
                                          {"inquiry", "调查核实", true, {}}};
        receive(row.received);
    }

    void accept()
    {
        happens(Act::Accepted, row.accepted);
        happens(Act::Examined, row.accepted);
    }

    const Reception& row = GetParam();
};

INSTANTIATE_TEST_SUITE_P(Received, PublicService, testing::ValuesIn(Receptions), [](const auto& row) {
    return row.param.name;
});

TEST_P(PublicService, SilenceMeansNothingWhereTheGuideDoesNotSayItDoes)
{
    EXPECT_TRUE(forms::clocks(guide, told.course, calendar, office, tests::hall(row.received)).empty());
    EXPECT_EQ(brings("2027-06-01"), "nothing");
    happens(Act::Returned, row.received);
    EXPECT_EQ(brings("2027-06-01"), "nothing");
    guide.limits.correction.deemedAcceptedOnExpiry = true;
    const auto day = std::string(row.received).substr(0, 10);
    EXPECT_EQ(brings(dayAfter(day)), "deemed-accepted " + base::formatHallTime(tests::hall(row.received)))
        << "and does where it says so";
}

TEST_P(PublicService, CivilCode203_TheTimeToDecideEndsOnAWorkingDay)
{
    accept();
    expectLastDay(ClockKind::Promised, row.accepted, row.promised);
    expectLastDay(ClockKind::Legal, row.accepted, row.legal);
}

TEST_P(PublicService, AfterACorrectionTheTimeRunsFromTheAcceptanceOfTheNewPapers)
{
    happens(Act::CorrectionRequested, row.received);
    EXPECT_EQ(at(ClockKind::Promised, row.accepted), "none");
    happens(Act::Resubmitted, row.accepted);
    accept();
    EXPECT_EQ(at(ClockKind::Promised, row.accepted), lit(row.promised, "green"));
}

TEST_P(PublicService, AnExtensionIsCountedOnFromTheLastDay)
{
    accept();
    happens(Act::Extended, row.accepted);
    told.lasting(5, TimeUnit::Day);
    expectLastDay(ClockKind::Promised, row.accepted, row.promisedMore);
    expectLastDay(ClockKind::Legal, row.accepted, row.legalMore);
}

TEST_P(PublicService, OnlyABasisOfItsOwnStopsTheClock)
{
    accept();
    happens(Act::ProcedureBegun, row.begun);
    told.procedure("inquiry").until(row.ended);
    EXPECT_EQ(at(ClockKind::Promised, row.accepted), lit(row.promised, "green"));
    told.course.back().procedure = "check";
    happens(Act::ProcedureEnded, row.ended);
    expectLastDay(ClockKind::Promised, row.accepted, row.promisedBeside);
    expectLastDay(ClockKind::Legal, row.accepted, row.legalBeside);
}

TEST_P(PublicService, NoLawLimitsTheDelivery)
{
    accept();
    happens(Act::Approved, row.accepted);
    EXPECT_EQ(at(ClockKind::Delivery, row.accepted), "none");
}

TEST_P(PublicService, TheApplicantsTimeToCorrectEndsOnlyWhereTheOfficeSetsIt)
{
    expectLapse(row.told, row.lapse);
}

TEST_P(PublicService, AMaterialThatWasPutOffIsMissedTheDayAfterItsDayUnlessItCame)
{
    expectMissed(row.putOffTo, [this] { accept(); });
}

}  // namespace
