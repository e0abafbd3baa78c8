#pragma once

#include <base/clock.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// A day of the civil calendar at the hall. Always a real day: parsing refuses 2025-02-30.
using Date = std::chrono::year_month_day;

/// Halls keep China Standard Time (UTC+8, no summer time since 1992), whatever the machine is set to.
inline constexpr std::chrono::hours HallOffset{8};

/// The hall's date at that moment.
[[nodiscard]] Date hallDate(Timestamp time);

/// "2026-11-22".
[[nodiscard]] std::string formatDate(Date date);

/// "2026-11-22" and nothing else; nothing for an impossible day.
[[nodiscard]] std::optional<Date> parseDate(std::string_view text);

/// The hall's wall time for people: "2026-11-22 10:42".
[[nodiscard]] std::string formatHallTime(Timestamp time);

}  // namespace base
