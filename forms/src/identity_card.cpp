#include <forms/identity_card.h>

#include "card_labels.h"

#include <base/utf8.h>
#include <forms/folding.h>
#include <forms/identity_number.h>
#include <forms/printed_date.h>

#include <algorithm>

namespace forms {

namespace {

constexpr std::size_t LongestCard = 2'000;  // bytes: more is no card

using Text = std::u32string_view;

bool isLatin(char32_t c)
{
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

/// Without the line breaks and blanks of the printed layout, save between words of Latin letters.
std::string valueOf(Text text)
{
    std::u32string value;
    bool parted = false;
    for (const char32_t c : text) {
        if (isBlankSign(c)) {
            parted = true;
            continue;
        }
        if (isUnseenSign(c))
            continue;
        if (parted && !value.empty() && isLatin(value.back()) && isLatin(c))
            value += U' ';
        parted = false;
        value += c;
    }
    while (!value.empty() && Text(U",，;；。|").find(value.back()) != Text::npos)
        value.pop_back();
    return base::encodeUtf8(value);
}

std::string sexOf(std::string_view value)
{
    if (value.starts_with("男") || value.starts_with("M"))
        return "男";
    return value.starts_with("女") || value.starts_with("F") ? "女" : "";
}

/// The signs a number may be written with, from the start.
std::string codeOf(Text text)
{
    std::u32string code;
    for (const char32_t c : text) {
        const auto folded = foldText(base::encodeUtf8(std::u32string(1, c)), Blanks::Dropped);
        const bool plain =
            folded.size() <= 1
            && (folded.empty() || isLatin(folded[0]) || (folded[0] >= U'0' && folded[0] <= U'9')
                || Text(U"-()").find(folded[0]) != Text::npos);
        if (!plain)
            break;
        code += c;
    }
    return base::encodeUtf8(code);
}

void putNumber(IdentityCard& card, Text text)
{
    const auto code = codeOf(text);
    const auto folded = foldedNumber(code);
    if (const auto citizen = CitizenNumber::parse(folded.substr(0, 18))) {
        card.number = citizen->text;
    } else {
        // Of several codes behind each other the first is the number.
        const auto words = foldText(code, Blanks::Single);
        card.number = foldedNumber(base::encodeUtf8(words.substr(0, words.find(U' '))));
    }
    const auto paper = identityPaperOf(card.number);
    if (paper && !isOrganisation(*paper))
        card.paper = *paper;
    else
        card.number.clear();
}

void put(IdentityCard& card, CardPart part, Text text)
{
    switch (part) {
    case CardPart::Name: card.name = valueOf(text); break;
    case CardPart::Sex: card.sex = sexOf(valueOf(text)); break;
    case CardPart::Nation: card.nation = base::encodeUtf8(nationAt(text)); break;
    case CardPart::Birth: card.birth = readDay(valueOf(text)); break;
    case CardPart::Address: card.address = valueOf(text); break;
    case CardPart::Number: putNumber(card, text); break;
    case CardPart::Other: break;
    }
}

}  // namespace

std::optional<IdentityCard> IdentityCard::read(std::string_view text)
{
    if (text.size() > LongestCard)
        return std::nullopt;
    const auto points = base::decodeUtf8(text);
    const Text all = points;
    const auto labels = findCardLabels(all);
    IdentityCard card;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto end = i + 1 < labels.size() ? labels[i + 1].label : all.size();
        put(card,
            labels[i].part,
            all.substr(labels[i].begin, std::max(end, labels[i].begin) - labels[i].begin));
    }
    const bool told = !card.name.empty() || !card.address.empty() || !card.sex.empty() || card.birth;
    return !card.number.empty() && told ? std::optional(card) : std::nullopt;
}

std::vector<i18n::Phrase> contradictionsOf(const IdentityCard& card, base::Date today)
{
    std::vector<i18n::Phrase> contradictions;
    const auto citizen = CitizenNumber::parse(card.number);
    if (citizen && card.birth && *card.birth != citizen->birth)
        contradictions.push_back(i18n::phrase("The birth date on the card is not the one in its number."));
    if (citizen && !card.sex.empty() && (card.sex == "男") != citizen->male)
        contradictions.push_back(i18n::phrase("The sex on the card is not the one in its number."));
    if ((card.birth && *card.birth > today) || (citizen && citizen->birth > today))
        contradictions.push_back(i18n::phrase("The birth date on the card lies in the future."));
    return contradictions;
}

}  // namespace forms
