#include <desk/ground_choices.h>

#include <gtest/gtest.h>

namespace {

forms::Guide licence()
{
    forms::Guide guide;
    guide.limits.correction.regime = "xkf32";
    guide.conditions = {"有固定的经营场所", "有合格的从业人员"};
    guide.routes.resize(2);
    guide.routes[0].id = "elsewhere";
    guide.routes[0].outcome = forms::RouteOutcome::NotCompetent;
    guide.routes[0].text = "由上级机关受理";
    guide.routes[1].id = "unfit";
    guide.routes[1].outcome = forms::RouteOutcome::Refused;
    guide.routes[1].text = "不符合条件";
    return guide;
}

TEST(GroundChoices, UnderTheLicensingLawOnlyAnotherCompetenceIsAGroundForNotAccepting)
{
    const auto choices = desk::groundChoices(licence(), forms::Action::NotAccept);
    ASSERT_EQ(choices.size(), 1u);
    EXPECT_EQ(choices.front().cite, "route:elsewhere");
    EXPECT_NE(choices.front().text.find("由上级机关受理"), std::string::npos);
}

TEST(GroundChoices, ARefusalRestsOnAnythingTheGuideHolds)
{
    const auto choices = desk::groundChoices(licence(), forms::Action::Refuse);
    ASSERT_EQ(choices.size(), 4u);
    EXPECT_EQ(choices[2].cite, "condition:1");
    EXPECT_NE(choices[3].text.find("有合格的从业人员"), std::string::npos);
}

}  // namespace
