// The units of a limit, counted by hand from an acceptance: 民法典 201 (hours run from the moment they are set from), 203 (a
// last day that is off is put off), 行政许可法 82, and working hours by the hall's own hours: Monday to Friday 09:00 to 12:00
// and 13:30 to 17:00, six and a half a day.
#include "hand_counted.h"

namespace {

using forms::Act;
using forms::ClockKind;
using forms::Period;
using forms::TimeUnit;

forms::Site hallOfSixAndAHalfHours()
{
    forms::Site site;
    site.id = "hall";
    for (std::size_t day = 0; day < 5; ++day)
        site.hours.at(day) = {{std::chrono::minutes(540), std::chrono::minutes(720)},
                              {std::chrono::minutes(810), std::chrono::minutes(1020)}};
    return site;
}

class Units : public tests::CountedCase
{
  protected:
    Units()
    {
        office.sites = {hallOfSixAndAHalfHours()};
        guide.limits.correction = {"yhyshj36", {{}, TimeUnit::None, {}}, false, true};
    }

    /// Where a promise of that length ends which is counted from `accepted`.
    std::string due(const std::string& accepted, int n, TimeUnit unit)
    {
        guide.limits.promised = {n, unit, {}};
        receive(accepted);
        happens(Act::Accepted, accepted);
        const auto text = at(ClockKind::Promised, accepted);
        return text.substr(0, text.rfind(' '));
    }

