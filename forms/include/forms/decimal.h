#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// A decimal number as it is written, of any size up to 400 digits, never rounded: 0.07 is seven hundredths, which no
/// binary floating point number is. A value.
class Decimal
{
  public:
    /// A JSON number: "19.99", "-1e20", "1280000.00". Nothing for any other text, for more than 400 digits, and for
    /// an exponent beyond ±1000.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

    /// Whether this is that number times a whole one; nothing but 0 is a multiple of 0.
    [[nodiscard]] bool isMultipleOf(const Decimal& unit) const;

    [[nodiscard]] std::strong_ordering operator<=>(const Decimal& other) const;
    bool operator==(const Decimal& other) const = default;

  private:
    bool m_negative = false;  ///< never of 0
    std::string m_digits;     ///< without zeros at both ends; empty = 0
    int m_exponent = 0;       ///< of the last digit; 0 for 0
};

/// Whether a typed number is kept as it was typed: JSON numbers are held in 64 bits, which 12345678901234567.89 does not
/// fit into. False for what is no number.
[[nodiscard]] bool isKeptExactly(std::string_view number);

}  // namespace forms
