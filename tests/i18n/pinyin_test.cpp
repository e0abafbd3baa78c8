#include <i18n/pinyin.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace i18n;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

TEST(Pinyin, KnowsEveryReadingTheMostUsualFirst)
{
    EXPECT_EQ(readingsOf(U'乐').front(), "le");
    EXPECT_THAT(readingsOf(U'乐'), Contains("yue"));
    EXPECT_EQ(readingsOf(U'单').front(), "dan");
    EXPECT_THAT(readingsOf(U'单'), Contains("shan"));
    EXPECT_THAT(readingsOf(U'单'), Contains("chan"));
    EXPECT_EQ(readingsOf(U'重').front(), "zhong");
    EXPECT_THAT(readingsOf(U'重'), Contains("chong"));
}

TEST(Pinyin, WritesUmlautAsV)
{
    EXPECT_EQ(readingsOf(U'女').front(), "nv");
    EXPECT_EQ(readingsOf(U'绿').front(), "lv");
    EXPECT_EQ(readingsOf(U'略').front(), "lve");
}

TEST(Pinyin, KnowsRareCharactersOfNames)
{
    EXPECT_EQ(readingsOf(U'㛃').front(), "jie");
    EXPECT_EQ(readingsOf(U'𬱖').front(), "di");
}

TEST(Pinyin, HasNoReadingsForOtherCharacters)
{
    for (const char32_t other : {U'A', U'7', U'，', U'·', char32_t{0}, char32_t{0xFFFD}, char32_t{0x10FFFF}})
        EXPECT_THAT(readingsOf(other), IsEmpty());
}

TEST(Pinyin, CombinesTheReadingsOfAPlaceName)
{
    const auto keys = pinyinKeys("重庆");
    EXPECT_EQ(keys.full.front(), "zhongqing");
    EXPECT_THAT(keys.full, Contains("chongqing"));
    EXPECT_EQ(keys.initials.front(), "zq");
    EXPECT_THAT(keys.initials, Contains("cq"));
}

TEST(Pinyin, OfUnambiguousTextIsOneKey)
{
    const auto keys = pinyinKeys("身份");
    EXPECT_THAT(keys.full, Contains("shenfen"));
    EXPECT_THAT(pinyinKeys("").full, ElementsAre(""));
    EXPECT_THAT(pinyinKeys("").initials, ElementsAre(""));
}

TEST(Pinyin, FoldsLettersAndKeepsTheRest)
{
    const auto keys = pinyinKeys("Ａ4 Form·Ｚ９");
    EXPECT_THAT(keys.full, ElementsAre("a4 form·z9"));
    EXPECT_THAT(keys.initials, ElementsAre("a4 form·z9"));
}

TEST(Pinyin, StaysInsideTheLimitAndKeepsTheBest)
{
    const std::string many = "重庆长乐单行乐重庆长乐单行乐重庆长乐单行乐";
    const auto keys = pinyinKeys(many, 16);
    EXPECT_LE(keys.full.size(), 16U);
    EXPECT_GT(keys.full.size(), 8U);
    EXPECT_LE(keys.initials.size(), 16U);
    EXPECT_EQ(pinyinKeys(many, 1).full.front(), keys.full.front());
    EXPECT_THAT(pinyinKeys(many, 0).full, SizeIs(1));
}

TEST(Pinyin, NeverGivesAKeyTwice)
{
    auto keys = pinyinKeys("中行长重乐单", 64);
    for (auto* list : {&keys.full, &keys.initials}) {
        std::ranges::sort(*list);
        EXPECT_EQ(std::ranges::adjacent_find(*list), list->end());
    }
}

TEST(Pinyin, SurvivesBrokenText)
{
    EXPECT_THAT(pinyinKeys("\xE4\xB8").full, ElementsAre("\xEF\xBF\xBD\xEF\xBF\xBD"));
}

}  // namespace
