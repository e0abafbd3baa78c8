#pragma once

#include <base/clock.h>
#include <base/date.h>

#include <forms/calendar.h>
#include <forms/limits.h>

#include <optional>
#include <vector>

namespace forms {

struct Site;

/// When something ends. Without a date the year has no calendar yet: people read "n working days, the date follows"
/// (DESIGN section 9), and nothing is guessed.
struct Deadline {
    Period period;
    std::optional<base::Date> date;
    std::optional<base::Timestamp> moment;  ///< with hours and minutes: within the day

    bool operator==(const Deadline&) const = default;
};

/// The clocks of an application as its guide sets them, from what is known of it.
struct Deadlines {
    std::optional<Deadline>
        correction;  ///< the hall must have asked for everything by then; absent: on the spot
    std::optional<Deadline> promised;  ///< absent: nothing is promised
    std::optional<Deadline> legal;     ///< absent: the law names no limit
};

/// What an application has been through, as far as its clocks care.
struct ClockCourse {
    base::Timestamp received;
    std::optional<base::Timestamp>
        accepted;  ///< absent: not yet, so the clock is told as if it were on `received`
    std::vector<Suspension> suspensions;
    std::vector<Period> extensions;
};

/// When a period that begins at that moment ends: hours and minutes by the clock, put off by suspended days; working
/// hours by the hours of `site`, without suspended days; all else by dueDate(). No date where the calendar does not
/// reach, or the site has no hours.
[[nodiscard]] Deadline deadlineFrom(base::Timestamp start,
                                    const Period& period,
                                    const Calendar& calendar,
                                    const Site* site = nullptr,
                                    const std::vector<Suspension>& suspensions = {});

/// The same deadline after extensions, each added at the end of what was before, and without suspended days either. The
/// period stays as it was set: what it was put off by is no part of the promise.
[[nodiscard]] Deadline extended(Deadline deadline,
                                const std::vector<Period>& extensions,
                                const Calendar& calendar,
                                const Site* site = nullptr,
                                const std::vector<Suspension>& suspensions = {});

/// The correction clock runs from the receipt at the counter, also while there is no line; the others from what the
/// guide says (`clock_starts`), without suspended days and with extensions.
[[nodiscard]] Deadlines deadlinesOf(const Limits& limits,
                                    const ClockCourse& course,
                                    const Calendar& calendar,
                                    const Site* site = nullptr);

}  // namespace forms
