#pragma once

#include <base/clock.h>
#include <base/date.h>

#include <forms/calendar.h>
#include <forms/limits.h>

#include <optional>
#include <vector>

namespace forms {

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

/// The correction clock runs from the receipt at the counter, also while there is no line; the others from what the
/// guide says (`clock_starts`), without suspended days and with extensions, each added at the end of what was before.
[[nodiscard]] Deadlines deadlinesOf(const Limits& limits,
                                    const ClockCourse& course,
                                    const Calendar& calendar);

}  // namespace forms
