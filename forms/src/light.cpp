#include <forms/clocks.h>

namespace forms {

namespace {

/// Working days after one day through another; calendar days where the calendar does not reach.
int daysBetween(base::Date from, base::Date to, const Calendar& calendar)
{
    if (const auto days = workdaysLeft(from, to, calendar))
        return *days;
    return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

constexpr int Fifth = 5;

}  // namespace

Light lightOf(const Deadline& deadline, base::Timestamp from, base::Timestamp now, const Calendar& calendar)
{
    if (!deadline.date)
        return Light::None;
    if (deadline.moment) {
        if (now > *deadline.moment)
            return Light::Red;
        return (*deadline.moment - now) * Fifth <= *deadline.moment - from ? Light::Yellow : Light::Green;
    }
    const auto today = base::hallDate(now);
    if (today > *deadline.date)
        return Light::Red;
    const int left = daysBetween(today, *deadline.date, calendar);
    const int whole = daysBetween(base::hallDate(from), *deadline.date, calendar);
    return left <= 1 || left * Fifth <= whole ? Light::Yellow : Light::Green;
}

}  // namespace forms
