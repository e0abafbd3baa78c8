#include "lint_text.h"

#include "pattern.h"

#include <base/utf8.h>
#include <forms/han.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

bool hasLostCharacter(std::u32string_view points)
{
    return std::any_of(points.begin(), points.end(), [](char32_t point) {
        return point == 0xFFFD || (point >= 0xE000 && point <= 0xF8FF) || (point >= 0x80 && point < 0xA0);
    });
}

/// UTF-8 bytes shown as Latin-1 or Windows-1252: a lead byte's letter followed by a continuation byte's sign.
bool hasLatinSalad(std::u32string_view points)
{
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const bool lead = points[i] >= 0xC2 && points[i] <= 0xF4;
        const bool continuation = (points[i + 1] >= 0xA0 && points[i + 1] <= 0xBF) || points[i + 1] == 0x20AC
                                  || points[i + 1] == 0x2122 || points[i + 1] == 0x0153
                                  || (points[i + 1] >= 0x2018 && points[i + 1] <= 0x2026);
        if (lead && continuation)
            return true;
    }
    return false;
}

bool hasEntity(std::string_view text)
{
    static const auto Entity = Pattern::compile("&(#[0-9]{1,6}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,10});");
    return Entity && Entity->matches(text);
}

}  // namespace

bool looksDamaged(std::string_view text)
{
    constexpr std::array<std::string_view, 4> Salad{"锟斤拷", "烫烫", "屯屯", "锘"};
    if (std::any_of(
            Salad.begin(), Salad.end(), [text](std::string_view word) { return contains(text, word); }))
        return true;
    const auto points = base::decodeUtf8(text);
    const bool chinese = std::any_of(points.begin(), points.end(), isHan);
    return hasLostCharacter(points) || hasLatinSalad(points) || hasEntity(text)
           || (chinese && contains(text, "??"));
}

}  // namespace forms
