#include <forms/decimal.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using forms::Decimal;

Decimal decimal(std::string_view text)
{
    return Decimal::parse(text).value();
}

bool isMultiple(std::string_view number, std::string_view unit)
{
    return decimal(number).isMultipleOf(decimal(unit));
}

TEST(Decimal, MoneyIsCountedInFen)
{
    for (const char* sum : {"0.07",
                            "0.29",
                            "19.99",
                            "1280000",
                            "1280000.00",
                            "2000000.13",
                            "39999999.12",
                            "999999999999.99",
                            "0",
                            "-0.01",
                            "1e20"})
        EXPECT_TRUE(isMultiple(sum, "0.01")) << sum;
    for (const char* sum : {"1.005", "0.001", "19.999", "-0.015", "1e-3"})
        EXPECT_FALSE(isMultiple(sum, "0.01")) << sum;
    EXPECT_TRUE(isMultiple("89.7", "0.1"));
    EXPECT_FALSE(isMultiple("89.75", "0.1"));
    EXPECT_TRUE(isMultiple("8.409", "0.001"));
    EXPECT_FALSE(isMultiple("8.4091", "0.001"));
}

TEST(Decimal, NumbersBeyond64BitsAreDividedAsWritten)
{
    EXPECT_TRUE(isMultiple("100000000000000000002", "3"));
    EXPECT_FALSE(isMultiple("100000000000000000001", "3"));
    EXPECT_TRUE(isMultiple("340282366920938463463374607431768211456", "18446744073709551616"));
    EXPECT_FALSE(isMultiple("340282366920938463463374607431768211457", "18446744073709551616"));
    EXPECT_TRUE(isMultiple("1e308", "0.5"));
    EXPECT_TRUE(isMultiple("7.5", "2.5"));
    EXPECT_FALSE(isMultiple("7", "2.5"));
}

TEST(Decimal, ComparesByValueNotBySpelling)
{
    EXPECT_EQ(decimal("1280000.00"), decimal("1.28e6"));
    EXPECT_EQ(decimal("-0"), decimal("0.000"));
    EXPECT_LT(decimal("9007199254740992"), decimal("9007199254740993"));
    EXPECT_LT(decimal("0.1"), decimal("0.10000000000000000001"));
    EXPECT_LT(decimal("-2"), decimal("-1.999"));
    EXPECT_LT(decimal("-1"), decimal("0"));
    EXPECT_GT(decimal("100"), decimal("99.9"));
    EXPECT_GT(decimal("12"), decimal("9"));
}

TEST(Decimal, TakesJsonNumbersOnly)
{
    for (const char* text : {"", "-", ".5", "1.", "1e", "0x10", "1,000", "inf", "nan", "1e1001", " 1", "1 "})
        EXPECT_FALSE(Decimal::parse(text)) << text;
    EXPECT_FALSE(Decimal::parse(std::string(401, '1')));
}

TEST(Decimal, WhatIsKeptIsWhatWasTyped)
{
    for (const char* kept : {"0", "19.99", "999999999999.99", "1280000.00", "18446744073709551615", "1e20"})
        EXPECT_TRUE(forms::isKeptExactly(kept)) << kept;
    for (const char* lost :
         {"12345678901234567.89", "18446744073709551616", "0.1234567890123456789", "", "x"})
        EXPECT_FALSE(forms::isKeptExactly(lost)) << lost;
}

/// Whole numbers of up to about 60 digits, as strings, the slow and obvious way.
std::string times(const std::string& number, unsigned factor)
{
    std::string product;
    unsigned carry = 0;
    for (auto digit = number.rbegin(); digit != number.rend(); ++digit) {
        const unsigned value = static_cast<unsigned>(*digit - '0') * factor + carry;
        product.insert(product.begin(), static_cast<char>('0' + value % 10));
        carry = value / 10;
    }
    for (; carry > 0; carry /= 10)
        product.insert(product.begin(), static_cast<char>('0' + carry % 10));
    return product;
}

std::string product(const std::string& one, const std::string& other)
{
    std::string sum = "0";
    for (const char digit : other) {
        sum += '0';
        const auto row = times(one, static_cast<unsigned>(digit - '0'));
        unsigned carry = 0;
        for (std::size_t i = 0; i < std::max(sum.size(), row.size()) || carry > 0; ++i) {
            const unsigned a = i < sum.size() ? static_cast<unsigned>(sum[sum.size() - 1 - i] - '0') : 0;
            const unsigned b = i < row.size() ? static_cast<unsigned>(row[row.size() - 1 - i] - '0') : 0;
            const unsigned value = a + b + carry;
            carry = value / 10;
            if (i < sum.size())
                sum[sum.size() - 1 - i] = static_cast<char>('0' + value % 10);
            else
                sum.insert(sum.begin(), static_cast<char>('0' + value % 10));
        }
    }
    return sum;
}

/// digits with a point `places` from the end.
std::string pointed(std::string digits, std::size_t places)
{
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    return digits.insert(digits.size() - places, ".") + (places == 0 ? "0" : "");
}

TEST(Decimal, AgreesWithMultiplicationOfWholeNumbers)
{
    std::mt19937 random(20260408);
    const auto digits = [&random](std::size_t most) {
        std::string text(1 + random() % most, '0');
        for (char& digit : text)
            digit = static_cast<char>('0' + random() % 10);
        text[0] = static_cast<char>('1' + random() % 9);
        return text;
    };
    for (int round = 0; round < 3'000; ++round) {
        const auto unit = digits(12);
        const auto factor = digits(20);
        const auto unitPlaces = random() % 8;
        const auto factorPlaces = random() % 3;
        // unit × factor is a multiple of unit by a whole number exactly when the factor is whole.
        const auto number = pointed(product(unit, factor), unitPlaces + factorPlaces);
        const bool whole = factorPlaces == 0 || factor.ends_with(std::string(factorPlaces, '0'));
        ASSERT_EQ(isMultiple(number, pointed(unit, unitPlaces)), whole)
            << number << " of " << pointed(unit, unitPlaces);
        ASSERT_EQ(decimal(number) <=> decimal(pointed(unit, unitPlaces)),
                  decimal(pointed(factor, factorPlaces)) <=> decimal("1"))
            << number << " beside " << pointed(unit, unitPlaces);
    }
}

}  // namespace
