// The table regime × outcome, written down a second time from the laws themselves.
#include "guide_folder.h"

#include <forms/case.h>
#include <forms/clocks.h>
#include <forms/law.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using forms::Action;
using forms::Outcome;
using forms::Regime;
using testing::HasSubstr;
using testing::Not;

constexpr std::array Regimes{
    Regime::Licence, Regime::RealEstate, Regime::MarketEntity, Regime::PublicService, Regime::Other};

forms::Guide guideUnder(const char* regime)
{
    auto guide = tests::guideOf("hk-qy");
    guide.limits.correction.regime = regime;
    guide.limits.correction.basis.clear();
    return guide;
}

forms::Route route(const char* id, forms::RouteOutcome outcome)
{
    auto route = tests::guideOf("hk-qy").routes.front();
    route.id = id;
    route.outcome = outcome;
    return route;
}

bool rests(const forms::Guide& guide, Action action, std::vector<std::string> cites)
{
    const auto checked = forms::checkGround(guide, action, cites);
    EXPECT_TRUE(checked || checked.error().code == base::ErrorCode::NotAllowed);
    return checked.has_value();
}

TEST(Law, CitesTheLicensingLawUnderItAlone)
{
    for (const auto regime : Regimes)
        for (const auto outcome : forms::allOutcomes()) {
            const auto& row = forms::law(regime, outcome);
            EXPECT_EQ(row.outcome, outcome);
            if (regime == Regime::Licence)
                continue;
            for (const auto text : {row.title, row.ground, row.decision})
                EXPECT_THAT(std::string(text), Not(HasSubstr("许可"))) << nameOf(regime) << nameOf(outcome);
        }
}

TEST(Law, NamesTheArticleOfEveryStepAsItsLawNumbersIt)
{
    const auto ground = [](Regime regime, Outcome outcome) {
        return std::string(forms::law(regime, outcome).ground);
    };
    // 行政许可法 (2019): 32(1) items 1, 2, 4, 5; 38(1) granted, 38(2) refused; 42(1) extension; 45 procedures.
    EXPECT_EQ(ground(Regime::Licence, Outcome::NotNeeded),
              "《中华人民共和国行政许可法》第三十二条第一款第（一）项");
    EXPECT_EQ(ground(Regime::Licence, Outcome::NotCompetent),
              "《中华人民共和国行政许可法》第三十二条第一款第（二）项");
    EXPECT_EQ(ground(Regime::Licence, Outcome::OneTimeNotice),
              "《中华人民共和国行政许可法》第三十二条第一款第（四）项");
    EXPECT_EQ(ground(Regime::Licence, Outcome::Acceptance),
              "《中华人民共和国行政许可法》第三十二条第一款第（五）项");
    EXPECT_EQ(ground(Regime::Licence, Outcome::Approval), "《中华人民共和国行政许可法》第三十八条第一款");
    EXPECT_EQ(ground(Regime::Licence, Outcome::Refusal), "《中华人民共和国行政许可法》第三十八条第二款");
    EXPECT_EQ(ground(Regime::Licence, Outcome::Extension), "《中华人民共和国行政许可法》第四十二条第一款");
    EXPECT_EQ(ground(Regime::Licence, Outcome::SpecialProcedure), "《中华人民共和国行政许可法》第四十五条");
    // 不动产登记暂行条例 (2019): 15(2) withdrawal, 17(1) items 1, 3, 4, 21 done, 22 refused.
    EXPECT_EQ(ground(Regime::RealEstate, Outcome::OneTimeNotice),
              "《不动产登记暂行条例》第十七条第一款第（三）项");
    EXPECT_EQ(ground(Regime::RealEstate, Outcome::NotCompetent),
              "《不动产登记暂行条例》第十七条第一款第（四）项");
    EXPECT_EQ(ground(Regime::RealEstate, Outcome::Acceptance),
              "《不动产登记暂行条例》第十七条第一款第（一）项");
    EXPECT_EQ(ground(Regime::RealEstate, Outcome::Refusal), "《不动产登记暂行条例》第二十二条");
    EXPECT_EQ(ground(Regime::RealEstate, Outcome::TerminatedByApplicant),
              "《不动产登记暂行条例》第十五条第二款");
    // 市场主体登记管理条例 (2022): 19(1) registered, 19(2) told once, 20 refused.
    EXPECT_EQ(ground(Regime::MarketEntity, Outcome::OneTimeNotice),
              "《中华人民共和国市场主体登记管理条例》第十九条第二款");
    EXPECT_EQ(ground(Regime::MarketEntity, Outcome::Approval),
              "《中华人民共和国市场主体登记管理条例》第十九条第一款");
    EXPECT_EQ(ground(Regime::MarketEntity, Outcome::Refusal),
              "《中华人民共和国市场主体登记管理条例》第二十条");
}

