// 市场主体登记管理条例 art. 19 and 实施细则 art. 18, counted by hand for six receptions: registered on the spot (thirty minutes
// promised), else in three working days from the receipt, three more by extension. Nothing is accepted, so silence accepts
// nothing; what is lacking is told once and the papers go back; who comes again has a new case.
#include "hand_counted.h"

#include <forms/case_flow.h>
#include <forms/step.h>
#include <forms/waiting.h>

namespace {

using forms::Act;
using forms::ClockKind;
using forms::TimeUnit;
using tests::dayAfter;
using tests::lit;

struct Reception {
    const char* name;
    const char* received;
    const char* promised;   ///< thirty minutes later
    const char* legal;      ///< 3 working days after the receipt
    const char* threeMore;  ///< 3 after those
    const char* begun;
    const char* ended;
    const char* legalBeside;  ///< 3 that are not of a procedure with a basis of its own
    const char* told;
    const char* putOffTo;
};

void PrintTo(const Reception& row, std::ostream* out)
{
    *out << row.received;
}

const std::vector<Reception> Receptions{
    // Monday 13 April.
    {.name = "OnAWorkingDay",
     .received = "2026-04-13T09:00",
     .promised = "2026-04-13 09:30",
     .legal = "2026-04-14..16",
     .threeMore = "2026-04-17 20..21",
     .begun = "2026-04-14",
     .ended = "2026-04-16",  // 04-15 and 16 do not count
     .legalBeside = "2026-04-14 17 20",
     .told = "2026-04-15",
     .putOffTo = "2026-04-21"},
    // Wednesday 17 June at 18:40; 06-19 to 06-21 are off (端午).
    {.name = "AfterHours",
     .received = "2026-06-17T18:40",
     .promised = "2026-06-17 19:10",
     .legal = "2026-06-18 22..23",
     .threeMore = "2026-06-24..26",
     .begun = "2026-06-18",
     .ended = "2026-06-23",  // 06-22 and 23 do not count
     .legalBeside = "2026-06-18 24..25",
     .told = "2026-06-18",
     .putOffTo = "2026-06-25"},
    // Saturday 15 August.
    {.name = "OnADayOff",
     .received = "2026-08-15T10:00",
     .promised = "2026-08-15 10:30",
     .legal = "2026-08-17..19",
     .threeMore = "2026-08-20..21 24",
     .begun = "2026-08-17",
     .ended = "2026-08-18",
     .legalBeside = "2026-08-17 19..20",
     .told = "2026-08-17",
     .putOffTo = "2026-08-24"},
    // Tuesday 29 September; 10-01 to 10-07 are off (国庆), Saturday 10-10 is worked.
    {.name = "BeforeTheNationalHoliday",
     .received = "2026-09-29T15:30",
     .promised = "2026-09-29 16:00",
     .legal = "2026-09-30 10-08..09",
     .threeMore = "2026-10-10 12..13",
     .begun = "2026-09-30",
     .ended = "2026-10-09",  // 10-08 and 09 do not count
     .legalBeside = "2026-09-30 10-10 12",
     .told = "2026-09-30",
     .putOffTo = "2026-10-09"},
    // Tuesday 30 December; 2026-01-01 to 01-03 are off (元旦), Sunday 01-04 is worked.
    {.name = "AtTheEndOf2025",
     .received = "2025-12-30T11:00",
     .promised = "2025-12-30 11:30",
     .legal = "2025-12-31 2026-01-04..05",
     .threeMore = "2026-01-06..08",
     .begun = "2025-12-31",
     .ended = "2026-01-05",  // 01-04 and 05 do not count
     .legalBeside = "2025-12-31 2026-01-06..07",
     .told = "2025-12-31",
     .putOffTo = "2026-01-07"},
    // Tuesday 29 December; nobody has announced the days off of 2027. Minutes need no calendar.
    {.name = "AtTheEndOf2026",
     .received = "2026-12-29T11:00",
     .promised = "2026-12-29 11:30",
     .legal = "2026-12-30..31 open",
     .threeMore = "open",
     .begun = "2026-12-30",
     .ended = "2026-12-31",
     .legalBeside = "2026-12-30 open",
     .told = "2026-12-29",
     .putOffTo = "2027-01-08"},
};

class MarketRegister : public tests::CountedCase, public testing::WithParamInterface<Reception>
{
  protected:
    MarketRegister()
    {
        guide.limits.legal = {3, TimeUnit::Workday, {}};
        guide.limits.promised = {30, TimeUnit::Minute, {}};
        guide.limits.clockStarts = forms::ClockStart::Received;
        guide.limits.extension = forms::Period{3, TimeUnit::Workday, {}};
        guide.limits.correction = {"scdj19", {3, TimeUnit::Workday, {}}, false, true};
        guide.limits.specialProcedures = {
            {"expert", "专家评审", true, {}},
            {"objection", "名称争议处理", true, {}, "测试省市场主体登记条例第9条"}};
        receive(row.received);
    }

