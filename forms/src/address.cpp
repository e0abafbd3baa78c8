#include <forms/address.h>

#include <base/utf8.h>
#include <forms/folding.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace forms {

namespace {

using Text = std::u32string_view;

/// The words a part ends with, longer ones first where one ends with another.
const std::vector<std::u32string>& suffixesOf(AddressPart part)
{
    static const std::array<std::vector<std::u32string>, AddressParts> Suffixes{{
        {U"自治区",
         U"自治州",
         U"自治县",
         U"特别行政区",
         U"地区",
         U"新区",
         U"省",
         U"市",
         U"州",
         U"盟",
         U"区",
         U"县",
         U"旗"},
        {U"街道办事处", U"街道", U"镇", U"乡", U"苏木"},
        {U"居委会", U"村委会", U"社区", U"村", U"嘎查"},
        {U"大街", U"大道", U"公路", U"国道", U"省道", U"胡同", U"路", U"街", U"巷", U"弄", U"道"},
        {U"号"},
        {U"号楼", U"幢", U"栋", U"座", U"单元"},
        {U"层", U"楼"},
        {U"室", U"房", U"户"},
    }};
    return Suffixes[static_cast<std::size_t>(part)];
}

bool isDigit(char32_t c)
{
    constexpr std::u32string_view Chinese = U"零〇一二三四五六七八九十百";
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９') || Chinese.find(c) != Text::npos;
}

bool isName(AddressPart part)
{
    return part <= AddressPart::Road;
}

bool startsWithAny(Text text, AddressPart part)
{
    const auto& suffixes = suffixesOf(part);
    return std::any_of(
        suffixes.begin(), suffixes.end(), [text](const auto& one) { return text.starts_with(one); });
}

/// "新村路" ends in no village, "菜市街" in no city, "3号楼" in no number.
bool goesOn(Text rest, AddressPart part)
{
    switch (part) {
    case AddressPart::Division:
        return startsWithAny(rest, AddressPart::Road) || startsWithAny(rest, AddressPart::Division);
    case AddressPart::Town:
    case AddressPart::Village: return startsWithAny(rest, AddressPart::Road) || rest.starts_with(U"委会");
    case AddressPart::Road: return rest.starts_with(U"道");  // 街道
    case AddressPart::Number: return rest.starts_with(U"楼");
    case AddressPart::Building:
    case AddressPart::Floor:
    case AddressPart::Room: return false;
    }
    return false;
}

/// 小区, 社区, 园区: places that end like a district.
bool isOtherPlace(Text before, const std::u32string& suffix)
{
    return suffix == U"区" && std::u32string_view(U"小社园校厂").find(before.back()) != Text::npos;
}

/// How many characters from the start make one such part; nothing when none does.
std::optional<std::size_t> lengthOf(Text text, AddressPart part)
{
    bool digits = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const Text rest = text.substr(at);
        for (const auto& suffix : suffixesOf(part)) {
            const bool enough = isName(part) ? at > 0 : digits;
            if (enough && rest.starts_with(suffix) && !goesOn(rest.substr(suffix.size()), part)
                && !(part == AddressPart::Division && isOtherPlace(text.substr(0, at), suffix)))
                return at + suffix.size();
        }
        digits = digits || isDigit(text[at]) || (text[at] >= U'A' && text[at] <= U'z');
        // A name of a division, town or village has no house number in it.
        if (part < AddressPart::Road && text[at] >= U'0' && text[at] <= U'9')
            return std::nullopt;
    }
    return std::nullopt;
}

/// Several of a kind follow each other: 省 市 区; 路 巷; 幢 单元.
bool comesInSeveral(AddressPart part)
{
    return part == AddressPart::Division || part == AddressPart::Road || part == AddressPart::Building;
}

/// A smaller part ends before this one would: "示例镇示例区" is no district as a whole.
bool isInTheWay(Text text, AddressPart part, std::size_t length)
{
    for (auto smaller = static_cast<std::size_t>(part) + 1;
         smaller <= static_cast<std::size_t>(AddressPart::Number);
         ++smaller)
        if (const auto other = lengthOf(text, static_cast<AddressPart>(smaller)); other && *other < length)
            return true;
    return false;
}

std::size_t take(Text rest, AddressPart part)
{
    std::size_t taken = 0;
    while (const auto length = lengthOf(rest.substr(taken), part)) {
        if (isName(part) && isInTheWay(rest.substr(taken), part, *length))
            break;
        taken += *length;
        if (!comesInSeveral(part))
            break;
    }
    return taken;
}

Text trimmed(Text text)
{
    const auto isSpace = [](char32_t c) { return isBlankSign(c) || isUnseenSign(c); };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

Text defaultSuffix(AddressPart part)
{
    switch (part) {
    case AddressPart::Number: return U"号";
    case AddressPart::Building: return U"幢";
    case AddressPart::Floor: return U"层";
    case AddressPart::Room: return U"室";
    case AddressPart::Division:
    case AddressPart::Town:
    case AddressPart::Village:
    case AddressPart::Road: return {};
    }
    return {};
}

bool isPlainNumber(Text text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char32_t c) {
        return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'-';
    });
}

}  // namespace

Address Address::parse(std::string_view text)
{
    const auto points = base::decodeUtf8(text);
    Text rest = trimmed(points);
    Address address;
    for (std::size_t part = 0; part + 1 < AddressParts; ++part) {
        const auto taken = take(rest, static_cast<AddressPart>(part));
        address.m_parts[part] = base::encodeUtf8(std::u32string(rest.substr(0, taken)));
        rest.remove_prefix(taken);
    }
    address.m_parts.back() = base::encodeUtf8(std::u32string(rest));
    return address;
}

const std::string& Address::part(AddressPart part) const
{
    return m_parts[static_cast<std::size_t>(part)];
}

void Address::put(AddressPart part, std::string_view typed)
{
    const auto points = base::decodeUtf8(typed);
    std::u32string text(trimmed(points));
    if (isPlainNumber(text))
        text += defaultSuffix(part);
    m_parts[static_cast<std::size_t>(part)] = base::encodeUtf8(text);
}

std::string Address::text() const
{
    std::string all;
    for (const auto& part : m_parts)
        all += part;
    return all;
}

}  // namespace forms
