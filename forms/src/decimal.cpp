#include <forms/decimal.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace forms {

namespace {

constexpr std::size_t MostDigits = 400;
constexpr int LargestExponent = 1000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view takeDigits(std::string_view& text)
{
    const auto end =
        static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
    const auto digits = text.substr(0, end);
    text.remove_prefix(end);
    return digits;
}

/// "e+20", "E-3" or nothing at all.
std::optional<int> readExponent(std::string_view text)
{
    if (text.empty())
        return 0;
    if (text[0] != 'e' && text[0] != 'E')
        return std::nullopt;
    text.remove_prefix(1);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    int exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (error != std::errc{} || end != text.data() + text.size() || exponent > LargestExponent
        || exponent < -LargestExponent)
        return std::nullopt;
    return exponent;
}

/// digits modulo unit by long division; both without a sign and without zeros before them.
std::string remainderOf(std::string_view digits, std::string_view unit)
{
    const auto isLess = [](std::string_view one, std::string_view other) {
        return one.size() != other.size() ? one.size() < other.size() : one < other;
    };
    const auto subtract = [](std::string& from, std::string_view what) {
        int borrow = 0;
        for (std::size_t i = 0; i < from.size(); ++i) {
            char& digit = from[from.size() - 1 - i];
            int value = digit - borrow - (i < what.size() ? what[what.size() - 1 - i] - '0' : 0);
            borrow = value < '0' ? 1 : 0;
            digit = static_cast<char>(value + 10 * borrow);
        }
        from.erase(0, std::min(from.find_first_not_of('0'), from.size()));
    };
    std::string rest;
    for (const char digit : digits) {
        if (!rest.empty() || digit != '0')
            rest += digit;
        while (!isLess(rest, unit))
            subtract(rest, unit);
    }
    return rest;
}

std::strong_ordering magnitudeOrder(std::string_view one,
                                    int oneExponent,
                                    std::string_view other,
                                    int otherExponent)
{
    if (one.empty() || other.empty())
        return one.size() <=> other.size();
    const auto top = static_cast<int>(one.size()) + oneExponent;
    const auto otherTop = static_cast<int>(other.size()) + otherExponent;
    if (top != otherTop)
        return top <=> otherTop;
    // As fractions of the same power of ten: without zeros at the end the longer one is the greater.
    return one.compare(other) <=> 0;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    Decimal number;
    number.m_negative = text.starts_with('-');
    text.remove_prefix(number.m_negative ? 1 : 0);
    const auto whole = takeDigits(text);
    std::string_view fraction;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        fraction = takeDigits(text);
        if (fraction.empty())
            return std::nullopt;
    }
    const auto exponent = readExponent(text);
    if (!exponent || whole.empty() || whole.size() + fraction.size() > MostDigits)
        return std::nullopt;
    number.m_digits = std::string(whole) + std::string(fraction);
    number.m_exponent = *exponent - static_cast<int>(fraction.size());
    const auto last = number.m_digits.find_last_not_of('0');
    if (last == std::string::npos)
        return Decimal();
    number.m_exponent += static_cast<int>(number.m_digits.size() - 1 - last);
    number.m_digits.erase(last + 1);
    number.m_digits.erase(0, number.m_digits.find_first_not_of('0'));
    return number;
}

bool Decimal::isMultipleOf(const Decimal& unit) const
{
    if (m_digits.empty() || unit.m_digits.empty())
        return m_digits.empty();
    // Its last digit stands too far behind the point, unless the unit's own factors make up for it.
    const int shift = m_exponent - unit.m_exponent;
    const auto value = m_digits + std::string(static_cast<std::size_t>(std::max(shift, 0)), '0');
    const auto divisor = unit.m_digits + std::string(static_cast<std::size_t>(std::max(-shift, 0)), '0');
    return remainderOf(value, divisor).empty();
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const
{
    if (m_negative != other.m_negative)
        return m_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    return m_negative ? magnitudeOrder(other.m_digits, other.m_exponent, m_digits, m_exponent)
                      : magnitudeOrder(m_digits, m_exponent, other.m_digits, other.m_exponent);
}

bool isKeptExactly(std::string_view number)
{
    const auto typed = Decimal::parse(number);
    const auto kept = nlohmann::json::parse(number, nullptr, false);
    return typed && kept.is_number() && Decimal::parse(kept.dump()) == typed;
}

}  // namespace forms
