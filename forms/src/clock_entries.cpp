// What the clock brings: written once by the office, never undone.
#include <forms/clocks.h>
#include <forms/law.h>

#include <algorithm>
#include <chrono>

namespace forms {

namespace {

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

bool isMissedAlready(const CaseClock& clock, std::span<const CourseEntry> course)
{
    const auto open = openDeferrals(course);
    return std::none_of(open.begin(), open.end(), [&](const CourseDeferral& one) {
        return one.material == clock.subject && !one.missed;
    });
}

/// What the end of a clock brings; nothing for clocks that only tell people.
std::optional<Act> broughtBy(const CaseClock& clock, const Guide& guide, std::span<const CourseEntry> course)
{
    switch (clock.kind) {
    case ClockKind::Correction:
        return silenceAccepts(guide.limits.correction) ? std::optional(Act::DeemedAccepted) : std::nullopt;
    case ClockKind::Resubmission: return Act::Lapsed;
    case ClockKind::Deferral:
        return isMissedAlready(clock, course) ? std::nullopt : std::optional(Act::DeferralMissed);
    case ClockKind::Promised:
    case ClockKind::Legal:
    case ClockKind::Procedure:
    case ClockKind::Delivery: return std::nullopt;
    }
    return std::nullopt;
}

/// The first moment that is behind the deadline.
std::optional<base::Timestamp> endOf(const Deadline& deadline)
{
    if (deadline.moment)
        return *deadline.moment + std::chrono::milliseconds(1);
    return deadline.date ? std::optional(dayAfter(*deadline.date)) : std::nullopt;
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
        const auto act = broughtBy(clock, guide, course);
        const auto end = endOf(clock.deadline);
        if (!act || !end || now < *end)
            continue;
        entries.push_back(byTheClock(*act, *act == Act::DeemedAccepted ? clock.from : *end, now));
        if (*act != Act::DeferralMissed)
            continue;
        entries.back().cites = {clock.subject};
        entries.back().until = clock.deadline.date;
    }
    return entries;
}

std::optional<base::Timestamp> nextClockEntry(const Guide& guide,
                                              std::span<const CourseEntry> course,
                                              const Calendar& calendar,
                                              const Office& office,
                                              base::Timestamp now)
{
    std::optional<base::Timestamp> next;
    for (const auto& clock : clocks(guide, course, calendar, office, now))
        if (const auto end = endOf(clock.deadline);
            end && broughtBy(clock, guide, course) && (!next || *end < *next))
            next = end;
    return next;
}

}  // namespace forms
