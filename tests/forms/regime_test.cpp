#include "guide_folder.h"

#include <forms/regime.h>

#include <gtest/gtest.h>

namespace {

using forms::Regime;

bool stops(Regime regime, const char* name, const char* basis = "")
{
    return forms::stopsClock(regime, {"1", name, true, {}, basis});
}

TEST(Regime, IsKnownByItsToken)
{
    for (const auto& [token, regime] : {std::pair{"xkf32", Regime::Licence},
                                        {"bdc17", Regime::RealEstate},
                                        {"scdj19", Regime::MarketEntity},
                                        {"yhyshj36", Regime::PublicService}})
    {
        EXPECT_EQ(forms::regimeOf(token), regime) << token;
        EXPECT_EQ(forms::nameOf(regime), token);
    }
    for (const char* token : {"", "xkf23", "XKF32", "other"})
        EXPECT_EQ(forms::regimeOf(token), Regime::Other) << token;
    EXPECT_EQ(forms::nameOf(Regime::Other), "other");
}

TEST(Regime, OfAGuideIsThatOfItsCorrections)
{
    EXPECT_EQ(forms::regimeOf(tests::guideOf("bdc-zy-clf")), Regime::RealEstate);
    EXPECT_EQ(forms::regimeOf(tests::guideOf("gt-sl")), Regime::MarketEntity);
    EXPECT_EQ(forms::regimeOf(tests::guideOf("hk-qy")), Regime::PublicService);
}

TEST(SpecialProcedureUnderXkf45, StopsTheClockOnlyWhereTheClosedListNamesIt)
{
    for (const char* named :
         {"听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审", "委托检验", "听证、专家评审"})
        EXPECT_TRUE(stops(Regime::Licence, named)) << named;
    for (const char* other :
         {"现场核查", "公告", "实地查看", "调查核实", "安检", "评审", "检验/实地查看", ""})
        EXPECT_FALSE(stops(Regime::Licence, other)) << other;
}

TEST(SpecialProcedureUnderXkf45, ItsCodeMayNameTheKind)
{
    EXPECT_TRUE(forms::stopsClock(Regime::Licence, {"检测", "第三方机构出具报告", true, {}, ""}));
    EXPECT_FALSE(forms::stopsClock(Regime::Licence, {"2", "第三方机构出具报告", true, {}, ""}));
}

TEST(SpecialProcedureUnderBdc17, OnlyThePublicAnnouncementStopsTheClock)
{
    EXPECT_TRUE(stops(Regime::RealEstate, "公告"));
    EXPECT_TRUE(stops(Regime::RealEstate, "首次登记前公告"));
    EXPECT_FALSE(stops(Regime::RealEstate, "公告/实地查看/调查"));
    EXPECT_FALSE(stops(Regime::RealEstate, "听证"));
}

TEST(SpecialProcedureOfOtherRegimes, NeedsABasisOfItsOwn)
{
    for (const auto regime : {Regime::MarketEntity, Regime::PublicService, Regime::Other}) {
        EXPECT_FALSE(stops(regime, "检验"));
        EXPECT_TRUE(stops(regime, "入户安检", "城镇燃气管理条例第25条"));
    }
    EXPECT_TRUE(stops(Regime::Licence, "现场核查", "危险化学品经营许可证管理办法第12条"));
}

TEST(SpecialProcedure, ThatTheGuideLetsRunNeverStopsTheClock)
{
    EXPECT_FALSE(forms::stopsClock(Regime::Licence, {"1", "听证", false, {}, ""}));
    EXPECT_FALSE(forms::stopsClock(Regime::Licence, {"1", "听证", false, {}, "行政许可法第45条"}));
}

}  // namespace
