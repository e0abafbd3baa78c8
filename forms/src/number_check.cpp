#include <forms/number_check.h>

#include <i18n/phrase.h>

#include <algorithm>

namespace forms {

namespace {

constexpr std::size_t Whole = 18;
constexpr std::size_t Old = 15;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool areDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

bool isDay(std::string_view yyyymmdd)
{
    const std::string day(yyyymmdd);
    return base::parseDate(day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6, 2)).has_value();
}

/// What is wrong with 18 characters that are no credit code, or nothing.
std::optional<NumberFault> citizenFault(std::string_view text)
{
    if (!areDigits(text.substr(0, Whole - 1)))
        return NumberFault::Character;
    if (const char last = text[Whole - 1]; !isDigit(last) && last != 'X' && last != 'x')
        return NumberFault::Character;
    if (!isDay(text.substr(6, 8)))
        return NumberFault::Date;
    return NumberFault::CheckCharacter;
}

std::optional<NumberFault> creditCodeFault(std::string_view text)
{
    constexpr std::string_view Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const bool known = std::all_of(
        text.begin(), text.end(), [Alphabet](char c) { return Alphabet.find(c) != std::string_view::npos; });
    if (!known || !areDigits(text.substr(2, 6)))
        return NumberFault::Character;
    return NumberFault::CheckCharacter;
}

NumberJudgement judgeOld(std::string_view text)
{
    NumberJudgement judgement{NumberKind::OldCitizen, {}, {}};
    if (!areDigits(text))
        judgement.fault = NumberFault::Character;
    else if (const auto modern = modernNumber(text))
        judgement.citizen = CitizenNumber::parse(*modern);
    else
        judgement.fault = NumberFault::Date;
    return judgement;
}

/// A letter before the end is only in credit codes.
bool isMeantAsCreditCode(std::string_view text)
{
    const auto body = text.substr(0, std::min(text.size(), Whole - 1));
    return std::any_of(
        body.begin(), body.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

}  // namespace

NumberJudgement judgeNumber(std::string_view text)
{
    const auto number = trimmed(text);
    if (auto citizen = CitizenNumber::parse(number))
        return {NumberKind::Citizen, {}, std::move(citizen)};
    if (isCreditCode(number))
        return {NumberKind::CreditCode, {}, {}};
    if (number.size() == Old)
        return judgeOld(number);
    const auto kind = isMeantAsCreditCode(number) ? NumberKind::CreditCode : NumberKind::Citizen;
    if (number.size() != Whole)
        return {kind, NumberFault::Length, {}};
    return {kind, kind == NumberKind::Citizen ? citizenFault(number) : creditCodeFault(number), {}};
}

std::string_view nameOf(NumberKind kind)
{
    switch (kind) {
    case NumberKind::Citizen: return "citizen";
    case NumberKind::OldCitizen: return "citizen-15";
    case NumberKind::CreditCode: return "credit-code";
    }
    return {};
}

std::string_view nameOf(NumberFault fault)
{
    switch (fault) {
    case NumberFault::Length: return "length";
    case NumberFault::Character: return "character";
    case NumberFault::Date: return "date";
    case NumberFault::CheckCharacter: return "check-character";
    }
    return {};
}

std::string_view titleOf(NumberFault fault)
{
    using i18n::messageId;
    switch (fault) {
    case NumberFault::Length:
        return messageId("A citizen number and a unified social credit code have 18 characters.");
    case NumberFault::Character:
        return messageId("The number has a character that does not belong at its place.");
    case NumberFault::Date: return messageId("The birth date in the number is no real day.");
    case NumberFault::CheckCharacter:
        return messageId("The check character does not fit: something is mistyped.");
    }
    return {};
}

}  // namespace forms
