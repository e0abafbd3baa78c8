#include "case_support.h"

#include <forms/deferral.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::IsEmpty;

class Deferrals : public testing::Test
{
  protected:
    Deferrals()
    {
        before.answers["food"] = std::string("full");
        tests::addPage(before, "m-cs");
        for (const auto& need : forms::check(guide, before, context).missing)
            before.materialEntry(need.material, need.party).deferredUntil = tests::day("2025-07-05");
    }

    /// The first material that was put off.
    std::string late() const { return forms::openDeferrals(guide, before, context).front().need.material; }

    forms::Guide guide = deferrableGuide();
    forms::CheckContext context{tests::day("2025-06-30"), false};
    forms::Case before = tests::shopCase(guide);

  private:
    /// The shop's guide with one material more that may come later.
    static forms::Guide deferrableGuide()
    {
        auto made = tests::guideOf("gt-sl");
        auto material = *made.findMaterial("m-cs");
        material.id = "m-late";
        material.per = "case";
        material.when = {};
        material.necessity = forms::Necessity::Deferrable;
        material.points.clear();
        made.materials.push_back(material);
        return made;
    }
};

}  // namespace

TEST_F(Deferrals, AreOpenUntilTheMaterialComes)
{
    const auto open = forms::openDeferrals(guide, before, context);
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front(), (forms::OpenDeferral{{"m-late", ""}, tests::day("2025-07-05")}));
    tests::addPage(before, "m-late");
    EXPECT_THAT(forms::openDeferrals(guide, before, context), IsEmpty());
}

TEST_F(Deferrals, ASupplementBringsWhatWasPutOffAndNothingElse)
{
    const auto open = forms::openDeferrals(guide, before, context);
    auto after = before;
    tests::addPage(after, "m-late");
    after.findMaterial("m-late")->points.push_back(
        {"p", forms::PointVerdict::Pass, "clerk", tests::Morning, {}});
    EXPECT_TRUE(forms::checkSupplement(open, before, after));

    auto answered = after;
    answered.answers["form"] = std::string("other");
    EXPECT_EQ(forms::checkSupplement(open, before, answered).error().code, base::ErrorCode::NotAllowed);
    auto filled = after;
    tests::fill(filled, guide, "staff", "9");
    EXPECT_FALSE(forms::checkSupplement(open, before, filled));
    auto more = after;
    tests::addPage(more, "m-cs");
    EXPECT_FALSE(forms::checkSupplement(open, before, more));
    auto fewer = after;
    fewer.materialEntry("m-cs").pages.clear();
    EXPECT_FALSE(forms::checkSupplement(open, before, fewer));
    auto foreign = after;
    tests::addPage(foreign, "m-other");
    EXPECT_FALSE(forms::checkSupplement(open, before, foreign));
}

TEST_F(Deferrals, ADraftThatIsASupplementTakesItsMaterialsAndNothingElse)
{
    before.state = forms::CaseState::Draft;
    EXPECT_TRUE(forms::takesAnswers(before));
    EXPECT_TRUE(forms::takesPages(before, "m-cs"));
    before.supplements = {"m-late"};
    EXPECT_EQ(forms::caseFromJson(forms::caseToJson(before))->supplements, before.supplements);
    EXPECT_FALSE(forms::takesAnswers(before));
    EXPECT_FALSE(forms::takesPages(before, "m-cs"));
    EXPECT_TRUE(forms::takesPages(before, "m-late"));
    EXPECT_TRUE(forms::takesPages(before, ""));

    auto scanned = before;
    tests::addPage(scanned, "m-late");
    EXPECT_TRUE(forms::checkSupplementStep(before, scanned));
    EXPECT_TRUE(forms::checkSupplementStep(scanned, before)) << "a bad page may go again";
    auto answered = before;
    answered.answers["form"] = std::string("other");
    EXPECT_EQ(forms::checkSupplementStep(before, answered).error().code, base::ErrorCode::NotAllowed);
    auto filled = before;
    tests::fill(filled, guide, "staff", "9");
    EXPECT_FALSE(forms::checkSupplementStep(before, filled));
    auto more = before;
    tests::addPage(more, "m-cs");
    EXPECT_FALSE(forms::checkSupplementStep(before, more));
    auto judged = before;
    judged.materialEntry("m-cs").points.push_back(
        {"p", forms::PointVerdict::Fail, "clerk", tests::Morning, {}});
    EXPECT_FALSE(forms::checkSupplementStep(before, judged));
    auto foreign = before;
    tests::addPage(foreign, "m-other");
    EXPECT_FALSE(forms::checkSupplementStep(before, foreign));
}

