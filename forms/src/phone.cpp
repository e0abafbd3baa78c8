#include <forms/folding.h>
#include <forms/identity_number.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

constexpr std::size_t LongestExtension = 6;

bool areDigits(std::string_view text)
{
    return !text.empty()
           && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isBetween(std::size_t size, std::size_t least, std::size_t most)
{
    return size >= least && size <= most;
}

bool isMobile(std::string_view digits)
{
    return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

/// 12345, 12315, 10086; 95588, 95533, 95558000 …; 96345.
bool isService(std::string_view digits)
{
    if (digits.starts_with("95") || digits.starts_with("96"))
        return isBetween(digits.size(), 5, 8);
    return digits.size() == 5 && digits[0] == '1' && digits[1] <= '2';
}

/// With the 0 of the area code: 10 to 12 digits, or a service of that place.
bool isFixedLine(std::string_view digits)
{
    if (!digits.starts_with('0') || digits.starts_with("00"))
        return false;
    const std::size_t area = digits[1] == '1' || digits[1] == '2' ? 3 : 4;
    return isBetween(digits.size(), 10, 12) || (digits.size() > area && isService(digits.substr(area)));
}

bool isFreeCall(std::string_view digits)
{
    return digits.size() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
}

bool isMainland(std::string_view digits)
{
    return isMobile(digits) || isFixedLine(digits) || isFreeCall(digits) || isService(digits);
}

/// Behind the country code of Hong Kong (852), Macau (853) or Taiwan (886).
bool isBeyondTheBorder(std::string_view digits)
{
    if (digits.starts_with("852") || digits.starts_with("853"))
        return digits.size() == 11 && digits[3] >= '2';
    return digits.starts_with("886") && isBetween(digits.size(), 11, 13);
}

enum class CountryCode { Said, Perhaps };

/// With 86 before it, the 0 of the area code is left out by many.
bool isAfterCountryCode(std::string_view digits)
{
    if (!digits.starts_with("86"))
        return false;
    const auto rest = digits.substr(2);
    return isMainland(rest)
           || (!rest.starts_with('0') && !rest.starts_with('1') && isFixedLine("0" + std::string(rest)))
           || (rest.starts_with("10") && isBetween(rest.size(), 9, 10));
}

bool isNumber(std::string_view digits, CountryCode code)
{
    if (code == CountryCode::Perhaps && digits.starts_with("00") && digits.size() > 2 && digits[2] != '0')
        return isNumber(digits.substr(2), CountryCode::Said);
    if (isAfterCountryCode(digits) || isBeyondTheBorder(digits))
        return true;
    if (code == CountryCode::Perhaps)
        return isMainland(digits);
    // ITU E.164; of the countries above only what was looked at.
    return isBetween(digits.size(), 7, 15) && digits[0] != '0' && !digits.starts_with("86")
           && !digits.starts_with("852") && !digits.starts_with("853") && !digits.starts_with("886");
}

/// The digits of "(0577) 8888-0000": separators stand between digits or as a pair of brackets. Empty for anything else.
std::string digitsOf(std::string_view text)
{
    std::string digits;
    char last = '-';
    bool open = false;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        const bool good = digit || (c == '-' && last != '-' && last != '(')
                          || (c == '(' && !open && last != '(') || (c == ')' && open && last != '(');
        if (!good)
            return {};
        open = c == '(' || (open && c != ')');
        if (digit)
            digits += c;
        last = c;
    }
    return open || last == '-' ? std::string() : digits;
}

bool isNumberText(std::string_view text)
{
    const bool bracketed = text.starts_with("(+");
    const bool plus = bracketed || text.starts_with('+');
    const auto digits =
        digitsOf(bracketed ? "(" + std::string(text.substr(2)) : std::string(text.substr(plus ? 1 : 0)));
    return !digits.empty() && isNumber(digits, plus ? CountryCode::Said : CountryCode::Perhaps);
}

/// Splits at the last such word: what is before it and the extension.
bool hasExtension(std::string_view text, std::string_view word)
{
    const auto at = text.rfind(word);
    if (at == std::string_view::npos)
        return false;
    const auto extension = text.substr(at + word.size());
    return extension.size() <= LongestExtension && areDigits(extension) && isNumberText(text.substr(0, at));
}

}  // namespace

bool isPhone(std::string_view text)
{
    constexpr std::array<std::string_view, 8> ExtensionWords{"-", "转", "分机", "ext", "ext-", "x", "#", ","};
    auto number = foldedText(text);
    // A dot of a folded name parts digits as well: 138.0000.0000.
    for (auto at = number.find("·"); at != std::string::npos; at = number.find("·"))
        number.replace(at, std::string_view("·").size(), "-");
    return isNumberText(number)
           || std::any_of(ExtensionWords.begin(), ExtensionWords.end(), [&number](std::string_view word) {
                  return hasExtension(number, word);
              });
}

}  // namespace forms