TEST(Law, UsesTheDecisionWordOfEachRegime)
{
    const auto words = [](Regime regime) {
        return std::string(forms::law(regime, Outcome::Approval).decision) + " "
               + std::string(forms::law(regime, Outcome::Refusal).decision);
    };
    EXPECT_EQ(words(Regime::Licence), "准予许可 不予许可");
    EXPECT_EQ(words(Regime::RealEstate), "准予登记 不予登记");
    EXPECT_EQ(words(Regime::MarketEntity), "准予登记 不予登记");
    EXPECT_EQ(words(Regime::PublicService), "予以办理 不予办理");
    EXPECT_EQ(words(Regime::Other), "予以办理 不予办理");
}

TEST(Law, KnowsNoAcceptanceWhereMarketEntitiesAreRegistered)
{
    EXPECT_FALSE(forms::law(Regime::MarketEntity, Outcome::Acceptance).hasPaper());
    EXPECT_FALSE(forms::law(Regime::MarketEntity).acceptancePaper);
    for (const auto outcome : forms::allOutcomes()) {
        const auto& row = forms::law(Regime::MarketEntity, outcome);
        EXPECT_THAT(std::string(row.title) + std::string(row.decision), Not(HasSubstr("受理")));
    }
    for (const auto regime : {Regime::Licence, Regime::RealEstate, Regime::PublicService, Regime::Other})
        EXPECT_TRUE(forms::law(regime).acceptancePaper && forms::law(regime, Outcome::Acceptance).hasPaper());
}

TEST(Law, MakesTheOneTimeNoticeOfALandRegisterTheRefusalToAccept)
{
    const auto& row = forms::law(Regime::RealEstate, Outcome::OneTimeNotice);
    EXPECT_EQ(row.title, "不动产登记不予受理告知书");
    EXPECT_EQ(row.decision, "不予受理");
    EXPECT_TRUE(row.remedies);
    EXPECT_TRUE(forms::law(Regime::RealEstate).correctionIsNewReceipt);
    EXPECT_FALSE(forms::law(Regime::Licence, Outcome::OneTimeNotice).remedies);
    EXPECT_FALSE(forms::law(Regime::Licence).correctionIsNewReceipt);
}

TEST(Law, NamesRemediesWhereSomethingIsDeniedAndNowhereElse)
{
    for (const auto regime : Regimes) {
        EXPECT_TRUE(forms::law(regime, Outcome::Refusal).remedies);
        EXPECT_TRUE(forms::law(regime, Outcome::NotCompetent).remedies);
        EXPECT_FALSE(forms::law(regime, Outcome::Approval).remedies);
        EXPECT_FALSE(forms::law(regime, Outcome::Acceptance).remedies);
        EXPECT_FALSE(forms::law(regime, Outcome::TerminatedByApplicant).remedies);
    }
}

TEST(Law, CitesWhatMakesSilenceAnAcceptanceOnlyWhereALawDoes)
{
    EXPECT_EQ(forms::law(Regime::Licence).deemedGround,
              "《中华人民共和国行政许可法》第三十二条第一款第（四）项");
    EXPECT_EQ(forms::law(Regime::RealEstate).deemedGround, "《不动产登记暂行条例》第十七条第二款");
    EXPECT_FALSE(forms::law(Regime::MarketEntity).deemsAccepted);
    EXPECT_TRUE(forms::law(Regime::MarketEntity).deemedGround.empty());
    EXPECT_TRUE(forms::law(Regime::PublicService).deemedGround.empty()) << "only a guide may say so";
}

