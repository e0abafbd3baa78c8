#include <forms/folding.h>

#include <base/utf8.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Default_Ignorable_Code_Point of Unicode 15: nothing is shown for them.
constexpr std::array<Range, 17> Unseen{{
    {0x00AD, 0x00AD},
    {0x034F, 0x034F},
    {0x061C, 0x061C},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x200B, 0x200F},
    {0x202A, 0x202E},
    {0x2060, 0x206F},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFF8},
    {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A},
    {0xE0000, 0xE0FFF},
}};

/// White_Space of Unicode 15.
constexpr std::array<Range, 10> BlankSigns{{
    {0x0009, 0x000D},
    {0x0020, 0x0020},
    {0x0085, 0x0085},
    {0x00A0, 0x00A0},
    {0x1680, 0x1680},
    {0x2000, 0x200A},
    {0x2028, 0x2029},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
    {0x3000, 0x3000},
}};

constexpr std::array<Range, 6> Dashes{{
    {0x2010, 0x2015},
    {0x2212, 0x2212},
    {0x2E3A, 0x2E3B},
    {0xFE31, 0xFE32},
    {0xFE58, 0xFE58},
    {0xFE63, 0xFE63},
}};

/// What keyboards, old encodings and the ministry's own systems have written between the parts of a minority name.
constexpr std::u32string_view Dots = U".·•․‧∙⋅⸱⸳・･﹒。｡";

template <std::size_t N>
bool isIn(const std::array<Range, N>& ranges, char32_t point)
{
    return std::any_of(ranges.begin(), ranges.end(), [point](const Range& range) {
        return point >= range.first && point <= range.last;
    });
}

/// What stands for this sign and all that are like it.
char32_t plainSign(char32_t point)
{
    if (point >= 0xFF01 && point <= 0xFF5E)
        point -= 0xFEE0;
    if (point >= U'A' && point <= U'Z')
        return point + (U'a' - U'A');
    if (Dots.find(point) != std::u32string_view::npos)
        return U'·';
    return isIn(Dashes, point) ? U'-' : point;
}

}  // namespace

std::u32string foldText(std::string_view text, Blanks blanks)
{
    std::u32string folded;
    bool parted = false;
    for (const char32_t point : base::decodeUtf8(text)) {
        if (isIn(BlankSigns, point)) {
            parted = true;
            continue;
        }
        if (isIn(Unseen, point))
            continue;
        if (parted && blanks == Blanks::Single && !folded.empty())
            folded += U' ';
        parted = false;
        folded += plainSign(point);
    }
    return folded;
}

std::string foldedText(std::string_view text)
{
    return base::encodeUtf8(foldText(text, Blanks::Dropped));
}

std::string foldedNumber(std::string_view text)
{
    auto points = foldText(text, Blanks::Dropped);
    std::erase(points, U'-');
    for (char32_t& point : points)
        if (point >= U'a' && point <= U'z')
            point -= U'a' - U'A';
    return base::encodeUtf8(points);
}

bool isSameText(std::string_view one, std::string_view other)
{
    return one == other || foldText(one, Blanks::Dropped) == foldText(other, Blanks::Dropped);
}

}  // namespace forms
