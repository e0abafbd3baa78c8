#include <forms/work_hours.h>

#include <algorithm>

namespace forms {

namespace {

using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::sys_days;

/// As for periods of days (forms/calendar.cpp).
constexpr int MaxHours = 36'500;
/// A site that stays closed for longer on working days is one whose hours nobody wrote down.
constexpr int MaxClosedDays = 366;

/// The spans in which the site is open on that day; none where it is closed.
base::Result<std::vector<OpenSpan>> opensOn(base::Date day, const Site& site, const Calendar& calendar)
{
    const auto worked = calendar.isWorkday(day);
    if (!worked)
        return base::passOn(worked);
    if (!*worked || site.closed.contains(day))
        return std::vector<OpenSpan>();
    const std::chrono::weekday weekday{sys_days{day}};
    const auto& own = site.hours.at(weekday.iso_encoding() - 1);
    const bool isWeekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    return own.empty() && isWeekend ? site.hours.front() : own;
}

bool everOpens(const Site& site)
{
    return std::any_of(
        site.hours.begin(), site.hours.end(), [](const auto& spans) { return !spans.empty(); });
}

tl::unexpected<base::Error> noHours(const Site& site)
{
    return base::fail(base::ErrorCode::NotFound,
                      "The office document states no opening hours of {site} that working hours can be "
                      "counted in.",
                      {{"site", site.name}});
}

/// What is left of a span from that moment on.
milliseconds openFor(base::Timestamp from, base::Timestamp begin, base::Timestamp end)
{
    return end - std::clamp(from, begin, end);
}

}  // namespace

base::Result<base::Timestamp> addWorkHours(base::Timestamp start,
                                           int hours,
                                           const Site& site,
                                           const Calendar& calendar,
                                           const std::vector<Suspension>& suspensions)
{
    if (hours < 0 || hours > MaxHours)
        return base::fail(base::ErrorCode::BadArgument, "A period is between 0 and 36500 long.");
    if (hours == 0)
        return start;
    if (!everOpens(site))
        return noHours(site);
    milliseconds left = std::chrono::hours{hours};
    int closed = 0;
    for (auto day = base::hallDate(start); closed < MaxClosedDays; day = base::Date{sys_days{day} + days{1}})
    {
        const auto spans = opensOn(day, site, calendar);
        if (!spans)
            return base::passOn(spans);
        if (isSuspended(day, suspensions))
            continue;
        const base::Timestamp midnight = sys_days{day} - base::HallOffset;
        closed = spans->empty() ? closed + 1 : 0;
        for (const auto& span : *spans) {
            const auto end = midnight + span.to;
            const auto open = openFor(start, midnight + span.from, end);
            if (open >= left)
                return end - open + left;
            left -= open;
        }
    }
    return noHours(site);
}

}  // namespace forms
