#include "byte_range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace server {

namespace {

std::optional<std::uint64_t> parseNumber(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

}  // namespace

ByteRange parseByteRange(std::string_view header, std::uint64_t size)
{
    constexpr std::string_view Unit = "bytes=";
    const ByteRange whole{false, 0, size};
    const ByteRange outside{false, 0, 0};
    if (!header.starts_with(Unit))
        return whole;
    header.remove_prefix(Unit.size());
    const auto dash = header.find('-');
    if (dash == std::string_view::npos || header.find(',') != std::string_view::npos)
        return whole;
    const auto first = parseNumber(header.substr(0, dash));
    const auto last = parseNumber(header.substr(dash + 1));
    if (dash == 0) {
        if (!last)
            return whole;
        const auto length = std::min(*last, size);
        return length == 0 ? outside : ByteRange{true, size - length, length};
    }
    if (!first || (!last && dash + 1 != header.size()) || (last && *last < *first))
        return whole;
    if (*first >= size)
        return outside;
    return {true, *first, std::min(last.value_or(size - 1), size - 1) - *first + 1};
}

}  // namespace server
