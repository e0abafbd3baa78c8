#include <base/utf8.h>

#include <cstdint>

namespace base {

namespace {

constexpr char32_t Broken = 0xFFFD;

struct Step {
    char32_t point;
    std::size_t length;
    bool good;
};

/// Decodes the code point at the front of a non-empty text; a broken sequence counts as one byte.
Step decodeFirst(std::string_view text)
{
    const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80)
        return {first, 1, true};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return {Broken, 1, false};
    char32_t point = first & (0xFF >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return {Broken, 1, false};
        point = (point << 6) | (byte(i) & 0x3F);
    }
    constexpr char32_t Smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool good = point >= Smallest[length] && point <= 0x10FFFF && !(point >= 0xD800 && point <= 0xDFFF);
    return good ? Step{point, length, true} : Step{Broken, 1, false};
}

}  // namespace

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const auto step = decodeFirst(text);
        if (!step.good)
            return false;
        text.remove_prefix(step.length);
    }
    return true;
}

std::u32string decodeUtf8(std::string_view text)
{
    std::u32string points;
    points.reserve(text.size());
    while (!text.empty()) {
        const auto step = decodeFirst(text);
        points.push_back(step.point);
        text.remove_prefix(step.length);
    }
    return points;
}

std::string encodeUtf8(std::u32string_view points)
{
    std::string text;
    text.reserve(points.size() * 3);
    for (const char32_t p : points) {
        if (p < 0x80) {
            text.push_back(static_cast<char>(p));
        } else if (p < 0x800) {
            text.push_back(static_cast<char>(0xC0 | (p >> 6)));
            text.push_back(static_cast<char>(0x80 | (p & 0x3F)));
        } else if (p < 0x10000) {
            text.push_back(static_cast<char>(0xE0 | (p >> 12)));
            text.push_back(static_cast<char>(0x80 | ((p >> 6) & 0x3F)));
            text.push_back(static_cast<char>(0x80 | (p & 0x3F)));
        } else {
            text.push_back(static_cast<char>(0xF0 | (p >> 18)));
            text.push_back(static_cast<char>(0x80 | ((p >> 12) & 0x3F)));
            text.push_back(static_cast<char>(0x80 | ((p >> 6) & 0x3F)));
            text.push_back(static_cast<char>(0x80 | (p & 0x3F)));
        }
    }
    return text;
}

std::size_t countCodePoints(std::string_view text)
{
    std::size_t count = 0;
    for (; !text.empty(); ++count)
        text.remove_prefix(decodeFirst(text).length);
    return count;
}

}  // namespace base
