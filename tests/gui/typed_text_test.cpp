#include <widgets/typed_text.h>

#include <gtest/gtest.h>

namespace {

using widgets::foldWidth;
using widgets::NumberKind;
using widgets::readTypedDate;
using widgets::readTypedNumber;

TEST(TypedText, FoldsWhatAnInputMethodLeaves)
{
    EXPECT_EQ(foldWidth("　３３０３９９Ｘ－１ "), "330399X-1");
    EXPECT_EQ(foldWidth("示例甲"), "示例甲");
    EXPECT_EQ(foldWidth(""), "");
}

TEST(TypedText, ReadsADayInEveryUsualSpelling)
{
    for (const char* typed :
         {"2025-1-2", "2025/01/02", "2025.1.2", "20250102", "2025年1月2日", "２０２５－０１－０２"})
    {
        const auto date = readTypedDate(typed);
        ASSERT_TRUE(date) << typed;
        EXPECT_EQ(base::formatDate(*date), "2025-01-02") << typed;
    }
}

TEST(TypedText, TakesNoImpossibleOrUnfinishedDay)
{
    for (const char* typed :
         {"", "2025", "2025-02-30", "2025-1", "1-2-2025", "25-1-2", "2025-1-2-3", "2025--1-2", "明天"})
    {
        EXPECT_FALSE(readTypedDate(typed)) << typed;
    }
}

TEST(TypedText, ReadsNumbersAsJsonWritesThem)
{
    EXPECT_EQ(readTypedNumber("2", NumberKind::Whole), "2");
    EXPECT_EQ(readTypedNumber("007", NumberKind::Whole), "7");
    EXPECT_EQ(readTypedNumber("-0", NumberKind::Whole), "-0");
    EXPECT_EQ(readTypedNumber("１２.50", NumberKind::Decimal), "12.50");
    EXPECT_FALSE(readTypedNumber("1.5", NumberKind::Whole));
    for (const char* typed : {"", "-", "1e5", "0x10", "1,000", "1.", "true", "12 平方米"}) {
        EXPECT_FALSE(readTypedNumber(typed, NumberKind::Decimal)) << typed;
    }
}

TEST(TypedText, QuotesWhatJsonWouldMisread)
{
    EXPECT_EQ(widgets::jsonString("a\"b\\\n示"), "\"a\\\"b\\\\\\n示\"");
}

}  // namespace
