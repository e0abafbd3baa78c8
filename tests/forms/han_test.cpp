#include "pattern.h"

#include <forms/han.h>

#include <gtest/gtest.h>

namespace {

using forms::isHan;

bool matches(const char* expression, std::string_view text)
{
    return forms::Pattern::compile(expression).value().matches(text);
}

/// One of each: common, extension A, B, C, D, E, F, G, H, I and J, compatibility, its supplement, a radical, 〇, private use.
constexpr const char* Rare[] = {"甲",
                                "㐀",
                                "𠀀",
                                "𪜀",
                                "𫝀",
                                "𫠠",
                                "𬺰",
                                "\U00030000",
                                "\U00031350",
                                "\U0002EBF0",
                                "\U000323B0",
                                "豈",
                                "丽",
                                "⽅",
                                "〇",
                                "\ue000",
                                "\U000F0000"};

TEST(Han, EveryExtensionIs)
{
    for (const char* sign : Rare)
        EXPECT_EQ(forms::countHan(sign), 1U) << sign;
    EXPECT_EQ(forms::countHan("测试区𬱖𫝫面馆A1·ア가"), 7U);
    for (const char32_t other : {U'A', U'1', U'·', U'ア', U'가', U'，', U'\u3000', U'Ａ'})
        EXPECT_FALSE(isHan(other)) << static_cast<unsigned>(other);
}

TEST(Han, APatternThatAsksForHanTakesEveryOne)
{
    for (const char* expression : {"^\\p{Han}{2}$",
                                   "^[\\p{Han}·]{2}$",
                                   "^\\p{Script=Han}+$",
                                   "^[\\u4e00-\\u9fa5]{2}$",
                                   "^[一-龥·]{2,30}$",
                                   "^[A-Za-z\\u4E00-\\u9FFF]+$"})
        for (const char* sign : Rare)
            EXPECT_TRUE(matches(expression, std::string("示") + sign)) << expression << " " << sign;
    EXPECT_FALSE(matches("^[\\u4e00-\\u9fa5]{2}$", "A1"));
    EXPECT_FALSE(matches("^\\P{Han}$", "𬱖"));
    EXPECT_FALSE(matches("^[^\\p{Han}]$", "𬱖"));
    EXPECT_TRUE(matches("^\\P{Han}$", "A"));
}

TEST(Han, OtherExpressionsStayAsTheyAre)
{
    for (const char* expression :
         {"^[0-9A-Z]{17,20}$", "[一-三]", "\\[一-龥", "一-龥", "^\\p{L}+$", "[\\]\\p]", ""})
        EXPECT_EQ(forms::withEveryHan(expression), expression);
    EXPECT_TRUE(matches("[一-三]", "七"));
    EXPECT_FALSE(matches("[一-三]", "龥"));
}

}  // namespace
