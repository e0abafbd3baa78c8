#include <forms/identity_card.h>

#include <base/utf8.h>
#include <forms/identity_number.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace forms {

namespace {

constexpr std::size_t LongestCard = 2'000;  // bytes: more is no card

enum class Part { Name, Sex, Nation, Birth, Address, Number, Other };

struct Label {
    std::u32string_view text;
    Part part;
};

/// Longer ones first where one begins with another.
constexpr std::array<Label, 12> Labels{{
    {U"公民身份号码", Part::Number},
    {U"公民身份证号码", Part::Number},
    {U"身份证号码", Part::Number},
    {U"身份证号", Part::Number},
    {U"出生日期", Part::Birth},
    {U"姓名", Part::Name},
    {U"性别", Part::Sex},
    {U"民族", Part::Nation},
    {U"出生", Part::Birth},
    {U"住址", Part::Address},
    {U"签发机关", Part::Other},
    {U"有效期限", Part::Other},
}};

bool isSpace(char32_t c)
{
    return c == U' ' || c == U'\t' || c == U'\r' || c == U'\n' || c == U'\u3000' || c == U'\u00a0';
}

struct Found {
    Part part;
    std::size_t begin;  ///< of the value
    std::size_t label;  ///< where the label begins
};

/// The end of the label when it stands at `at`, spaces inside it skipped ("姓　名").
std::optional<std::size_t> endOfLabel(std::u32string_view text, std::size_t at, std::u32string_view label)
{
    for (const char32_t c : label) {
        while (c != label.front() && at < text.size() && isSpace(text[at]))
            ++at;
        if (at >= text.size() || text[at] != c)
            return std::nullopt;
        ++at;
    }
    return at;
}

std::vector<Found> findLabels(std::u32string_view text)
{
    std::vector<Found> found;
    for (std::size_t at = 0; at < text.size();) {
        std::optional<std::size_t> end;
        for (const auto& label : Labels)
            if ((end = endOfLabel(text, at, label.text))) {
                found.push_back({label.part, *end, at});
                break;
            }
        at = end.value_or(at + 1);
    }
    return found;
}

/// Without the colon after the label, and without the line breaks and spaces the printed layout has.
std::string valueOf(std::u32string_view text)
{
    std::u32string value;
    for (const char32_t c : text)
        if (!isSpace(c) && !(value.empty() && (c == U':' || c == U'：')))
            value += c;
    while (!value.empty()
           && std::u32string_view(U",，;；。|").find(value.back()) != std::u32string_view::npos)
        value.pop_back();
    return base::encodeUtf8(value);
}

/// 1985年6月15日, 1985-06-15, 1985.6.15, 19850615.
std::optional<base::Date> readDay(std::string_view text)
{
    std::array<int, 3> numbers{};
    std::size_t count = 0;
    std::string digits;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] >= '0' && text[i] <= '9') {
            digits += text[i];
            continue;
        }
        if (!digits.empty() && count < numbers.size())
            std::from_chars(digits.data(), digits.data() + digits.size(), numbers[count++]);
        digits.clear();
    }
    if (count == 1 && numbers[0] > 10'000'000)
        numbers = {numbers[0] / 10'000, numbers[0] / 100 % 100, numbers[0] % 100};
    else if (count != numbers.size())
        return std::nullopt;
    const base::Date day{std::chrono::year(numbers[0]),
                         std::chrono::month(static_cast<unsigned>(numbers[1])),
                         std::chrono::day(static_cast<unsigned>(numbers[2]))};
    return day.ok() ? std::optional(day) : std::nullopt;
}

void put(IdentityCard& card, Part part, const std::string& value)
{
    switch (part) {
    case Part::Name: card.name = value; break;
    case Part::Sex: card.sex = value.starts_with("男") ? "男" : value.starts_with("女") ? "女" : ""; break;
    case Part::Nation:
        card.nation = value.ends_with("族") && value.size() > 3 ? value.substr(0, value.size() - 3) : value;
        break;
    case Part::Birth: card.birth = readDay(value); break;
    case Part::Address: card.address = value; break;
    case Part::Number:
        if (const auto number = CitizenNumber::parse(std::string_view(value).substr(0, 18)))
            card.number = number->text;
        break;
    case Part::Other: break;
    }
}

}  // namespace

std::optional<IdentityCard> IdentityCard::read(std::string_view text)
{
    if (text.size() > LongestCard)
        return std::nullopt;
    const auto points = base::decodeUtf8(text);
    const std::u32string_view all = points;
    const auto labels = findLabels(all);
    IdentityCard card;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto end = i + 1 < labels.size() ? labels[i + 1].label : all.size();
        put(card, labels[i].part, valueOf(all.substr(labels[i].begin, end - labels[i].begin)));
    }
    const bool told = !card.name.empty() || !card.address.empty() || !card.sex.empty() || card.birth;
    return !card.number.empty() && told ? std::optional(card) : std::nullopt;
}

}  // namespace forms
