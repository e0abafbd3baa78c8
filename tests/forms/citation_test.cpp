#include "guide_folder.h"

#include <forms/citation.h>

#include <gtest/gtest.h>

namespace {

using forms::CitationKind;

struct Citations : testing::Test {
    forms::Guide guide = tests::guideOf("hk-qy");

    [[nodiscard]] CitationKind kindOf(const char* text) const { return forms::citationOf(guide, text).kind; }

    [[nodiscard]] std::string textOf(const char* text) const
    {
        return forms::citedText(guide, forms::citationOf(guide, text));
    }
};

TEST_F(Citations, NameAMaterialAPointARouteOrACondition)
{
    EXPECT_EQ(kindOf("m-hkb"), CitationKind::Material);
    EXPECT_EQ(kindOf("m-hkb/hkb-pages"), CitationKind::Point);
    EXPECT_EQ(kindOf("route:rr-nolocal"), CitationKind::Route);
    EXPECT_EQ(kindOf("rr-nolocal"), CitationKind::Route);
    EXPECT_EQ(kindOf("condition:2"), CitationKind::Condition);
}

TEST_F(Citations, AreNothingWhereTheGuideHoldsNoSuchThing)
{
    for (const char* text : {"",
                             "/",
                             "m-hkb/",
                             "/hkb-pages",
                             "m-hkb/none",
                             "none",
                             "route:",
                             "route:m-hkb",
                             "condition:",
                             "condition:0",
                             "condition:3",
                             "condition:-1",
                             "condition:1x",
                             "condition:99999999999"})
        EXPECT_EQ(kindOf(text), CitationKind::Nothing) << text;
}

TEST_F(Citations, PreferAMaterialToARouteOfTheSameName)
{
    guide.routes.front().id = "m-hkb";
    EXPECT_EQ(kindOf("m-hkb"), CitationKind::Material);
    EXPECT_EQ(kindOf("route:m-hkb"), CitationKind::Route);
}

TEST_F(Citations, ReadInTheGuidesWords)
{
    EXPECT_EQ(textOf("m-jhz"), "结婚证");
    EXPECT_EQ(textOf("m-hkb/hkb-pages"), "居民户口簿(首页、本人页、变更页)：首页+本人页齐全");
    EXPECT_EQ(textOf("rr-nolocal"), "落户地址不属本派出所管辖,告知应去单位");
    EXPECT_EQ(textOf("condition:1"), "符合迁入地落户政策");
    EXPECT_EQ(textOf("none"), "");
}

TEST_F(Citations, SayNothingInAnotherGuide)
{
    const auto point = forms::citationOf(guide, "m-hkb/hkb-pages");
    const auto condition = forms::citationOf(guide, "condition:2");
    EXPECT_EQ(forms::citedText(forms::Guide{}, point), "");
    EXPECT_EQ(forms::citedText(forms::Guide{}, condition), "");
}

}  // namespace