TEST(Law, LimitsTheDeliveryOfLicencesToTenWorkingDays)
{
    // 行政许可法 art. 44: ten days from granting; art. 82: working days.
    const auto limit = forms::law(Regime::Licence).deliveryLimit;
    ASSERT_TRUE(limit.has_value());
    EXPECT_EQ(*limit, (forms::Period{10, forms::TimeUnit::Workday, {}}));
    for (const auto regime : {Regime::RealEstate, Regime::MarketEntity, Regime::PublicService, Regime::Other})
        EXPECT_FALSE(forms::law(regime).deliveryLimit.has_value());
    EXPECT_EQ(forms::law(Regime::Licence, Outcome::Approval).starts, forms::ClockKind::Delivery);
}

TEST(Law, LetsOnlyApplicantsForALicenceInsist)
{
    for (const auto regime : Regimes)
        EXPECT_EQ(forms::law(regime).insistAllowed, regime == Regime::Licence);
    EXPECT_FALSE(forms::law(Regime::Licence, Outcome::NotAccepted).hasPaper());
}

TEST(Law, LeavesTheGroundOfACorrectionInPublicServicesToTheGuideAndTheApplicant)
{
    auto guide = guideUnder("yhyshj36");
    EXPECT_EQ(forms::groundOf(guide, Outcome::OneTimeNotice, true), "《优化营商环境条例》第三十六条第一款");
    EXPECT_THAT(forms::groundOf(guide, Outcome::OneTimeNotice, false), HasSubstr("国发〔2022〕5号"));
    guide.limits.correction.basis = "《测试市供水条例》第八条";
    EXPECT_EQ(forms::groundOf(guide, Outcome::OneTimeNotice, true), "《测试市供水条例》第八条");
    guide.limits.correction.regime = "xkf32";
    EXPECT_THAT(forms::groundOf(guide, Outcome::OneTimeNotice, true), HasSubstr("第（四）项"));
}

TEST(Law, ClaimsNoneOfTheFourUnderARegimeItDoesNotKnow)
{
    const auto guide = guideUnder("new-law-1");
    for (const auto outcome : forms::allOutcomes())
        EXPECT_EQ(forms::groundOf(guide, outcome, true), "户口登记条例第10条、户口登记条例第13条");
}

TEST(Law, TakesAnApplicantForABusinessByTheCodeOfAMarketRegulator)
{
    auto guide = guideUnder("yhyshj36");
    guide.serviceObjects = {"1", "2"};
    forms::Party company{
        "applicant", "applicant", "测试市示例供水有限公司", "uscc", "91330399MA0000031A", ""};
    ASSERT_TRUE(forms::isBusiness(guide, &company)) << "the number must compute";
    forms::Party authority{"applicant", "applicant", "测试区示例局", "uscc", "11330399MB0000019B", ""};
    EXPECT_FALSE(forms::isBusiness(guide, &authority));
    forms::Party person{"applicant", "applicant", "示例甲", "111", "330399198711020245", ""};
    EXPECT_FALSE(forms::isBusiness(guide, &person));
    EXPECT_FALSE(forms::isBusiness(guide, nullptr));
    guide.serviceObjects = {"2"};
    EXPECT_TRUE(forms::isBusiness(guide, nullptr));
    EXPECT_FALSE(forms::isBusiness(guide, &person));
}

TEST(Ground, OfNotAcceptingALicenceIsARouteThatIsNotNeededOrNotCompetent)
{
    auto guide = guideUnder("xkf32");
    guide.routes = {route("elsewhere", forms::RouteOutcome::NotCompetent),
                    route("free", forms::RouteOutcome::NotNeeded),
                    route("unmet", forms::RouteOutcome::Refused)};
    EXPECT_TRUE(rests(guide, Action::NotAccept, {"route:elsewhere"}));
    EXPECT_TRUE(rests(guide, Action::NotAccept, {"free"}));
    EXPECT_FALSE(rests(guide, Action::NotAccept, {"unmet"})) << "an unmet condition is accepted and refused";
    EXPECT_FALSE(rests(guide, Action::NotAccept, {"m-hkb"})) << "what is lacking is told once, not refused";
    EXPECT_FALSE(rests(guide, Action::NotAccept, {"condition:1"}));
    EXPECT_FALSE(rests(guide, Action::NotAccept, {"free", "condition:1"}));
    EXPECT_FALSE(rests(guide, Action::NotAccept, {}));
    EXPECT_FALSE(rests(guide, Action::NotAccept, {"领导不同意"}));
    EXPECT_TRUE(rests(guide, Action::Refuse, {"unmet"})) << "insisted on, accepted, refused";
}