TEST_F(Deferrals, WhereNothingWasPutOffNothingIsSupplemented)
{
    EXPECT_FALSE(forms::checkSupplement(std::vector<forms::OpenDeferral>{}, before, before));
}

TEST_F(Deferrals, AreTakenInAfterAcceptanceAndBeforeTheEnd)
{
    for (const auto state :
         {forms::CaseState::Accepted, forms::CaseState::UnderReview, forms::CaseState::Approved})
        EXPECT_TRUE(forms::takesSupplements(state));
    for (const auto state : {forms::CaseState::Draft,
                             forms::CaseState::Submitted,
                             forms::CaseState::Delivered,
                             forms::CaseState::Refused})
        EXPECT_FALSE(forms::takesSupplements(state));
}

TEST_F(Deferrals, GoAsFarAsTheGuideSaysAndElseToADateThatIsAgreed)
{
    const auto calendar = forms::calendarFromJson(tests::readText(std::filesystem::path(OW_SOURCE_DIR)
                                                                  / "forms/calendars/cn.json"))
                              .value();
    auto longer = guide;
    longer.limits.promised = {40, forms::TimeUnit::Workday, {}};
    auto material = *guide.findMaterial("m-cs");
    material.deferralDays = 3;
    const auto named = forms::deferralRange(longer, material, tests::day("2025-06-30"), calendar);
    EXPECT_EQ(named.usual, tests::day("2025-07-03"));
    EXPECT_EQ(named.latest, tests::day("2025-07-03"));
    material.deferralDays.reset();
    const auto agreed = forms::deferralRange(longer, material, tests::day("2025-06-30"), calendar);
    EXPECT_EQ(agreed.usual, tests::day("2025-07-07"));
    EXPECT_EQ(agreed.latest, tests::day("2025-07-28"));
    const auto beyond = forms::deferralRange(longer, material, tests::day("2090-06-30"), calendar);
    EXPECT_EQ(beyond.usual, tests::day("2090-07-07"));
    EXPECT_FALSE(beyond.latest) << "a year without a calendar is never guessed";
}

TEST_F(Deferrals, NeverGoBeyondWhatTheMatterPromises)
{
    const auto calendar = forms::calendarFromJson(tests::readText(std::filesystem::path(OW_SOURCE_DIR)
                                                                  / "forms/calendars/cn.json"))
                              .value();
    auto prompt = guide;
    auto material = *guide.findMaterial("m-cs");
    material.deferralDays = 10;
    const auto latest = [&](const forms::Period& promised) {
        prompt.limits.promised = promised;
        return forms::deferralRange(prompt, material, tests::day("2025-06-30"), calendar);
    };
    // Monday 06-30: working days 07-01, 07-02, 07-03.
    EXPECT_EQ(latest({3, forms::TimeUnit::Workday, {}}).latest, tests::day("2025-07-03"));
    EXPECT_EQ(latest({3, forms::TimeUnit::Workday, {}}).usual, tests::day("2025-07-03"));
    EXPECT_EQ(latest({30, forms::TimeUnit::Minute, {}}).latest, tests::day("2025-06-30"));
    EXPECT_EQ(latest({48, forms::TimeUnit::Hour, {}}).latest, tests::day("2025-07-02"));
    EXPECT_EQ(latest({0, forms::TimeUnit::None, {}}).latest, tests::day("2025-07-14")) << "the guide's ten days";
}
