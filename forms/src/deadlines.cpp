#include <forms/deadlines.h>

namespace forms {

namespace {

bool isCounted(const Period& period)
{
    return period.unit != TimeUnit::None;
}

Deadline deadlineFrom(base::Timestamp start,
                      const Period& period,
                      const Calendar& calendar,
                      const std::vector<Suspension>& suspensions)
{
    Deadline deadline{period, {}, dueMoment(start, period)};
    if (deadline.moment)
        deadline.date = base::hallDate(*deadline.moment);
    else if (const auto date = dueDate(base::hallDate(start), period, calendar, suspensions))
        deadline.date = *date;
    return deadline;
}

/// The period stays as it was set: what it was put off by is not part of the promise.
void extend(Deadline& deadline, const std::vector<Period>& extensions, const Calendar& calendar)
{
    for (const auto& extension : extensions) {
        if (!deadline.date)
            return;
        const auto later = dueDate(*deadline.date, extension, calendar);
        deadline.moment.reset();
        deadline.date = later ? std::optional(*later) : std::nullopt;
    }
}

}  // namespace

Deadlines deadlinesOf(const Limits& limits, const ClockCourse& course, const Calendar& calendar)
{
    Deadlines deadlines;
    const auto& window = limits.correction.window;
    if (isCounted(window) && window.unit != TimeUnit::OnSpot)
        deadlines.correction = deadlineFrom(course.received, window, calendar, {});
    const auto start = limits.clockStarts == ClockStart::Received ? course.received
                                                                  : course.accepted.value_or(course.received);
    const auto limit = [&](const Period& period) -> std::optional<Deadline> {
        if (!isCounted(period))
            return std::nullopt;
        auto deadline = deadlineFrom(start, period, calendar, course.suspensions);
        extend(deadline, course.extensions, calendar);
        return deadline;
    };
    deadlines.promised = limit(limits.promised);
    deadlines.legal = limit(limits.legal);
    return deadlines;
}

}  // namespace forms