TEST(Ground, OfNotAcceptingElsewhereIsAnythingOfTheGuide)
{
    for (const char* regime : {"bdc17", "scdj19", "yhyshj36", "new-law-1"}) {
        auto guide = guideUnder(regime);
        guide.routes = {route("unmet", forms::RouteOutcome::Refused)};
        for (const char* cite : {"unmet", "condition:1", "m-hkb", "m-hkb/hkb-pages"})
            EXPECT_TRUE(rests(guide, Action::NotAccept, {cite})) << regime << cite;
        EXPECT_FALSE(rests(guide, Action::NotAccept, {})) << regime;
        EXPECT_FALSE(rests(guide, Action::NotAccept, {"m-hkb", "none"})) << regime;
    }
}

TEST(Ground, OfARefusalIsAnythingOfTheGuideAndOfACorrectionItsMaterials)
{
    for (const char* regime : {"xkf32", "bdc17", "scdj19", "yhyshj36", "new-law-1"}) {
        const auto guide = guideUnder(regime);
        EXPECT_TRUE(rests(guide, Action::Refuse, {"condition:2"}));
        EXPECT_TRUE(rests(guide, Action::Refuse, {"m-hkb/hkb-pages", "rr-nolocal"}));
        EXPECT_FALSE(rests(guide, Action::Refuse, {}));
        EXPECT_FALSE(rests(guide, Action::Refuse, {"condition:3"}));
        EXPECT_TRUE(rests(guide, Action::RequestCorrection, {"m-hkb", "m-id/id-2side"}));
        EXPECT_FALSE(rests(guide, Action::RequestCorrection, {"m-hkb", "condition:1"}));
        EXPECT_FALSE(rests(guide, Action::RequestCorrection, {"rr-nolocal"}));
        EXPECT_FALSE(rests(guide, Action::RequestCorrection, {}));
        EXPECT_TRUE(rests(guide, Action::Accept, {}));
        EXPECT_TRUE(rests(guide, Action::Approve, {}));
    }
}

forms::CourseEntry entry(forms::Act act, std::vector<std::string> cites = {})
{
    forms::CourseEntry entry;
    entry.act = act;
    entry.cites = std::move(cites);
    return entry;
}

TEST(Termination, IsToldByTheNewestEntryThatEndsTheCase)
{
    using forms::Act;
    const auto ends = [](const forms::Course& course) { return forms::terminationOf(course); };
    EXPECT_FALSE(ends({entry(Act::Received), entry(Act::Accepted)}).has_value());
    EXPECT_EQ(ends({entry(Act::Withdrawn)}), Outcome::TerminatedByApplicant);
    EXPECT_EQ(ends({entry(Act::CorrectionRequested), entry(Act::Lapsed)}), Outcome::TerminatedByLapse);
    EXPECT_EQ(ends({entry(Act::Lapsed), entry(Act::Terminated)}), Outcome::TerminatedByLapse);
    EXPECT_EQ(ends({entry(Act::Accepted), entry(Act::Terminated)}), Outcome::TerminatedByApplicant);
    EXPECT_EQ(ends({entry(Act::DeferralMissed, {"m-csz"}), entry(Act::Terminated)}),
              Outcome::TerminatedByMissedDeferral);
    EXPECT_EQ(
        ends(
            {entry(Act::DeferralMissed, {"m-csz"}), entry(Act::Supplied, {"m-csz"}), entry(Act::Terminated)}),
        Outcome::TerminatedByApplicant);
}

}  // namespace
