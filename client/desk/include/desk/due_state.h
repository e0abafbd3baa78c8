#pragma once

#include <base/date.h>

#include <optional>

namespace desk {

/// How near the end of a clock is.
enum class DueState {
    NoClock,
    InTime,
    Soon,  ///< today or tomorrow
    Late
};

[[nodiscard]] DueState dueState(base::Date today, const std::optional<base::Date>& due);

/// Calendar days from today to the day; negative when it is past.
[[nodiscard]] int daysTo(base::Date today, base::Date due);

}  // namespace desk
