#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// How guides count time. WorkHour = an hour in which the hall is open (onewindow-guide/2); OnSpot = in the same
/// session; None = the law names no limit.
enum class TimeUnit { Workday, Day, Month, Hour, Minute, OnSpot, None, WorkHour };

[[nodiscard]] std::string_view nameOf(TimeUnit unit);  ///< the guide's token: "workday", "on_spot"
[[nodiscard]] std::optional<TimeUnit> parseTimeUnit(std::string_view token);

/// A length of time as a guide states it. `n` is absent where the unit needs none.
struct Period {
    std::optional<int> n;
    TimeUnit unit = TimeUnit::None;
    std::string note;

    bool operator==(const Period&) const = default;
};

}  // namespace forms
