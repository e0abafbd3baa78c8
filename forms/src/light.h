#pragma once

#include <forms/clocks.h>

namespace forms {

/// The light of a clock that runs from `from`, seen at `now`. Within the last fifth of its time, or with one working day
/// left, it is yellow; without a calendar for the days between, calendar days are counted, which never hides a red one.
[[nodiscard]] Light lightOf(const Deadline& deadline,
                            base::Timestamp from,
                            base::Timestamp now,
                            const Calendar& calendar);

}  // namespace forms
