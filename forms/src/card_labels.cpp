#include "card_labels.h"

#include <forms/folding.h>

#include <algorithm>
#include <array>
#include <optional>

namespace forms {

namespace {

using Text = std::u32string_view;

struct Label {
    Text text;
    CardPart part;
};

/// Longer ones first where one begins with another.
constexpr std::array<Label, 24> Labels{{
    {U"公民身份号码", CardPart::Number}, {U"公民身份证号码", CardPart::Number},
    {U"身份证号码", CardPart::Number},   {U"身份证号", CardPart::Number},
    {U"证件号码", CardPart::Number},     {U"证件号", CardPart::Number},
    {U"通行证号码", CardPart::Number},   {U"护照号码", CardPart::Number},
    {U"护照号", CardPart::Number},       {U"出生日期", CardPart::Birth},
    {U"英文姓名", CardPart::Other},      {U"拼音姓名", CardPart::Other},
    {U"姓名", CardPart::Name},           {U"性别", CardPart::Sex},
    {U"民族", CardPart::Nation},         {U"出生", CardPart::Birth},
    {U"住址", CardPart::Address},        {U"国籍", CardPart::Other},
    {U"签发机关", CardPart::Other},      {U"签发地点", CardPart::Other},
    {U"签发次数", CardPart::Other},      {U"有效期限", CardPart::Other},
    {U"有效期至", CardPart::Other},      {U"换证次数", CardPart::Other},
}};

/// What permanent resident cards print behind a slash; in small letters, longer ones first.
constexpr std::array<Text, 12> EnglishLabels{U"name",
                                             U"sex",
                                             U"gender",
                                             U"date of birth",
                                             U"nationality",
                                             U"period of validity",
                                             U"date of expiry",
                                             U"issuing authority",
                                             U"authority",
                                             U"card no.",
                                             U"id no.",
                                             U"no."};

constexpr std::array<Text, 57> Nations{
    U"汉",   U"蒙古",     U"回",    U"藏",     U"维吾尔", U"苗",   U"彝",       U"壮",     U"布依",
    U"朝鲜", U"满",       U"侗",    U"瑶",     U"白",     U"土家", U"哈尼",     U"哈萨克", U"傣",
    U"黎",   U"傈僳",     U"佤",    U"畲",     U"高山",   U"拉祜", U"水",       U"东乡",   U"纳西",
    U"景颇", U"柯尔克孜", U"土",    U"达斡尔", U"仫佬",   U"羌",   U"布朗",     U"撒拉",   U"毛南",
    U"仡佬", U"锡伯",     U"阿昌",  U"普米",   U"塔吉克", U"怒",   U"乌孜别克", U"俄罗斯", U"鄂温克",
    U"德昂", U"保安",     U"裕固",  U"京",     U"塔塔尔", U"独龙", U"鄂伦春",   U"赫哲",   U"门巴",
    U"珞巴", U"基诺",     U"穿青人"};

bool isBoundary(char32_t c)
{
    return isBlankSign(c) || Text(U":：,，;；。|/").find(c) != Text::npos;
}

std::size_t afterBlanks(Text text, std::size_t at)
{
    while (at < text.size() && (isBlankSign(text[at]) || isUnseenSign(text[at])))
        ++at;
    return at;
}

/// The end of the label when it stands at `at`, blanks inside it skipped ("姓　名").
std::optional<std::size_t> endOfLabel(Text text, std::size_t at, Text label)
{
    for (const char32_t c : label) {
        if (c != label.front())
            at = afterBlanks(text, at);
        if (at >= text.size() || text[at] != c)
            return std::nullopt;
        ++at;
    }
    return at;
}

bool startsWithEnglish(Text text, Text label)
{
    if (text.size() < label.size())
        return false;
    for (std::size_t i = 0; i < label.size(); ++i) {
        const char32_t c = text[i];
        if ((c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c) != label[i])
            return false;
    }
    return true;
}

/// Where the value begins: behind "/ Name" and the colon.
std::size_t beginOfValue(Text text, std::size_t at)
{
    auto begin = afterBlanks(text, at);
    if (begin < text.size() && text[begin] == U'/') {
        const auto word = afterBlanks(text, begin + 1);
        for (const auto english : EnglishLabels)
            if (startsWithEnglish(text.substr(std::min(word, text.size())), english)) {
                begin = afterBlanks(text, word + english.size());
                break;
            }
    }
    if (begin < text.size() && (text[begin] == U':' || text[begin] == U'：'))
        begin = afterBlanks(text, begin + 1);
    return begin;
}

bool isDigit(char32_t c)
{
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

bool isCode(char32_t c)
{
    return isDigit(c) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= U'Ａ' && c <= U'ｚ');
}

bool startsWithLabel(Text text)
{
    return std::any_of(
        Labels.begin(), Labels.end(), [text](const Label& label) { return endOfLabel(text, 0, label.text); });
}

/// 汉 or 汉族, and then nothing more of the same word: 苗族, but not 白云路.
bool isNation(Text value)
{
    const auto nation = nationAt(value);
    if (nation.empty())
        return false;
    auto rest = value.substr(nation.size());
    if (rest.starts_with(U'族'))
        rest.remove_prefix(1);
    return rest.empty() || isBoundary(rest.front()) || startsWithLabel(rest);
}

/// Whether a label of this part stands here: between two fields, or with what it announces behind it.
bool isAnnounced(CardPart part, Text text, std::size_t at, Text value)
{
    const bool parted = at == 0 || isBoundary(text[at - 1]);
    const char32_t before = at == 0 ? U' ' : text[at - 1];
    const char32_t first = value.empty() ? U' ' : value.front();
    switch (part) {
    case CardPart::Name: return parted;
    case CardPart::Address: return parted || before == U'日' || isDigit(before);
    case CardPart::Sex: return first == U'男' || first == U'女' || first == U'M' || first == U'F';
    case CardPart::Nation: return isNation(value);
    case CardPart::Birth: return isDigit(first);
    case CardPart::Number: return isCode(first);
    case CardPart::Other: return parted || isDigit(first) || first == U'长' || isCode(before);
    }
    return false;
}

}  // namespace

std::u32string_view nationAt(std::u32string_view text)
{
    Text longest;
    for (const auto nation : Nations)
        if (text.starts_with(nation) && nation.size() > longest.size())
            longest = nation;
    return longest;
}

std::vector<CardLabel> findCardLabels(std::u32string_view text)
{
    std::vector<CardLabel> found;
    const auto isTold = [&found](CardPart part) {
        return part != CardPart::Other
               && std::any_of(
                   found.begin(), found.end(), [part](const CardLabel& known) { return known.part == part; });
    };
    for (std::size_t at = 0; at < text.size();) {
        auto next = at + 1;
        for (const auto& label : Labels)
            if (const auto end = endOfLabel(text, at, label.text)) {
                const auto begin = beginOfValue(text, *end);
                if (!isTold(label.part) && isAnnounced(label.part, text, at, text.substr(begin))) {
                    found.push_back({label.part, at, begin});
                    next = *end;
                }
                break;
            }
        at = next;
    }
    return found;
}

}  // namespace forms
