#include <forms/masking.h>

#include <base/utf8.h>
#include <forms/case.h>
#include <forms/folding.h>
#include <forms/identity_paper.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

constexpr std::u32string_view NameDots = U"·•․‧∙⋅・･.";

bool staysSeen(char32_t point)
{
    return isBlankSign(point) || NameDots.find(point) != std::u32string_view::npos;
}

bool isLatin(char32_t point)
{
    return point < 0x250 && !staysSeen(point);
}

/// A unit that has no number yet.
bool isNamedLikeAUnit(std::string_view name)
{
    constexpr std::size_t ShortestUnit = 5;
    constexpr std::array<std::string_view, 16> Ends{"公司",
                                                    "企业",
                                                    "合作社",
                                                    "委员会",
                                                    "中心",
                                                    "学校",
                                                    "医院",
                                                    "银行",
                                                    "事务所",
                                                    "协会",
                                                    "基金会",
                                                    "研究院",
                                                    "幼儿园",
                                                    "商行",
                                                    "人民政府",
                                                    "联合会"};
    return base::countCodePoints(name) >= ShortestUnit
           && std::any_of(
               Ends.begin(), Ends.end(), [name](std::string_view end) { return name.ends_with(end); });
}

std::u32string seenPart(std::string_view text)
{
    auto points = base::decodeUtf8(text);
    std::erase_if(points, isUnseenSign);
    return points;
}

std::u32string maskWords(std::u32string name)
{
    bool first = true;
    for (char32_t& point : name) {
        if (!first && !staysSeen(point))
            point = U'*';
        first = staysSeen(point);
    }
    return name;
}

}  // namespace

std::string maskName(std::string_view name)
{
    auto points = seenPart(name);
    if (points.size() == 1)
        return "*";
    if (!points.empty() && isLatin(points.front()))
        return base::encodeUtf8(maskWords(std::move(points)));
    const std::size_t last = points.size() > 2 ? points.size() - 1 : points.size();
    for (std::size_t i = 1; i < last; ++i)
        if (!staysSeen(points[i]))
            points[i] = U'*';
    return base::encodeUtf8(points);
}

std::string maskNumber(std::string_view number)
{
    constexpr std::size_t Long = 15;
    constexpr std::size_t Short = 8;
    auto points = base::decodeUtf8(foldedNumber(number));
    const std::size_t before = points.size() >= Long ? 6 : points.size() >= Short ? 2 : 0;
    const std::size_t behind = points.size() >= Long ? 4 : before;
    for (std::size_t i = before; i + behind < points.size(); ++i)
        points[i] = U'*';
    return base::encodeUtf8(points);
}

std::string maskedName(const Party& party)
{
    auto paper = parseIdentityPaper(party.idType);
    if (!paper)
        paper = identityPaperOf(party.idNumber);
    const bool unit = paper ? isOrganisation(*paper) : isNamedLikeAUnit(party.name);
    return unit ? party.name : maskName(party.name);
}

}  // namespace forms
