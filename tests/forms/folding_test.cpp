#include <base/utf8.h>
#include <forms/folding.h>

#include <gtest/gtest.h>

#include <random>

namespace {

using forms::Blanks;
using forms::foldedNumber;
using forms::foldedText;
using forms::foldText;
using forms::isSameText;

TEST(Folding, EveryDotOfANameIsTheSameDot)
{
    for (const char* dot : {"·", "•", "・", "．", ".", "‧", "∙", "⋅", "･"})
        EXPECT_TRUE(isSameText("阿卜杜勒·艾海提", std::string("阿卜杜勒") + dot + "艾海提")) << dot;
    EXPECT_FALSE(isSameText("阿卜杜勒·艾海提", "阿卜杜勒艾海提"));
}

TEST(Folding, WidthCaseAndBlanksMakeNoDifference)
{
    EXPECT_TRUE(isSameText("ＡＢｃ１２（丙）", "abC12(丙)"));
    EXPECT_TRUE(isSameText(" 示例\u3000甲\u00a0", "示例甲"));
    EXPECT_TRUE(isSameText("12－3", "12—3"));
    EXPECT_FALSE(isSameText("示例甲", "示例乙"));
}

TEST(Folding, WhatNobodySeesIsNotThere)
{
    EXPECT_TRUE(isSameText("\ufeff示\u200b例\u00ad甲\u2060", "示例甲"));
    EXPECT_TRUE(isSameText("\u202d330399198711020245\u202c", "330399198711020245"));
    EXPECT_TRUE(isSameText("葛\U000E0100", "葛"));
    EXPECT_EQ(foldedText("\u200b\ufeff \t"), "");
}

TEST(Folding, BlanksPartWordsWhereTheyAreKept)
{
    EXPECT_EQ(foldText("  Ab \u3000 c\u200b ", Blanks::Single), U"ab c");
    EXPECT_EQ(foldText("  Ab \u3000 c ", Blanks::Dropped), U"abc");
}

TEST(Folding, NumbersLoseTheirDashesAndAreCapitals)
{
    EXPECT_EQ(foldedNumber("330399-19871102-024x"), "33039919871102024X");
    EXPECT_EQ(foldedNumber("３３０３９９ 19871102 0245\r\n"), "330399198711020245");
    EXPECT_EQ(foldedNumber("h\u00ad1234–5678"), "H12345678");
}

TEST(Folding, TwiceIsOnce)
{
    std::mt19937 random(20260407);
    constexpr std::u32string_view Likely = U"A示\u200bＡ·．。\u3000 x甲—\u00adéÅ\u0301⼀豈ﬁ";
    const auto anyPoint = [&](int round) -> char32_t {
        if (round % 2 == 0)
            return Likely[random() % Likely.size()];
        const char32_t point = random() % 0x30000;
        return point >= 0xD800 && point < 0xE000 ? U'示' : point;
    };
    for (int round = 0; round < 20'000; ++round) {
        std::u32string points;
        for (int i = 0; i < 12; ++i)
            points += anyPoint(round);
        for (const auto blanks : {Blanks::Single, Blanks::Dropped}) {
            const auto once = foldText(base::encodeUtf8(points), blanks);
            ASSERT_EQ(foldText(base::encodeUtf8(once), blanks), once) << base::encodeUtf8(points);
        }
    }
}

}  // namespace
