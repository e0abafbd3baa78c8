#include <forms/calendar.h>

#include <algorithm>

namespace forms {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// Longer periods do not exist in any guide; the schema refuses them.
constexpr int MaxCount = 36'500;

bool isWeekend(base::Date day)
{
    const std::chrono::weekday weekday{sys_days{day}};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

base::Date next(base::Date day)
{
    return base::Date{sys_days{day} + days{1}};
}

base::Result<base::Date> addWorkdays(base::Date start,
                                     int count,
                                     const Calendar& calendar,
                                     const std::vector<Suspension>& suspensions)
{
    auto day = start;
    while (count > 0) {
        day = next(day);
        const auto worked = calendar.isWorkday(day);
        if (!worked)
            return base::passOn(worked);
        if (*worked && !isSuspended(day, suspensions))
            --count;
    }
    return day;
}

base::Date addDays(base::Date start, int count, const std::vector<Suspension>& suspensions)
{
    auto day = start;
    while (count > 0) {
        day = next(day);
        if (!isSuspended(day, suspensions))
            --count;
    }
    return day;
}

/// The corresponding day, or the month's last (民法典 202); suspended days are put on at the end.
base::Date addMonths(base::Date start, int count, const std::vector<Suspension>& suspensions)
{
    auto end = start + std::chrono::months{count};
    if (!end.ok())
        end = end.year() / end.month() / std::chrono::last;
    int suspended = 0;
    for (auto day = start; day < end;) {
        day = next(day);
        suspended += isSuspended(day, suspensions) ? 1 : 0;
    }
    return addDays(end, suspended, suspensions);
}

base::Result<base::Date> toWorkday(base::Date day, const Calendar& calendar)
{
    for (;; day = next(day)) {
        const auto worked = calendar.isWorkday(day);
        if (!worked)
            return base::passOn(worked);
        if (*worked)
            return day;
    }
}

base::Result<int> countWorkdays(base::Date after, base::Date through, const Calendar& calendar)
{
    int count = 0;
    while (after < through) {
        after = next(after);
        const auto worked = calendar.isWorkday(after);
        if (!worked)
            return base::passOn(worked);
        count += *worked ? 1 : 0;
    }
    return count;
}

}  // namespace

Calendar::Calendar(std::map<int, Year> years)
    : m_years(std::move(years))
{}

bool Calendar::knows(int year) const
{
    return m_years.contains(year);
}

base::Result<bool> Calendar::isWorkday(base::Date day) const
{
    const auto year = m_years.find(static_cast<int>(day.year()));
    if (year == m_years.end())
        return base::fail(base::ErrorCode::NotFound,
                          "There is no calendar of working days for {year} yet.",
                          {{"year", std::to_string(static_cast<int>(day.year()))}});
    if (year->second.off.contains(day))
        return false;
    return year->second.work.contains(day) || !isWeekend(day);
}

bool isSuspended(base::Date day, const std::vector<Suspension>& suspensions)
{
    return std::any_of(suspensions.begin(), suspensions.end(), [day](const Suspension& suspension) {
        return suspension.from < day && day <= suspension.to;
    });
}

base::Result<base::Date> dueDate(base::Date start,
                                 const Period& period,
                                 const Calendar& calendar,
                                 const std::vector<Suspension>& suspensions)
{
    const int count = period.n.value_or(0);
    if (count < 0 || count > MaxCount)
        return base::fail(base::ErrorCode::BadArgument, "A period is between 0 and 36500 long.");
    switch (period.unit) {
    case TimeUnit::Workday: return addWorkdays(start, count, calendar, suspensions);
    case TimeUnit::Day: return toWorkday(addDays(start, count, suspensions), calendar);
    case TimeUnit::Month: return toWorkday(addMonths(start, count, suspensions), calendar);
    case TimeUnit::Hour:
    case TimeUnit::Minute:
    case TimeUnit::WorkHour:
    case TimeUnit::OnSpot: return start;
    case TimeUnit::None: break;
    }
    return base::fail(base::ErrorCode::NotFound, "No time limit is set for this matter.");
}

std::optional<base::Timestamp> dueMoment(base::Timestamp start, const Period& period)
{
    const int count = period.n.value_or(0);
    if (period.unit == TimeUnit::Hour)
        return start + std::chrono::hours{count};
    if (period.unit == TimeUnit::Minute)
        return start + std::chrono::minutes{count};
    return std::nullopt;
}

base::Result<int> workdaysLeft(base::Date today, base::Date due, const Calendar& calendar)
{
    if (today <= due)
        return countWorkdays(today, due, calendar);
    const auto late = countWorkdays(due, today, calendar);
    return late ? base::Result<int>(-*late) : late;
}

}  // namespace forms
