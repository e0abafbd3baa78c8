#include "text_format.h"

#include <gtest/gtest.h>

namespace {

using forms::holdsFormat;

TEST(TextFormat, AnAddressLeadsToADoor)
{
    for (const char* good : {"测试区示例路1号",
                             "测试区示例镇示例村3组12号",
                             "测试区示例大厦3幢502室",
                             "测试区示例路一百零二号",
                             "测试区示例街道示例小区A座",
                             "测试区示例路1弄2单元",
                             "https://shop.example.com/1"})
        EXPECT_TRUE(holdsFormat("cn-address", good)) << good;
    for (const char* bad : {"测试区", "测试区示例路", "示例园区", "1号", "测试区示例路号"})
        EXPECT_FALSE(holdsFormat("cn-address", bad)) << bad;
}

TEST(TextFormat, NumbersAndDatesAreJudgedByTheirStandards)
{
    EXPECT_TRUE(holdsFormat("cn-id", "330399198506150139"));
    EXPECT_FALSE(holdsFormat("cn-id", "11330399MB0000019B"));
    EXPECT_TRUE(holdsFormat("cn-uscc", "11330399MB0000019B"));
    EXPECT_FALSE(holdsFormat("cn-uscc", "330399198506150139"));
    EXPECT_TRUE(holdsFormat("cn-id-or-uscc", "11330399MB0000019B"));
    EXPECT_TRUE(holdsFormat("cn-id-or-uscc", "330399198506150139"));
    EXPECT_FALSE(holdsFormat("cn-id-or-uscc", "330399198506150130"));
    EXPECT_TRUE(holdsFormat("cn-phone", "13800000000"));
    EXPECT_FALSE(holdsFormat("cn-phone", "110"));
    EXPECT_TRUE(holdsFormat("date", "2024-02-29"));
    EXPECT_FALSE(holdsFormat("date", "2025-02-29"));
}

TEST(TextFormat, IsJudgedAsFolded)
{
    EXPECT_TRUE(holdsFormat("cn-id", "330399 19850615 0139\u200b"));
    EXPECT_TRUE(holdsFormat("cn-uscc", "１１３３０３９９ＭＢ０００００１９Ｂ"));
    EXPECT_TRUE(holdsFormat("cn-phone", "+86 138 0000 0000"));
    EXPECT_TRUE(holdsFormat("cn-address", "测试区示例路1\u200b号"));
}

TEST(TextFormat, ADayMayBeWrittenAsCardsPrintIt)
{
    for (const char* day : {"2035.06.15", "2035年6月15日", "20350615", "长期"})
        EXPECT_TRUE(holdsFormat("date", day)) << day;
    EXPECT_FALSE(holdsFormat("date", "2015.06.15-2035.06.15"));
}

TEST(TextFormat, ACreditCodeNeedNotCompute)
{
    EXPECT_TRUE(holdsFormat("cn-uscc", "91350203M0001QKT19"));
    EXPECT_TRUE(holdsFormat("cn-id-or-uscc", "91350203M0001QKT19"));
    EXPECT_FALSE(holdsFormat("cn-id", "91350203M0001QKT19"));
    EXPECT_FALSE(holdsFormat("cn-uscc", "91350203M0001QKTV9"));
    EXPECT_FALSE(holdsFormat("cn-uscc", "91350203M0001QKT1"));
}

TEST(TextFormat, ACitizenNumberMayBeAResidentsFromElsewhere)
{
    for (const char* number :
         {"810000199003078017", "820000199003078027", "83000019781011009x", "93384019780405001X"})
        EXPECT_TRUE(holdsFormat("cn-id", number)) << number;
    EXPECT_FALSE(holdsFormat("cn-id", "USA330078040501"));
    EXPECT_FALSE(holdsFormat("cn-id", "E12345678"));
}

TEST(TextFormat, EmptyTextAndUnknownFormatsAreNotItsQuestion)
{
    EXPECT_TRUE(holdsFormat("cn-id", ""));
    EXPECT_TRUE(holdsFormat("email", "x"));
    EXPECT_FALSE(forms::isTextFormat("email"));
    EXPECT_TRUE(forms::isTextFormat("cn-address"));
}

}  // namespace
