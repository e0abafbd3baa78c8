// What the clock brings: written once by the office, never undone.
#include <forms/clocks.h>
#include <forms/law.h>

#include <algorithm>

namespace forms {

namespace {

bool isOver(const Deadline& deadline, base::Timestamp now)
{
    if (deadline.moment)
        return now > *deadline.moment;
    return deadline.date && base::hallDate(now) > *deadline.date;
}

CourseEntry byTheClock(Act act, base::Timestamp at, base::Timestamp now)
{
    CourseEntry entry;
    entry.act = act;
    entry.at = at;
    entry.noted = now;
    entry.by = nameOf(Role::Clock);
    return entry;
}

/// The beginning of the day after, in the hall.
base::Timestamp dayAfter(base::Date day)
{
    return base::Timestamp(std::chrono::sys_days(day) + std::chrono::days(1)) - base::HallOffset;
}

bool isMissed(const CaseClock& clock, std::span<const CourseEntry> course, base::Timestamp now)
{
    const auto open = openDeferrals(course);
    const auto known = std::find_if(
        open.begin(), open.end(), [&](const CourseDeferral& one) { return one.material == clock.subject; });
    return known != open.end() && !known->missed && isOver(clock.deadline, now);
}

}  // namespace

std::vector<CourseEntry> clockEntries(const Guide& guide,
                                      std::span<const CourseEntry> course,
                                      const Calendar& calendar,
                                      const Office& office,
                                      base::Timestamp now)
{
    std::vector<CourseEntry> entries;
    for (const auto& clock : clocks(guide, course, calendar, office, now)) {
        if (clock.kind == ClockKind::Correction && silenceAccepts(guide.limits.correction)
            && isOver(clock.deadline, now))
            entries.push_back(byTheClock(Act::DeemedAccepted, clock.from, now));
        if (clock.kind == ClockKind::Resubmission && isOver(clock.deadline, now))
            entries.push_back(byTheClock(Act::Lapsed, dayAfter(*clock.deadline.date), now));
        if (clock.kind != ClockKind::Deferral || !isMissed(clock, course, now))
            continue;
        entries.push_back(byTheClock(Act::DeferralMissed, dayAfter(*clock.deadline.date), now));
        entries.back().cites = {clock.subject};
        entries.back().until = clock.deadline.date;
    }
    return entries;
}

}  // namespace forms
