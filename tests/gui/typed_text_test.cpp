#include <widgets/typed_text.h>

#include <gtest/gtest.h>

namespace {

using widgets::NumberKind;
using widgets::readTypedNumber;

TEST(TypedText, ReadsNumbersAsJsonWritesThem)
{
    EXPECT_EQ(readTypedNumber("2", NumberKind::Whole), "2");
    EXPECT_EQ(readTypedNumber("007", NumberKind::Whole), "7");
    EXPECT_EQ(readTypedNumber("-0", NumberKind::Whole), "-0");
    EXPECT_EQ(readTypedNumber("１２.50", NumberKind::Decimal), "12.50");
    EXPECT_EQ(readTypedNumber("　1 280 000 ", NumberKind::Whole), "1280000");
    EXPECT_FALSE(readTypedNumber("1.5", NumberKind::Whole));
    EXPECT_FALSE(readTypedNumber("12345678901234567.89", NumberKind::Decimal))
        << "it would be kept as another";
    for (const char* typed : {"", "-", "1e5", "0x10", "1,000", "1.", "true", "12 平方米"}) {
        EXPECT_FALSE(readTypedNumber(typed, NumberKind::Decimal)) << typed;
    }
}

TEST(TypedText, QuotesWhatJsonWouldMisread)
{
    EXPECT_EQ(widgets::jsonString("a\"b\\\n示"), "\"a\\\"b\\\\\\n示\"");
}

}  // namespace
