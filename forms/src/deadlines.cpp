#include <forms/deadlines.h>

#include <forms/law.h>
#include <forms/work_hours.h>

namespace forms {

namespace {

bool isCounted(const Period& period)
{
    return period.unit != TimeUnit::None;
}

/// Days strictly after a suspension began through its end do not count, for hours neither.
base::Timestamp putOff(base::Timestamp start, base::Timestamp end, const std::vector<Suspension>& suspensions)
{
    for (const auto& suspension : suspensions) {
        const auto from = std::chrono::sys_days(suspension.from);
        const auto to = std::chrono::sys_days(suspension.to);
        if (suspension.from >= base::hallDate(start) && suspension.from <= base::hallDate(end))
            end += to - from;
    }
    return end;
}

std::optional<base::Timestamp> momentOf(base::Timestamp start,
                                        const Period& period,
                                        const Calendar& calendar,
                                        const Site* site,
                                        const std::vector<Suspension>& suspensions)
{
    if (period.unit != TimeUnit::WorkHour) {
        const auto end = dueMoment(start, period);
        return end ? std::optional(putOff(start, *end, suspensions)) : std::nullopt;
    }
    if (site == nullptr)
        return std::nullopt;
    const auto end = addWorkHours(start, period.n.value_or(0), *site, calendar, suspensions);
    return end ? std::optional(*end) : std::nullopt;
}

bool isOfHours(const Period& period)
{
    return period.unit == TimeUnit::Hour || period.unit == TimeUnit::Minute
           || period.unit == TimeUnit::WorkHour;
}

}  // namespace

Deadline deadlineFrom(base::Timestamp start,
                      const Period& period,
                      const Calendar& calendar,
                      const Site* site,
                      const std::vector<Suspension>& suspensions)
{
    Deadline deadline{period, {}, {}};
    if (isOfHours(period)) {
        deadline.moment = momentOf(start, period, calendar, site, suspensions);
        if (deadline.moment)
            deadline.date = base::hallDate(*deadline.moment);
    } else if (const auto date = dueDate(base::hallDate(start), period, calendar, suspensions)) {
        deadline.date = *date;
    }
    return deadline;
}

Deadline extended(Deadline deadline,
                  const std::vector<Period>& extensions,
                  const Calendar& calendar,
                  const Site* site,
                  const std::vector<Suspension>& suspensions)
{
    for (const auto& extension : extensions) {
        if (!deadline.date)
            return deadline;
        const auto from = deadline.moment.value_or(base::Timestamp(std::chrono::sys_days(*deadline.date))
                                                   - base::HallOffset);
        auto later = deadlineFrom(from, extension, calendar, site, suspensions);
        later.period = deadline.period;
        deadline = std::move(later);
    }
    return deadline;
}

Deadlines deadlinesOf(const Limits& limits,
                      const ClockCourse& course,
                      const Calendar& calendar,
                      const Site* site)
{
    Deadlines deadlines;
    const auto window = windowOf(limits.correction);
    if (isCounted(window) && window.unit != TimeUnit::OnSpot)
        deadlines.correction = deadlineFrom(course.received, window, calendar, site);
    const auto start = limits.clockStarts == ClockStart::Received ? course.received
                                                                  : course.accepted.value_or(course.received);
    const auto limit = [&](const Period& period) -> std::optional<Deadline> {
        if (!isCounted(period))
            return std::nullopt;
        return extended(deadlineFrom(start, period, calendar, site, course.suspensions),
                        course.extensions,
                        calendar,
                        site,
                        course.suspensions);
    };
    deadlines.promised = limit(limits.promised);
    deadlines.legal = limit(limits.legal);
    return deadlines;
}

}  // namespace forms
