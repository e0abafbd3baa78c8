#include <forms/folding.h>

#include <base/utf8.h>
#include <forms_data/folding_table.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>

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

constexpr char32_t FirstCommon = 0x4E00;
constexpr char32_t LastCommon = 0x9FFF;

/// What Unicode says a sign stands for; the table is made by forms/tables/folding_table.py.
class Equivalents
{
  public:
    struct Entry {
        char32_t point;
        std::array<char32_t, 3> becomes;  ///< 0 where there are fewer
    };

    [[nodiscard]] std::optional<Entry> find(char32_t point) const
    {
        std::uint32_t from = 0;
        std::uint32_t to = m_count;
        while (from < to) {
            const auto middle = from + (to - from) / 2;
            const auto entry = entryAt(middle);
            if (entry.point == point)
                return entry;
            if (entry.point < point)
                from = middle + 1;
            else
                to = middle;
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] static Entry entryAt(std::uint32_t index)
    {
        Entry entry{};
        std::memcpy(
            &entry, forms_data::folding_table.data() + sizeof m_count + index * sizeof entry, sizeof entry);
        return entry;
    }

    [[nodiscard]] static std::uint32_t count()
    {
        std::uint32_t count = 0;
        std::memcpy(&count, forms_data::folding_table.data(), sizeof count);
        return count;
    }

    std::uint32_t m_count = count();
};

static_assert(sizeof(Equivalents::Entry) == 16);

enum class LetterCase { Kept, Small };

char32_t plainSign(char32_t point, LetterCase letters)
{
    if (letters == LetterCase::Small && point >= U'A' && point <= U'Z')
        return point + (U'a' - U'A');
    const bool isStop = point == U'.' && letters == LetterCase::Kept;  // may be a decimal point
    if (!isStop && Dots.find(point) != std::u32string_view::npos)
        return U'·';
    return isIn(Dashes, point) ? U'-' : point;
}

/// Most text by far is ASCII and common Chinese characters, which need no look-up.
void addFolded(std::u32string& folded, char32_t point)
{
    static const Equivalents Known;
    const bool common = point < 0x80 || (point >= FirstCommon && point <= LastCommon);
    const auto entry = common ? std::nullopt : Known.find(point);
    if (!entry) {
        folded += plainSign(point, LetterCase::Small);
        return;
    }
    for (const char32_t each : entry->becomes)
        if (each != 0)
            folded += plainSign(each, LetterCase::Small);
}

void addTidied(std::u32string& tidied, char32_t point)
{
    const bool wide = point >= 0xFF01 && point <= 0xFF5E;
    tidied += plainSign(wide ? point - 0xFEE0 : point, LetterCase::Kept);
}

std::u32string withoutUnseen(std::string_view text, Blanks blanks, void (*add)(std::u32string&, char32_t))
{
    std::u32string result;
    bool parted = false;
    for (const char32_t point : base::decodeUtf8(text)) {
        const bool common = point > 0x20 && (point < 0x7F || (point >= FirstCommon && point <= LastCommon));
        if (!common && isBlankSign(point)) {
            parted = true;
            continue;
        }
        if (!common && isUnseenSign(point))
            continue;
        if (parted && blanks == Blanks::Single && !result.empty())
            result += U' ';
        parted = false;
        add(result, point);
    }
    return result;
}

}  // namespace

bool isUnseenSign(char32_t point)
{
    return isIn(Unseen, point);
}

bool isBlankSign(char32_t point)
{
    return isIn(BlankSigns, point);
}

std::u32string foldText(std::string_view text, Blanks blanks)
{
    return withoutUnseen(text, blanks, addFolded);
}

std::string tidiedText(std::string_view text, Blanks blanks)
{
    return base::encodeUtf8(withoutUnseen(text, blanks, addTidied));
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
