#include <forms/identity_number.h>

#include <base/utf8.h>

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

/// Check character of the organisation part, GB 11714; '\0' for a character outside its alphabet.
char organisationCheckCharacter(std::string_view body)
{
    constexpr std::array<int, 8> Weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < Weights.size(); ++i) {
        const char c = body[i];
        if (!isDigit(c) && (c < 'A' || c > 'Z'))
            return '\0';
        sum += (isDigit(c) ? c - '0' : c - 'A' + 10) * Weights[i];
    }
    const int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : static_cast<char>('0' + check);
}

/// Check character of the whole code, GB 32100; '\0' for a character outside its alphabet.
char creditCheckCharacter(std::string_view body)
{
    constexpr std::array<int, 17> Weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    int sum = 0;
    for (std::size_t i = 0; i < Weights.size(); ++i) {
        const auto value = CreditAlphabet.find(body[i]);
        if (value == std::string_view::npos)
            return '\0';
        sum += static_cast<int>(value) * Weights[i];
    }
    return CreditAlphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

bool isMobile(std::string_view text)
{
    return text.size() == 11 && text[0] == '1' && text[1] >= '3' && areDigits(text);
}

/// "0577-88888888", "057788888888", "010-88888888-123".
bool isFixedLine(std::string_view text)
{
    if (text.empty() || text[0] != '0')
        return false;
    std::string digits;
    std::string_view rest = text;
    const auto take = [&rest] {
        const auto part = rest.substr(0, rest.find('-'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        return part;
    };
    const auto first = take();
    if (!areDigits(first))
        return false;
    if (first.size() <= 4) {
        const auto number = take();
        if (first.size() < 3 || number.size() < 7 || number.size() > 8 || !areDigits(number))
            return false;
    } else if (first.size() < 10 || first.size() > 12) {
        return false;
    }
    return rest.empty() ? text.back() != '-' : rest.size() <= 6 && areDigits(rest);
}

}  // namespace

std::optional<CitizenNumber> CitizenNumber::parse(std::string_view text)
{
    if (text.size() != 18 || !areDigits(text.substr(0, 17)))
        return std::nullopt;
    const char last = text[17] == 'x' ? 'X' : text[17];
    if (last != citizenCheckCharacter(text))
        return std::nullopt;
    const std::string day(text.substr(6, 8));
    const auto birth = base::parseDate(day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6, 2));
    if (!birth || birth->year() < std::chrono::year{1800})
        return std::nullopt;
    return CitizenNumber{std::string(text.substr(0, 17)) + last, *birth, (text[16] - '0') % 2 == 1};
}

std::optional<std::string> modernNumber(std::string_view old)
{
    if (old.size() != 15 || !areDigits(old))
        return std::nullopt;
    auto number = std::string(old.substr(0, 6)) + "19" + std::string(old.substr(6));
    number += citizenCheckCharacter(number);
    return CitizenNumber::parse(number) ? std::optional(number) : std::nullopt;
}

bool isCreditCode(std::string_view text)
{
    if (text.size() != 18 || !areDigits(text.substr(2, 6)))
        return false;
    const char organisation = organisationCheckCharacter(text.substr(8, 8));
    const char whole = creditCheckCharacter(text);
    return organisation != '\0' && whole != '\0' && text[16] == organisation && text[17] == whole;
}

bool looksLikeCreditCode(std::string_view text)
{
    if (text.size() != 18 || !areDigits(text.substr(2, 6)) || creditCheckCharacter(text) == '\0'
        || CreditAlphabet.find(text[17]) == std::string_view::npos)
        return false;
    return isCreditCode(text) || !areDigits(text.substr(0, 17));
}

bool isPhone(std::string_view text)
{
    return isMobile(text) || isFixedLine(text);
}

std::string maskNumber(std::string_view text)
{
    if (text.size() < 11)
        return std::string(text.size(), '*');
    return std::string(text.substr(0, 6)) + std::string(text.size() - 10, '*')
           + std::string(text.substr(text.size() - 4));
}

std::string maskName(std::string_view text)
{
    const auto points = base::decodeUtf8(text);
    if (points.empty())
        return {};
    return base::encodeUtf8(points.substr(0, 1))
           + std::string(std::max<std::size_t>(points.size() - 1, 1), '*');
}

}  // namespace forms
