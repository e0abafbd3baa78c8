#include <forms/identity_paper.h>

#include "word_table.h"

#include <forms/folding.h>
#include <forms/identity_number.h>

#include <i18n/phrase.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

using i18n::messageId;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool areDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

bool isResidencePermit(std::string_view number)
{
    const auto region = number.substr(0, 6);
    return (region == "810000" || region == "820000" || region == "830000")
           && CitizenNumber::parse(number).has_value();
}

/// No division begins with 9.
bool isIdentityCard(std::string_view number)
{
    return CitizenNumber::parse(number) && number[0] != '9' && !isResidencePermit(number);
}

/// yymmdd of either century.
bool isShortDay(std::string_view digits)
{
    const auto isDayOf = [digits](const char* century) {
        const std::string day(digits);
        return base::parseDate(century + day.substr(0, 2) + "-" + day.substr(2, 2) + "-" + day.substr(4, 2))
            .has_value();
    };
    return areDigits(digits) && (isDayOf("19") || isDayOf("20"));
}

/// Country (3 letters), office (4), birth (6), number and check; good until it ends although no longer issued.
bool isOldPermanentResidence(std::string_view number)
{
    return number.size() == 15 && std::all_of(number.begin(), number.begin() + 3, isCapital)
           && areDigits(number.substr(3)) && isShortDay(number.substr(7, 6));
}

bool isPermanentResidence(std::string_view number)
{
    return isOldPermanentResidence(number) || (number.starts_with('9') && CitizenNumber::parse(number));
}

/// ICAO 9303 has at most nine characters in its short field; some states print more.
bool isPassport(std::string_view number)
{
    return number.size() >= 5 && number.size() <= 15
           && std::all_of(number.begin(), number.end(), [](char c) { return isDigit(c) || isCapital(c); })
           && std::any_of(number.begin(), number.end(), isDigit);
}

/// H or M and the person's own eight digits; the card of 1999 counted its renewals in two more.
bool isHongKongMacauPermit(std::string_view number)
{
    return (number.size() == 9 || number.size() == 11) && (number[0] == 'H' || number[0] == 'M')
           && areDigits(number.substr(1));
}

/// Eight digits; the book before it had ten and a letter, also in brackets.
bool isTaiwanPermit(std::string_view number)
{
    if (number.size() == 13 && number[10] == '(' && number[12] == ')')
        return areDigits(number.substr(0, 10)) && isCapital(number[11]);
    if (number.size() == 11)
        return areDigits(number.substr(0, 10)) && isCapital(number[10]);
    return (number.size() == 8 || number.size() == 10) && areDigits(number);
}

bool isAnything(std::string_view)
{
    return true;
}

/// A number of another kind that may be meant, such as half of a citizen number, keeps a guess from the shapes that
/// nothing but their length tells.
bool seemsTaiwanPermit(std::string_view number)
{
    return isTaiwanPermit(number) && number.size() != 10;
}

/// Letters and digits alone tell little: a guess takes only how most states number their passports.
bool seemsPassport(std::string_view number)
{
    const auto letters =
        static_cast<std::size_t>(std::find_if_not(number.begin(), number.end(), isCapital) - number.begin());
    return (number.size() == 8 || number.size() == 9) && letters <= 2 && areDigits(number.substr(letters))
           && (letters > 0 || number.size() == 9) && !isHongKongMacauPermit(number);
}

struct Kind {
    IdentityPaper value;
    std::string_view token;
    std::string_view title;
    bool (*bears)(std::string_view folded);
    bool (*seems)(std::string_view folded);  ///< for a guess; nullptr = never guessed
    bool organisation;
};

constexpr std::array<Kind, 8> Kinds{{
    {IdentityPaper::IdentityCard,
     "111",
     messageId("Resident identity card"),
     isIdentityCard,
     isIdentityCard,
     false},
    {IdentityPaper::ResidencePermit,
     "residence-permit",
     messageId("Residence permit for Hong Kong, Macau or Taiwan residents"),
     isResidencePermit,
     isResidencePermit,
     false},
    {IdentityPaper::PermanentResidence,
     "553",
     messageId("Foreign permanent resident ID card"),
     isPermanentResidence,
     isPermanentResidence,
     false},
    {IdentityPaper::Passport, "414", messageId("Passport"), isPassport, seemsPassport, false},
    {IdentityPaper::HongKongMacauPermit,
     "516",
     messageId("Mainland travel permit for Hong Kong and Macau residents"),
     isHongKongMacauPermit,
     isHongKongMacauPermit,
     false},
    {IdentityPaper::TaiwanPermit,
     "511",
     messageId("Mainland travel permit for Taiwan residents"),
     isTaiwanPermit,
     seemsTaiwanPermit,
     false},
    {IdentityPaper::CreditCode,
     "uscc",
     messageId("Unified social credit code"),
     hasCreditCodeForm,
     looksLikeCreditCode,
     true},
    {IdentityPaper::OrganisationWithoutCode,
     "organisation",
     messageId("Organisation without a credit code"),
     isAnything,
     nullptr,
     true},
}};

static_assert(follows(Kinds, IdentityPaper::OrganisationWithoutCode));
constexpr auto KindValues = valuesOf(Kinds);

}  // namespace

std::string_view nameOf(IdentityPaper paper)
{
    return Kinds[static_cast<std::size_t>(paper)].token;
}

std::string_view titleOf(IdentityPaper paper)
{
    return Kinds[static_cast<std::size_t>(paper)].title;
}

std::optional<IdentityPaper> parseIdentityPaper(std::string_view token)
{
    return parseToken(Kinds, token);
}

std::span<const IdentityPaper> allIdentityPapers()
{
    return KindValues;
}

bool isOrganisation(IdentityPaper paper)
{
    return Kinds[static_cast<std::size_t>(paper)].organisation;
}

std::optional<IdentityPaper> identityPaperOf(std::string_view number)
{
    const auto folded = foldedNumber(number);
    const auto found = std::find_if(
        Kinds.begin(), Kinds.end(), [&folded](const Kind& kind) { return kind.seems && kind.seems(folded); });
    return found == Kinds.end() ? std::nullopt : std::optional(found->value);
}

bool fits(IdentityPaper paper, std::string_view number)
{
    return Kinds[static_cast<std::size_t>(paper)].bears(foldedNumber(number));
}

}  // namespace forms
