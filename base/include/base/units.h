#pragma once

#include <compare>
#include <cstdint>

namespace base {

/// Dots per inch of an image, the same in both directions.
struct Dpi {
    int value = 0;

    auto operator<=>(const Dpi&) const = default;
};

struct ByteCount {
    std::uint64_t value = 0;

    auto operator<=>(const ByteCount&) const = default;
};

struct Millimetres {
    double value = 0;

    auto operator<=>(const Millimetres&) const = default;
};

inline constexpr Millimetres A4Width{210.0};
inline constexpr Millimetres A4Height{297.0};

[[nodiscard]] constexpr double toPixels(Millimetres length, Dpi dpi)
{
    return length.value * dpi.value / 25.4;
}

}  // namespace base
