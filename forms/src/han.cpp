#include <forms/han.h>

#include <base/utf8.h>

#include <algorithm>
#include <array>
#include <optional>

namespace forms {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Script=Han of Unicode 15, the whole of the planes kept for ideographs, and private use.
constexpr std::array<Range, 18> Han{{
    {0x2E80, 0x2E99},
    {0x2E9B, 0x2EF3},
    {0x2F00, 0x2FD5},
    {0x3005, 0x3005},
    {0x3007, 0x3007},
    {0x3021, 0x3029},
    {0x3038, 0x303B},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xE000, 0xF8FF},
    {0xF900, 0xFA6D},
    {0xFA70, 0xFAD9},
    {0x16FE2, 0x16FE3},
    {0x16FF0, 0x16FF1},
    {0x20000, 0x2FFFD},
    {0x30000, 0x3FFFD},
    {0xF0000, 0xFFFFD},
    {0x100000, 0x10FFFD},
}};

constexpr char32_t CommonFirst = 0x4E00;
constexpr char32_t CommonEnd = 0x9FA5;  ///< of Unicode 1: what people still write
constexpr char32_t CommonLast = 0x9FFF;

constexpr std::array<std::string_view, 6> Names{
    "Han", "Script=Han", "sc=Han", "script:Han", "sc:Han", "scx=Han"};

/// All ranges as they stand inside a class.
const std::string& classBody()
{
    static const std::string Body = [] {
        std::u32string body;
        for (const auto& range : Han) {
            body += range.first;
            body += U'-';
            body += range.last;
        }
        return base::encodeUtf8(body);
    }();
    return Body;
}

/// One character of a class and how many code points of the expression it takes: 一, \u4e00 or \x{4e00}.
struct Written {
    char32_t point;
    std::size_t length;
};

std::optional<Written> escapedAt(std::u32string_view text)
{
    const bool braced = text.starts_with(U"\\x{") || text.starts_with(U"\\u{");
    if (!braced && !text.starts_with(U"\\u"))
        return std::nullopt;
    const std::size_t begin = braced ? 3 : 2;
    const std::size_t end = braced ? text.find(U'}') : begin + 4;
    if (end == std::u32string_view::npos || end > text.size() || end - begin > 6 || end == begin)
        return std::nullopt;
    char32_t point = 0;
    for (const char32_t digit : text.substr(begin, end - begin)) {
        const char32_t small = digit | 0x20;
        if (digit >= U'0' && digit <= U'9')
            point = point * 16 + (digit - U'0');
        else if (small >= U'a' && small <= U'f')
            point = point * 16 + (small - U'a' + 10);
        else
            return std::nullopt;
    }
    return Written{point, end + (braced ? 1 : 0)};
}

std::optional<Written> characterAt(std::u32string_view text)
{
    if (text.empty())
        return std::nullopt;
    return text[0] == U'\\' ? escapedAt(text) : std::optional(Written{text[0], 1});
}

/// How long [一-龥], without its brackets, is written here; 0 = something else stands here.
std::size_t commonRangeAt(std::u32string_view text)
{
    const auto first = characterAt(text);
    if (!first || first->point != CommonFirst || text.substr(first->length, 1) != U"-")
        return 0;
    const auto last = characterAt(text.substr(first->length + 1));
    const bool whole = last && last->point >= CommonEnd && last->point <= CommonLast;
    return whole ? first->length + 1 + last->length : 0;
}

/// How long \p{Han}, or with another first sign \P{Han}, is written here; 0 = something else stands here.
std::size_t propertyAt(std::u32string_view text, std::u32string_view begin)
{
    if (!text.starts_with(begin))
        return 0;
    const auto end = text.find(U'}');
    if (end == std::u32string_view::npos)
        return 0;
    const auto name = base::encodeUtf8(std::u32string(text.substr(3, end - 3)));
    return std::find(Names.begin(), Names.end(), name) == Names.end() ? 0 : end + 1;
}

}  // namespace

bool isHan(char32_t point)
{
    return std::any_of(Han.begin(), Han.end(), [point](const Range& range) {
        return point >= range.first && point <= range.last;
    });
}

std::size_t countHan(std::string_view text)
{
    const auto points = base::decodeUtf8(text);
    return static_cast<std::size_t>(std::count_if(points.begin(), points.end(), isHan));
}

std::string withEveryHan(std::string_view expression)
{
    if (!base::isUtf8(expression))
        return std::string(expression);
    const auto points = base::decodeUtf8(expression);
    const std::u32string_view all = points;
    std::string widened;
    bool inClass = false;
    for (std::size_t at = 0; at < all.size();) {
        const auto rest = all.substr(at);
        if (const auto length = propertyAt(rest, U"\\p{"); length > 0) {
            widened += inClass ? classBody() : "[" + classBody() + "]";
            at += length;
        } else if (const auto others = inClass ? 0 : propertyAt(rest, U"\\P{"); others > 0) {
            widened += "[^" + classBody() + "]";
            at += others;
        } else if (const auto range = inClass ? commonRangeAt(rest) : 0; range > 0) {
            widened += classBody();
            at += range;
        } else {
            // The sign behind a backslash opens and closes nothing.
            const std::size_t taken = rest[0] == U'\\' && rest.size() > 1 ? 2 : 1;
            if (taken == 1 && (rest[0] == U'[' || rest[0] == U']'))
                inClass = rest[0] == U'[';
            widened += base::encodeUtf8(rest.substr(0, taken));
            at += taken;
        }
    }
    return widened;
}

}  // namespace forms