    void begin()
    {
        happens(Act::Accepted, row.received);
        happens(Act::Examined, row.received);
    }

    const Reception& row = GetParam();
};

INSTANTIATE_TEST_SUITE_P(Received, MarketRegister, testing::ValuesIn(Receptions), [](const auto& row) {
    return row.param.name;
});

TEST_P(MarketRegister, Article19_TheTimeRunsFromTheReceiptWhetherOrNotSomebodyBegan)
{
    const auto legal = last(row.legal, 3);
    for (const bool begun : {false, true}) {
        if (begun)
            begin();
        EXPECT_EQ(at(ClockKind::Promised, row.received), std::string(row.promised) + " green");
        expectLastDay(ClockKind::Legal, row.received, legal);
    }
}

TEST_P(MarketRegister, Article19_ThirtyMinutesAreYellowInTheLastSixAndRedAfterThem)
{
    const auto seen = [this](std::chrono::minutes later) {
        const auto now = tests::hall(row.received) + later;
        return tests::clockText(forms::clocks(guide, told.course, calendar, office, now), ClockKind::Promised)
            .substr(17);
    };
    EXPECT_EQ(seen(std::chrono::minutes(23)), "green");
    EXPECT_EQ(seen(std::chrono::minutes(24)), "yellow");
    EXPECT_EQ(seen(std::chrono::minutes(30)), "yellow");
    EXPECT_EQ(seen(std::chrono::minutes(31)), "red");
}

TEST_P(MarketRegister, Article19_WhatIsLackingIsToldInThreeWorkingDaysButSilenceAcceptsNothing)
{
    expectLastDay(ClockKind::Correction, row.received, last(row.legal, 3));
    EXPECT_EQ(brings("2027-06-01"), "nothing");
    happens(Act::Returned, row.received);
    EXPECT_EQ(at(ClockKind::Correction, row.received), lit(last(row.legal, 3), "green"));
    EXPECT_EQ(brings("2027-06-01"), "nothing");
}

TEST_P(MarketRegister, Rules18_ThePapersGoBackAndNothingMoreIsAwaitedOfThisCase)
{
    happens(Act::CorrectionRequested, row.told);
    EXPECT_EQ(waitsFor(guide, told.course).who, forms::WaitsFor::Nobody);
    EXPECT_TRUE(forms::clocks(guide, told.course, calendar, office, tests::hall(timeOf(row.told))).empty());
    EXPECT_TRUE(guide.limits.correction.resubmissionIsNewCase());
}

TEST_P(MarketRegister, Article19_AnExtensionOfThreeWorkingDaysIsOpenUntilTheThirdDayEnds)
{
    begin();
    forms::StepRequest request;
    request.action = forms::Action::Extend;
    request.reason = "情形复杂";
    request.period = forms::Period{3, TimeUnit::Workday, {}};
    const auto takes = [&](const std::string& time) {
        return forms::checkStep(request, guide, told.course, calendar, office, tests::hall(time)).has_value();
    };
    const auto legal = last(row.legal, 3);
    if (legal != "-") {
        EXPECT_TRUE(takes(legal + "T16:00")) << "the thirty minutes are long over, the law's time is not";
        EXPECT_FALSE(takes(dayAfter(legal) + "T09:00"));
    }
    happens(Act::Extended, row.begun);
    told.lasting(3, TimeUnit::Workday);
    expectLastDay(ClockKind::Legal, row.received, last(row.threeMore, 3));
    EXPECT_EQ(at(ClockKind::Promised, row.begun), std::string(row.promised) + " red")
        << "what was promised stays broken";
}

TEST_P(MarketRegister, HasNoListOfProceduresThatStopTheClock)
{
    begin();
    happens(Act::ProcedureBegun, row.begun);
    told.procedure("expert").until(row.ended);
    EXPECT_EQ(at(ClockKind::Legal, row.received), lit(last(row.legal, 3), "green"));
    told.course.back().procedure = "objection";
    happens(Act::ProcedureEnded, row.ended);
    EXPECT_EQ(at(ClockKind::Legal, row.received), lit(last(row.legalBeside, 3), "green"))
        << "a basis of its own does";
}

TEST_P(MarketRegister, NoLawLimitsTheDelivery)
{
    begin();
    happens(Act::Approved, row.received);
    EXPECT_TRUE(forms::clocks(guide, told.course, calendar, office, tests::hall(row.received)).empty());
}

TEST_P(MarketRegister, NothingLapsesForWhoComesAgainHasANewApplication)
{
    office.lapse = forms::Period{30, TimeUnit::Day, {}};
    happens(Act::CorrectionRequested, row.received);
    EXPECT_TRUE(forms::clocks(guide, told.course, calendar, office, tests::hall(row.received)).empty());
    EXPECT_EQ(brings("2027-06-01"), "nothing") << "no notice set her a time";
}

TEST_P(MarketRegister, AMaterialThatWasPutOffIsMissedTheDayAfterItsDayUnlessItCame)
{
    expectMissed(row.putOffTo, [this] { begin(); });
}

}  // namespace
