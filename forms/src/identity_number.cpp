#include <forms/identity_number.h>

#include <forms/folding.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

/// No I, O, S, V, Z.
constexpr std::string_view CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool areDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

/// ISO 7064 MOD 11-2 over the first 17 digits.
char citizenCheckCharacter(std::string_view digits)
{
    constexpr std::array<int, 17> Weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view Checks = "10X98765432";
    int sum = 0;
    for (std::size_t i = 0; i < Weights.size(); ++i)
        sum += (digits[i] - '0') * Weights[i];
    return Checks[static_cast<std::size_t>(sum % 11)];
}

/// Check character of the organisation part, GB 11714, of digits and capitals.
char organisationCheckCharacter(std::string_view body)
{
    constexpr std::array<int, 8> Weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < Weights.size(); ++i) {
        const char c = body[i];
        sum += (isDigit(c) ? c - '0' : c - 'A' + 10) * Weights[i];
    }
    const int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : static_cast<char>('0' + check);
}

/// Check character of the whole code, GB 32100, of its alphabet.
char creditCheckCharacter(std::string_view body)
{
    constexpr std::array<int, 17> Weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    int sum = 0;
    for (std::size_t i = 0; i < Weights.size(); ++i) {
        sum += static_cast<int>(CreditAlphabet.find(body[i])) * Weights[i];
    }
    return CreditAlphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

/// Of a folded code: its length and alphabet.
bool hasForm(std::string_view code)
{
    return code.size() == 18 && areDigits(code.substr(2, 6))
           && std::all_of(code.begin(), code.end(), [](char c) {
                  return CreditAlphabet.find(c) != std::string_view::npos;
              });
}

}  // namespace

std::optional<CitizenNumber> CitizenNumber::parse(std::string_view text)
{
    const auto number = foldedNumber(text);
    // No division begins with 0.
    if (number.size() != 18 || number[0] == '0' || !areDigits(std::string_view(number).substr(0, 17))
        || number[17] != citizenCheckCharacter(number))
        return std::nullopt;
    const auto birth =
        base::parseDate(number.substr(6, 4) + "-" + number.substr(10, 2) + "-" + number.substr(12, 2));
    if (!birth || birth->year() < std::chrono::year{1800})
        return std::nullopt;
    return CitizenNumber{number, *birth, (number[16] - '0') % 2 == 1};
}

std::optional<std::string> modernNumber(std::string_view old)
{
    const auto folded = foldedNumber(old);
    if (folded.size() != 15 || !areDigits(folded))
        return std::nullopt;
    auto number = folded.substr(0, 6) + "19" + folded.substr(6);
    number += citizenCheckCharacter(number);
    return CitizenNumber::parse(number) ? std::optional(number) : std::nullopt;
}

bool isCreditCode(std::string_view text)
{
    const auto code = foldedNumber(text);
    return hasForm(code) && code[16] == organisationCheckCharacter(std::string_view(code).substr(8, 8))
           && code[17] == creditCheckCharacter(code);
}

bool hasCreditCodeForm(std::string_view text)
{
    return hasForm(foldedNumber(text)) && (isCreditCode(text) || !CitizenNumber::parse(text));
}

bool looksLikeCreditCode(std::string_view text)
{
    const auto code = foldedNumber(text);
    return hasForm(code) && (!areDigits(std::string_view(code).substr(0, 17)) || isCreditCode(code));
}

}  // namespace forms
