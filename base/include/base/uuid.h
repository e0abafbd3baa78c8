#pragma once

#include <base/clock.h>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random bits, so that ids sort by birth.
class Uuid
{
  public:
    Uuid() = default;  ///< the nil id: "not there"

    /// A new id born at `now`; unique without any other machine being asked.
    [[nodiscard]] static Uuid make(Timestamp now);

    /// Accepts the 36 characters of the canonical form in either case; nothing else.
    [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);

    [[nodiscard]] std::string toString() const;  ///< lower case, 36 characters
    [[nodiscard]] bool isNil() const;

    auto operator<=>(const Uuid&) const = default;

  private:
    std::array<std::uint8_t, 16> m_bytes{};
};

}  // namespace base
