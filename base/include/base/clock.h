#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// A point in time, UTC, to the millisecond.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the time comes from. Only programs' main.cpp makes a SystemClock; everything else is handed one.
class Clock
{
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock
{
  public:
    [[nodiscard]] Timestamp now() const override;
};

/// RFC 3339 in UTC with milliseconds: "2026-11-22T02:42:07.123Z".
[[nodiscard]] std::string formatTimestamp(Timestamp time);

/// Reads RFC 3339 with any offset and any fraction (cut to milliseconds); nothing for anything else.
[[nodiscard]] std::optional<Timestamp> parseTimestamp(std::string_view text);

}  // namespace base
