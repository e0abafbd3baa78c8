#include <forms/number_check.h>

#include <forms/folding.h>
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

bool isDay(std::string_view yyyymmdd)
{
    const std::string day(yyyymmdd);
    return base::parseDate(day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6, 2)).has_value();
}

/// What is wrong with 18 characters that are neither a citizen number nor a credit code.
NumberFault citizenFault(std::string_view text)
{
    if (!areDigits(text.substr(0, Whole - 1)))
        return NumberFault::Character;
    if (const char last = text[Whole - 1]; !isDigit(last) && last != 'X')
        return NumberFault::Character;
    if (!isDay(text.substr(6, 8)))
        return NumberFault::Date;
    return NumberFault::CheckCharacter;
}

NumberJudgement judgeOld(std::string_view text)
{
    NumberJudgement judgement;
    judgement.kind = NumberKind::OldCitizen;
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
    return std::any_of(body.begin(), body.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

NumberJudgement judgeCitizen(CitizenNumber number, base::Date today)
{
    NumberJudgement judgement;
    judgement.paper = identityPaperOf(number.text);
    if (number.birth > today)
        judgement.fault = NumberFault::Future;
    else
        judgement.citizen = std::move(number);
    return judgement;
}

/// Since October 2015 the organisation part comes from the national pool, in which it begins with MA, and the check
/// characters are computed with it. Codes of before are in the public register that do not compute.
bool isOfThePool(std::string_view code)
{
    return code.substr(8, 2) == "MA";
}

NumberJudgement judgeCreditCode(std::string_view text)
{
    NumberJudgement judgement;
    judgement.kind = NumberKind::CreditCode;
    if (text.size() != Whole)
        judgement.fault = NumberFault::Length;
    else if (!hasCreditCodeForm(text))
        judgement.fault = NumberFault::Character;
    else
        judgement.paper = IdentityPaper::CreditCode;
    if (!judgement.fault && !isCreditCode(text))
        (isOfThePool(text) ? judgement.fault : judgement.doubt) = NumberFault::CheckCharacter;
    return judgement;
}

}  // namespace

NumberJudgement judgeNumber(std::string_view text, base::Date today)
{
    const auto number = foldedNumber(text);
    if (auto citizen = CitizenNumber::parse(number))
        return judgeCitizen(std::move(*citizen), today);
    if (isCreditCode(number))
        return judgeCreditCode(number);
    if (const auto paper = identityPaperOf(number); paper && *paper != IdentityPaper::CreditCode)
        return {NumberKind::OtherPaper, {}, {}, paper, {}};
    if (number.size() == Old)
        return judgeOld(number);
    if (isMeantAsCreditCode(number))
        return judgeCreditCode(number);
    NumberJudgement judgement;
    judgement.fault = number.size() == Whole ? citizenFault(number) : NumberFault::Length;
    return judgement;
}

std::string_view nameOf(NumberKind kind)
{
    switch (kind) {
    case NumberKind::Citizen: return "citizen";
    case NumberKind::OldCitizen: return "citizen-15";
    case NumberKind::CreditCode: return "credit-code";
    case NumberKind::OtherPaper: return "other-paper";
    }
    return {};
}

std::string_view nameOf(NumberFault fault)
{
    switch (fault) {
    case NumberFault::Length: return "length";
    case NumberFault::Character: return "character";
    case NumberFault::Date: return "date";
    case NumberFault::Future: return "future";
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
    case NumberFault::Future: return messageId("The birth date in the number lies in the future.");
    case NumberFault::CheckCharacter:
        return messageId("The check character does not fit: something is mistyped.");
    }
    return {};
}

}  // namespace forms
