#include <forms/annotation.h>

#include <array>
#include <charconv>
#include <cmath>

namespace forms {

namespace {

/// 33.3 + 66.7 is a little more than 100 in binary.
constexpr double Tolerance = 1e-9;

bool isInsidePage(const PercentBox& box)
{
    return box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0 && box.x + box.width <= 100 + Tolerance
           && box.y + box.height <= 100 + Tolerance;
}

std::string formatNumber(double value)
{
    std::array<char, 400> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc() ? std::string(text.data(), end) : "0";
}

}  // namespace

std::optional<PercentBox> parsePercentBox(std::string_view text)
{
    if (text.size() > 400)
        return std::nullopt;
    std::array<double, 4> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto [stop, error] =
            std::from_chars(text.data(), text.data() + text.size(), numbers[i], std::chars_format::fixed);
        if (error != std::errc() || !std::isfinite(numbers[i]))
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
        const bool last = i + 1 == numbers.size();
        if (text.empty() != last || (!last && text.front() != ','))
            return std::nullopt;
        text.remove_prefix(last ? 0 : 1);
    }
    const PercentBox box{numbers[0], numbers[1], numbers[2], numbers[3]};
    return isInsidePage(box) ? std::optional(box) : std::nullopt;
}

std::string formatPercentBox(const PercentBox& box)
{
    return formatNumber(box.x) + ',' + formatNumber(box.y) + ',' + formatNumber(box.width) + ','
           + formatNumber(box.height);
}

}  // namespace forms
