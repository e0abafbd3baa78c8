#include <forms/printed_date.h>

#include <gtest/gtest.h>

namespace {

using forms::readDay;
using forms::readTerm;

std::string told(const std::optional<base::Date>& day)
{
    return day ? base::formatDate(*day) : "";
}

TEST(PrintedDate, ReadsADayInEveryUsualSpelling)
{
    for (const char* typed : {"2025-1-2",
                              "2025-01-02",
                              "2025/01/02",
                              "2025.1.2",
                              "2025.01.02",
                              "2025 01 02",
                              "2025 - 1 - 2",
                              "20250102",
                              "2025年1月2日",
                              "2025 年 1 月 2 日",
                              "2025年1月2",
                              "２０２５－０１－０２",
                              "２０２５．０１．０２",
                              "\u200b2025.01.02\ufeff "})
        EXPECT_EQ(told(readDay(typed)), "2025-01-02") << typed;
}

TEST(PrintedDate, TakesNoImpossibleOrUnfinishedDay)
{
    for (const char* typed : {"",
                              "2025",
                              "2025-02-30",
                              "2025-1",
                              "1-2-2025",
                              "25-1-2",
                              "2025-1-2-3",
                              "2025--1-2",
                              "2025-1-123",
                              "202501021",
                              "明天",
                              "长期"})
        EXPECT_FALSE(readDay(typed)) << typed;
}

TEST(PrintedDate, ReadsTheTermOfACard)
{
    for (const char* printed : {"2015.06.15-2035.06.15",
                                "2015-06-15-2035-06-15",
                                "2015.06.15 - 2035.06.15",
                                "20150615-20350615",
                                "2015年6月15日至2035年6月15日",
                                "自2015年6月15日至2035年6月15日止",
                                "2015.06.15—2035.06.15",
                                "2015/06/15~2035/06/15"})
    {
        const auto term = readTerm(printed);
        ASSERT_TRUE(term) << printed;
        EXPECT_EQ(told(term->from), "2015-06-15") << printed;
        EXPECT_EQ(told(term->to), "2035-06-15") << printed;
        EXPECT_FALSE(term->endless);
    }
}

TEST(PrintedDate, LongTermHasNoEnd)
{
    for (const char* printed : {"长期", "長期", "长期有效", " 长 期 ", "long", "永久"}) {
        const auto term = readTerm(printed);
        ASSERT_TRUE(term) << printed;
        EXPECT_TRUE(term->endless && !term->to && !term->from) << printed;
    }
    const auto term = readTerm("2015.06.15-长期");
    ASSERT_TRUE(term);
    EXPECT_TRUE(term->endless);
    EXPECT_EQ(told(term->from), "2015-06-15");
    EXPECT_EQ(told(forms::firstDay("2015.06.15-长期")), "2015-06-15");
}

TEST(PrintedDate, OneDayAloneIsTheLast)
{
    const auto term = readTerm("2035.06.15");
    ASSERT_TRUE(term);
    EXPECT_FALSE(term->from);
    EXPECT_EQ(told(term->to), "2035-06-15");
    EXPECT_EQ(told(forms::firstDay("2035.06.15")), "2035-06-15");
    for (const char* other : {"", "至2035年", "2015.06.15-", "2015.06.15-明年", "2015.06.15 2035", "不长期"})
        EXPECT_FALSE(readTerm(other) && readTerm(other)->from) << other;
}

}  // namespace
