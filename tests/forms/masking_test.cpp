#include <base/utf8.h>
#include <forms/case.h>
#include <forms/masking.h>

#include <gtest/gtest.h>

namespace {

using forms::maskedName;
using forms::maskName;
using forms::maskNumber;

TEST(Masking, ANameShowsItsEnds)
{
    EXPECT_EQ(maskName("示例甲"), "示*甲");
    EXPECT_EQ(maskName("示例"), "示*");
    EXPECT_EQ(maskName("示例甲乙"), "示**乙");
    EXPECT_EQ(maskName("𬱖例𫝫"), "𬱖*𫝫");
    EXPECT_EQ(maskName("甲"), "*");
    EXPECT_EQ(maskName(""), "");
}

TEST(Masking, TheDotsOfAMinorityNameStay)
{
    EXPECT_EQ(maskName("示例·古丽"), "示*·*丽");
    EXPECT_EQ(maskName("阿卜杜勒•艾海提"), "阿***•**提");
    EXPECT_EQ(maskName("\u200b示例甲\ufeff"), "示*甲");
}

TEST(Masking, AForeignNameShowsTheFirstOfEachWord)
{
    EXPECT_EQ(maskName("SHILI JIA"), "S**** J**");
    EXPECT_EQ(maskName("J. Shili"), "J. S****");
    EXPECT_EQ(maskName("Émile"), "É****");
    EXPECT_EQ(maskName("X"), "*");
}

TEST(Masking, AUnitKeepsItsName)
{
    const auto named = [](const char* name, const char* type, const char* number) {
        return maskedName({"applicant", "applicant", name, type, number, {}});
    };
    EXPECT_EQ(named("测试区示例餐饮有限公司", "uscc", "91330399MA00000150"), "测试区示例餐饮有限公司");
    EXPECT_EQ(named("测试区示例餐饮有限公司", "organisation", ""), "测试区示例餐饮有限公司");
    EXPECT_EQ(named("测试区示例餐饮有限公司", "", ""), "测试区示例餐饮有限公司");
    EXPECT_EQ(named("测试区民政局", "", "11330399MB0000107R"), "测试区民政局");
    EXPECT_EQ(named("示例甲", "111", "330399198506150139"), "示*甲");
    EXPECT_EQ(named("示例甲", "", ""), "示*甲");
    EXPECT_EQ(named("示例店", "", ""), "示*店");
}

TEST(Masking, ANumberShowsNoMoreThanItsEnds)
{
    EXPECT_EQ(maskNumber("330399198506150139"), "330399********0139");
    EXPECT_EQ(maskNumber("330399 19850615 013x"), "330399********013X");
    EXPECT_EQ(maskNumber("USA330078040501"), "USA330*****0501");
    EXPECT_EQ(maskNumber("E12345678"), "E1*****78");
    EXPECT_EQ(maskNumber("H12345678"), "H1*****78");
    EXPECT_EQ(maskNumber("12345678"), "12****78");
    EXPECT_EQ(maskNumber("12345"), "*****");
    EXPECT_EQ(maskNumber(""), "");
}

TEST(Masking, IsNeverLongerThanWhatItHides)
{
    for (const char* text :
         {"甲", "示例", "示例·古丽", "A B", "E12345678", "330399198506150139", "😀", "مثال"}) {
        EXPECT_LE(base::countCodePoints(maskName(text)), base::countCodePoints(text)) << text;
        EXPECT_LE(base::countCodePoints(maskNumber(text)), base::countCodePoints(text)) << text;
    }
}

}  // namespace