    std::string light(const std::string& accepted, Period promised, const std::string& now)
    {
        guide.limits.promised = std::move(promised);
        receive(accepted);
        happens(Act::Accepted, accepted);
        const auto text = at(ClockKind::Promised, now);
        return text.substr(text.rfind(' ') + 1);
    }
};

TEST_F(Units, CivilCode201_HoursAndMinutesRunThroughNightsAndHolidays)
{
    EXPECT_EQ(due("2026-04-29T10:00", 48, TimeUnit::Hour), "2026-05-01 10:00");
    EXPECT_EQ(due("2026-09-30T16:30", 24, TimeUnit::Hour), "2026-10-01 16:30");
    EXPECT_EQ(due("2026-08-16T19:00", 4, TimeUnit::Hour), "2026-08-16 23:00") << "a Sunday evening";
    EXPECT_EQ(due("2025-12-31T23:30", 60, TimeUnit::Minute), "2026-01-01 00:30");
    EXPECT_EQ(due("2026-12-31T23:30", 60, TimeUnit::Minute), "2027-01-01 00:30") << "no calendar is asked";
}

TEST_F(Units, WorkingHoursRunWhileTheHallIsOpen)
{
    // 10:30 to 12:00 and 13:30 to 16:00.
    EXPECT_EQ(due("2026-04-13T10:30", 4, TimeUnit::WorkHour), "2026-04-13 16:00");
    // After hours: Thursday 06-18 09:00 to 12:00 and 13:30 to 14:30.
    EXPECT_EQ(due("2026-06-17T18:40", 4, TimeUnit::WorkHour), "2026-06-18 14:30");
    // A Sunday evening: Monday 08-17.
    EXPECT_EQ(due("2026-08-16T19:00", 4, TimeUnit::WorkHour), "2026-08-17 14:30");
    // 16:00 to 17:00; then 10-08, after 国庆, 09:00 to 12:00: as the hall closes for lunch, not when it opens again.
    EXPECT_EQ(due("2026-09-30T16:00", 4, TimeUnit::WorkHour), "2026-10-08 12:00");
    // Saturday 10-10 is worked, with Monday's hours: Friday one, Saturday six and a half, Monday 10-12 half an hour.
    EXPECT_EQ(due("2026-10-09T16:00", 8, TimeUnit::WorkHour), "2026-10-12 09:30");
    // 2025-12-31 one hour, Sunday 2026-01-04, which is worked, three.
    EXPECT_EQ(due("2025-12-31T16:00", 4, TimeUnit::WorkHour), "2026-01-04 12:00");
    EXPECT_EQ(due("2026-12-31T16:00", 1, TimeUnit::WorkHour), "2026-12-31 17:00");
    EXPECT_EQ(due("2026-12-31T16:00", 2, TimeUnit::WorkHour), "-") << "nobody knows when 2027 opens";
}

TEST_F(Units, WorkingHoursAreThoseOfTheSiteOfTheCase)
{
    auto night = hallOfSixAndAHalfHours();
    night.id = "night";
    night.hours.at(2) = {{std::chrono::hours(18), std::chrono::hours(21)}};
    office.sites.push_back(night);
    // Wednesday 06-17 from 18:40 to 20:40; the first site would be closed.
    guide.limits.promised = {2, TimeUnit::WorkHour, {}};
    receive("2026-06-17T18:40");
    told.course.front().site = "night";
    happens(Act::Accepted, "2026-06-17T18:40");
    EXPECT_EQ(at(ClockKind::Promised, "2026-06-17T18:40"), "2026-06-17 20:40 green");
}

TEST_F(Units, OnTheSpotIsTheDayItselfAlsoADayOff)
{
    EXPECT_EQ(due("2026-08-15T10:00", 0, TimeUnit::OnSpot), "2026-08-15");
    EXPECT_EQ(due("2026-12-31T10:00", 0, TimeUnit::OnSpot), "2026-12-31");
    EXPECT_EQ(due("2026-08-15T10:00", 0, TimeUnit::None), "none") << "and no limit has no clock";
}

TEST_F(Units, CivilCode203_DaysEndOnTheFirstWorkingDayAfterAHoliday)
{
    EXPECT_EQ(due("2026-04-28T09:00", 3, TimeUnit::Day), "2026-05-06") << "05-01, 劳动节 to 05-05";
    EXPECT_EQ(due("2026-09-17T09:00", 3, TimeUnit::Day), "2026-09-20") << "a Sunday that is worked";
    EXPECT_EQ(due("2026-02-12T09:00", 5, TimeUnit::Day), "2026-02-24") << "02-17, 春节 to 02-23";
    EXPECT_EQ(due("2025-12-29T09:00", 3, TimeUnit::Day), "2026-01-04") << "01-01, 元旦 to 01-03";
    EXPECT_EQ(due("2026-12-28T09:00", 3, TimeUnit::Day), "2026-12-31");
    EXPECT_EQ(due("2026-12-29T09:00", 3, TimeUnit::Day), "-");
}

TEST_F(Units, CivilCode202_AMonthEndsOnTheCorrespondingDayOrOnItsLast)
{
    EXPECT_EQ(due("2026-06-15T09:00", 1, TimeUnit::Month), "2026-07-15");
    EXPECT_EQ(due("2026-01-31T09:00", 1, TimeUnit::Month), "2026-02-28") << "a Saturday that is worked";
    EXPECT_EQ(due("2026-08-31T09:00", 1, TimeUnit::Month), "2026-09-30");
    EXPECT_EQ(due("2025-11-30T09:00", 3, TimeUnit::Month), "2026-02-28");
    EXPECT_EQ(due("2026-07-01T09:00", 3, TimeUnit::Month), "2026-10-08") << "10-01, 国庆 to 10-07";
    EXPECT_EQ(due("2026-11-30T09:00", 1, TimeUnit::Month), "2026-12-30");
    EXPECT_EQ(due("2026-12-15T09:00", 1, TimeUnit::Month), "-");
}

TEST_F(Units, Article82_WorkingDaysLeaveOutHolidaysAndCountDaysThatMakeUpForThem)
{
    EXPECT_EQ(due("2026-04-30T09:00", 1, TimeUnit::Workday), "2026-05-06");
    EXPECT_EQ(due("2026-05-08T09:00", 1, TimeUnit::Workday), "2026-05-09") << "a Saturday that is worked";
    EXPECT_EQ(due("2026-02-13T09:00", 2, TimeUnit::Workday), "2026-02-24")
        << "02-14 is worked, 春节 to 02-23";
    EXPECT_EQ(due("2026-09-24T09:00", 4, TimeUnit::Workday), "2026-10-08") << "中秋 and 国庆: 09-28, 29, 30";
    EXPECT_EQ(due("2025-12-31T09:00", 1, TimeUnit::Workday), "2026-01-04");
    EXPECT_EQ(due("2026-12-31T09:00", 1, TimeUnit::Workday), "-");
}

TEST_F(Units, ALightIsYellowWithAFifthOfTheTimeOrOneWorkingDayLeft)
{
    // Ten working days after Monday 04-13 end on 04-27; two of them, 04-24 and 27, are a fifth.
    const Period ten{10, TimeUnit::Workday, {}};
    EXPECT_EQ(light("2026-04-13T10:00", ten, "2026-04-22T23:59"), "green");
    EXPECT_EQ(light("2026-04-13T10:00", ten, "2026-04-23T00:00"), "yellow");
    EXPECT_EQ(light("2026-04-13T10:00", ten, "2026-04-27T23:59"), "yellow");
    EXPECT_EQ(light("2026-04-13T10:00", ten, "2026-04-28T00:00"), "red");
    // Three working days: a fifth is less than a day, so one day before the last.
    const Period three{3, TimeUnit::Workday, {}};
    EXPECT_EQ(light("2026-04-13T10:00", three, "2026-04-14T23:59"), "green");
    EXPECT_EQ(light("2026-04-13T10:00", three, "2026-04-15T00:00"), "yellow");
    // 48 hours from 04-29 10:00: a fifth is nine hours and 36 minutes, from 05-01 00:24 on.
    const Period hours{48, TimeUnit::Hour, {}};
    EXPECT_EQ(light("2026-04-29T10:00", hours, "2026-05-01T00:23"), "green");
    EXPECT_EQ(light("2026-04-29T10:00", hours, "2026-05-01T00:24"), "yellow");
    EXPECT_EQ(light("2026-04-29T10:00", hours, "2026-05-01T10:00"), "yellow");
    EXPECT_EQ(light("2026-04-29T10:00", hours, "2026-05-01T10:01"), "red");
    // One working day before 国庆: in the holiday one is left, however many days it lasts.
    const Period one{1, TimeUnit::Workday, {}};
    EXPECT_EQ(light("2026-09-30T10:00", one, "2026-10-07T12:00"), "yellow");
    EXPECT_EQ(light("2026-09-30T10:00", one, "2026-10-08T12:00"), "yellow");
    EXPECT_EQ(light("2026-09-30T10:00", one, "2026-10-09T12:00"), "red");
    EXPECT_EQ(light("2026-12-30T10:00", ten, "2026-12-31T10:00"), "none") << "no date, no light";
}

TEST_F(Units, TheListShowsTheEarliestOfTheClocksTheOfficeMustKeep)
{
    guide.limits.legal = {1, TimeUnit::Workday, {}};
    guide.limits.promised = {30, TimeUnit::Hour, {}};
    receive("2026-04-13T10:00");
    happens(Act::Accepted, "2026-04-13T10:00");
    const auto first = [this] {
        const auto all = forms::clocks(guide, told.course, calendar, office, tests::hall("2026-04-13T11:00"));
        const auto* clock = forms::dueClock(all);
        return clock == nullptr ? std::string("none") : std::string(nameOf(clock->kind));
    };
    // 30 hours end on 04-14 at 16:00, within the last day of the law.
    EXPECT_EQ(first(), "promised");
    guide.limits.promised = {2, TimeUnit::Workday, {}};
    EXPECT_EQ(first(), "legal");
    happens(Act::Deferred, "2026-04-13T10:00");
    told.citing("m-lease").until("2026-04-13");
    EXPECT_EQ(first(), "legal") << "what is put off is the applicant's to keep";
}

}  // namespace
