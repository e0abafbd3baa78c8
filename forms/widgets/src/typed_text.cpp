#include <widgets/typed_text.h>

#include <base/utf8.h>

#include <nlohmann/json.hpp>

#include <array>
#include <cctype>
#include <charconv>

namespace widgets {
namespace {

constexpr char32_t FullWidthFirst = 0xFF01;
constexpr char32_t FullWidthLast = 0xFF5E;
constexpr char32_t FullWidthOffset = 0xFEE0;
constexpr char32_t IdeographicSpace = 0x3000;
constexpr std::size_t LongestNumber = 40;

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

std::string trimmed(std::string text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// 2025年1月2日 -> 2025-1-2-
std::string withDashes(std::string_view text)
{
    std::string dashed;
    for (const char32_t point : base::decodeUtf8(text)) {
        const bool separates =
            point == U'年' || point == U'月' || point == U'日' || point == U'/' || point == U'.';
        dashed += separates ? "-" : base::encodeUtf8(std::u32string(1, point));
    }
    return dashed;
}

std::optional<std::array<int, 3>> readThree(std::string_view text)
{
    std::array<int, 3> numbers{};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        const auto [next, fault] = std::from_chars(at, end, numbers[index]);
        if (fault != std::errc{} || numbers[index] <= 0) {
            return std::nullopt;
        }
        at = next;
        if (index + 1 < numbers.size() && (at == end || *at++ != '-')) {
            return std::nullopt;
        }
    }
    return at == end ? std::optional(numbers) : std::nullopt;
}

}  // namespace

std::string foldWidth(std::string_view text)
{
    std::u32string points = base::decodeUtf8(text);
    for (char32_t& point : points) {
        if (point >= FullWidthFirst && point <= FullWidthLast) {
            point -= FullWidthOffset;
        } else if (point == IdeographicSpace) {
            point = U' ';
        }
    }
    return trimmed(base::encodeUtf8(points));
}

std::optional<base::Date> readTypedDate(std::string_view text)
{
    std::string typed = withDashes(foldWidth(text));
    constexpr std::size_t Compact = 8;
    if (typed.size() == Compact && typed.find_first_not_of("0123456789") == std::string::npos) {
        typed.insert(6, "-").insert(4, "-");
    }
    if (!typed.empty() && typed.back() == '-') {
        typed.pop_back();
    }
    const auto numbers = readThree(typed);
    if (!numbers || (*numbers)[0] < 1000 || (*numbers)[0] > 9999) {
        return std::nullopt;
    }
    const base::Date date{std::chrono::year((*numbers)[0]),
                          std::chrono::month(static_cast<unsigned>((*numbers)[1])),
                          std::chrono::day(static_cast<unsigned>((*numbers)[2]))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<std::string> readTypedNumber(std::string_view text, NumberKind kind)
{
    std::string typed = foldWidth(text);
    if (typed.size() > LongestNumber) {
        return std::nullopt;
    }
    const std::size_t sign = typed.starts_with('-') ? 1 : 0;
    while (typed.size() > sign + 1 && typed[sign] == '0' && isDigit(typed[sign + 1])) {
        typed.erase(sign, 1);
    }
    const char* allowed = kind == NumberKind::Whole ? "0123456789-" : "0123456789-.";
    if (typed.empty() || typed.find_first_not_of(allowed) != std::string::npos
        || !nlohmann::json::accept(typed)) {
        return std::nullopt;
    }
    return typed;
}

std::string jsonString(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace widgets
