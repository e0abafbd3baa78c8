#include "case_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using forms::FindingLevel;
using forms::PointVerdict;
using forms::Verdict;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::addPage;
using tests::findFinding;
using tests::idsOf;

class Check : public testing::Test
{
  protected:
    forms::Completeness check(bool offline = false) const
    {
        return forms::check(m_guide, m_draft, {tests::day("2025-06-30"), offline});
    }

    void record(const char* material, const char* point, PointVerdict verdict)
    {
        m_draft.materialEntry(material).points.push_back({point, verdict, "clerk", tests::Morning, ""});
    }

    forms::Guide m_guide = tests::guideOf("gt-sl");
    forms::Case m_draft = tests::shopCase(m_guide);
};

TEST_F(Check, IsAcceptableWhenNothingIsMissing)
{
    addPage(m_draft, "m-cs");
    const auto result = check();
    EXPECT_EQ(result.verdict, Verdict::Acceptable);
    EXPECT_TRUE(result.sealable());
    EXPECT_THAT(idsOf(result.required), ElementsAre("m-sqs", "m-id@applicant", "m-cs"));
    EXPECT_THAT(idsOf(result.exempt), ElementsAre("m-sqs", "m-id@applicant"));
    EXPECT_THAT(idsOf(result.missing), IsEmpty());
}

TEST_F(Check, NamesWhatIsMissing)
{
    const auto result = check();
    EXPECT_EQ(result.verdict, Verdict::NeedsCorrection);
    EXPECT_THAT(idsOf(result.missing), ElementsAre("m-cs"));
    const auto* finding = findFinding(result, "missing:m-cs");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, FindingLevel::Block);
    EXPECT_EQ(finding->material, "m-cs");
}

TEST_F(Check, PaperCountedButNeverScannedIsMissing)
{
    m_draft.materialEntry("m-cs").paper = {1, 1, 0};
    EXPECT_THAT(idsOf(check().missing), ElementsAre("m-cs"));
}

TEST_F(Check, ADiscardedPageProvidesNothing)
{
    auto& page = addPage(m_draft, "m-cs");
    EXPECT_THAT(idsOf(check().missing), IsEmpty());
    page.discarded = true;
    EXPECT_THAT(idsOf(check().missing), ElementsAre("m-cs"));
}

TEST_F(Check, AProofOfADataShareCountsOnlyOnline)
{
    m_draft.materialEntry("m-cs").proof = forms::Proof{"data-sharing", "q-1", tests::Morning};
    EXPECT_EQ(check().verdict, Verdict::Acceptable);
    EXPECT_THAT(idsOf(check(true).missing), ElementsAre("m-cs"));
    EXPECT_THAT(idsOf(check(true).exempt), ElementsAre("m-sqs", "m-id@applicant"));
}

TEST_F(Check, AFormWithAProblemNeitherProvesItsMaterialNorIsAcceptable)
{
    addPage(m_draft, "m-cs");
    tests::fill(m_draft, m_guide, "operator_id", "330399198506150130");
    const auto result = check();
    EXPECT_EQ(result.verdict, Verdict::NeedsCorrection);
    EXPECT_THAT(idsOf(result.missing), ElementsAre("m-sqs"));
    const auto* finding = findFinding(result, "field:application/operator_id");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->form, "application");
    EXPECT_EQ(finding->field, "/operator_id");
    EXPECT_EQ(finding->level, FindingLevel::Block);
}

TEST_F(Check, AFormOnPaperStillHasToBeFilledIn)
{
    addPage(m_draft, "m-cs");
    addPage(m_draft, "m-sqs");
    m_draft.forms.clear();
    const auto result = check();
    EXPECT_EQ(result.verdict, Verdict::NeedsCorrection);
    // The paper is there, but the point that looks at the form cannot be passed either way.
    EXPECT_NE(findFinding(result, "field:application/name"), nullptr);
}

TEST_F(Check, AnUnansweredQuestionIsAFinding)
{
    addPage(m_draft, "m-cs");
    m_draft.answers.erase("food");
    const auto result = check();
    EXPECT_EQ(result.verdict, Verdict::NeedsCorrection);
    EXPECT_EQ(findFinding(result, "question:food")->question, "food");
    m_draft.answers["food"] = std::string("nothing the guide offers");
    EXPECT_NE(findFinding(check(), "question:food"), nullptr);
}

TEST_F(Check, ARouteEndsTheCaseBeforeMaterialsAreJudged)
{
    m_draft.answers["pre_approval"] = std::string("yes_none");
    m_draft.answers.erase("food");
    const auto result = check();
    EXPECT_EQ(result.verdict, Verdict::Refused);
    EXPECT_EQ(result.route, "rr-pre");
    EXPECT_THAT(result.required, IsEmpty());
    ASSERT_EQ(result.findings.size(), 1u);
    EXPECT_EQ(result.findings[0].id, "route:rr-pre");
}

TEST_F(Check, WhatMayComeLaterIsDeferred)
{
    m_draft.answers["place"] = std::string("home");
    auto result = check();
    EXPECT_EQ(result.verdict, Verdict::AcceptableWithDeferral);
    EXPECT_THAT(idsOf(result.missing), ElementsAre("m-zgs"));
    EXPECT_EQ(findFinding(result, "missing:m-zgs")->level, FindingLevel::Warn);
    m_draft.materialEntry("m-zgs").deferredUntil = tests::day("2025-07-07");
    result = check();
    EXPECT_EQ(result.verdict, Verdict::AcceptableWithDeferral);
    const auto& text = findFinding(result, "missing:m-zgs")->text;
    EXPECT_EQ(base::fillPlaces(text.id, text.arguments),
              "有利害关系的业主同意住宅改经营性用房的证明 is to be handed in by 2025-07-07.");
}

TEST_F(Check, ADeferredMaterialDoesNotExcuseAMissingOne)
{
    m_draft.answers["place"] = std::string("home");
    m_draft.answers["agent"] = std::string("agent");
    EXPECT_EQ(check().verdict, Verdict::NeedsCorrection);
}

TEST_F(Check, AFailedBlockPointMakesItsMaterialMissing)
{
    addPage(m_draft, "m-cs");
    record("m-cs", "cs-addr", PointVerdict::Fail);
    const auto result = check();
    EXPECT_THAT(idsOf(result.missing), ElementsAre("m-cs"));
    const auto* finding = findFinding(result, "point:m-cs/cs-addr");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, FindingLevel::Block);
    EXPECT_EQ(finding->point, "cs-addr");
    EXPECT_EQ(findFinding(result, "missing:m-cs"), nullptr);
}

TEST_F(Check, AFailAgainstAProvedMaterialCountsToo)
{
    addPage(m_draft, "m-cs");
    record("m-id", "id-name", PointVerdict::Fail);
    EXPECT_THAT(idsOf(check().missing), ElementsAre("m-id@applicant"));
}

TEST_F(Check, AnOpenPointAsksAndNeverStops)
{
    addPage(m_draft, "m-cs");
    auto result = check();
    EXPECT_EQ(result.verdict, Verdict::Acceptable);
    EXPECT_EQ(findFinding(result, "point:m-cs/cs-addr")->level, FindingLevel::Ask);
    // The card was read: there is no picture to look at.
    EXPECT_EQ(findFinding(result, "point:m-id/id-2side"), nullptr);
    record("m-cs", "cs-addr", PointVerdict::Pass);
    EXPECT_EQ(findFinding(check(), "point:m-cs/cs-addr"), nullptr);
}

TEST_F(Check, WhatCanBeComputedIsComputedWhateverWasRecorded)
{
    addPage(m_draft, "m-cs");
    addPage(m_draft, "m-id");
    m_draft.materialEntry("m-id").facts["valid_to"] = "2025-06-29";
    record("m-id", "id-valid", PointVerdict::Pass);
    EXPECT_THAT(idsOf(check().missing), ElementsAre("m-id@applicant"));
    m_draft.materialEntry("m-id").facts["valid_to"] = "2025-06-30";
    EXPECT_THAT(idsOf(check().missing), IsEmpty());
    m_draft.materialEntry("m-id").facts["valid_to"] = "长期";
    EXPECT_EQ(findFinding(check(), "point:m-id/id-valid"), nullptr);
}

TEST_F(Check, AProvedCardThatIsKnownToHaveExpiredIsMissing)
{
    addPage(m_draft, "m-cs");
    m_draft.materialEntry("m-id").facts["valid_to"] = "2025-06-29";
    const auto result = check();
    EXPECT_THAT(idsOf(result.missing), ElementsAre("m-id@applicant"));
    EXPECT_NE(findFinding(result, "validity:m-id"), nullptr);
}

TEST_F(Check, EveryPartyOfARoleNeedsItsPage)
{
    addPage(m_draft, "m-cs");
    m_draft.answers["form"] = std::string("f");
    tests::fill(m_draft, m_guide, "composition", "家庭经营");
    EXPECT_THAT(idsOf(check().missing), ElementsAre("m-jt"));
    tests::fill(
        m_draft,
        m_guide,
        "family",
        R"([{"name": "示例乙", "number": "330399198711020245"}, {"name": "示例丙", "number": "330399195803090319"}])");
    EXPECT_THAT(idsOf(check().missing), ElementsAre("m-jt@family_member", "m-jt@family_member#2"));
    addPage(m_draft, "m-jt");  // put there before the people had names: it is the first one's
    auto result = check();
    EXPECT_THAT(idsOf(result.missing), ElementsAre("m-jt@family_member#2"));
    EXPECT_NE(findFinding(result, "missing:m-jt@family_member#2"), nullptr);
    addPage(m_draft, "m-jt", "family_member#2");
    EXPECT_EQ(check().verdict, Verdict::Acceptable);
}

TEST_F(Check, TheSameCaseGivesTheSameAnswer)
{
    const auto first = check();
    const auto second = check();
    ASSERT_EQ(first.findings.size(), second.findings.size());
    for (std::size_t i = 0; i < first.findings.size(); ++i) {
        EXPECT_EQ(first.findings[i].id, second.findings[i].id);
        EXPECT_EQ(first.findings[i].text, second.findings[i].text);
    }
}

TEST(CheckOptional, AnOptionalMaterialIsNeverMissing)
{
    const auto guide = tests::guideOf("sdqg-gh");
    forms::Case draft;
    draft.answers = {{"utilities", std::vector<std::string>{"water"}},
                     {"basis", std::string("notice")},
                     {"arrears", std::string("yes")},
                     {"autopay", std::string("yes")},
                     {"old_owner", std::string("no")}};
    const auto result = forms::check(guide, draft, {tests::day("2025-06-30"), false});
    EXPECT_THAT(idsOf(result.required), testing::Not(testing::Contains("m-dk")));
    EXPECT_EQ(findFinding(result, "missing:m-dk"), nullptr);
}

TEST(Completeness, IsWrittenAsTheCommandLinePrintsIt)
{
    forms::Completeness completeness;
    completeness.verdict = Verdict::AcceptableWithDeferral;
    completeness.required = {{"m-id", "applicant"}, {"m-id", "applicant#2"}, {"m-b", ""}};
    completeness.missing = {{"m-b", ""}};
    forms::Finding finding;
    finding.id = "point:m-b/p";
    finding.material = "m-b";
    finding.point = "p";
    finding.level = FindingLevel::Ask;
    completeness.findings = {finding};
    EXPECT_EQ(
        forms::completenessToJson(completeness, {"看一下"}),
        R"({"verdict":"acceptable-with-deferral","required":["m-id","m-b"],"exempt":[],"missing":["m-b"],)"
        R"("findings":[{"id":"point:m-b/p","material":"m-b","point":"p","level":"ask","text":"看一下"}]})");
}

TEST(Completeness, EveryVerdictHasItsToken)
{
    for (const auto verdict : {Verdict::Acceptable,
                               Verdict::AcceptableWithDeferral,
                               Verdict::NeedsCorrection,
                               Verdict::NotNeeded,
                               Verdict::NotCompetent,
                               Verdict::Refused})
    {
        EXPECT_EQ(forms::parseVerdict(forms::nameOf(verdict)), verdict);
        EXPECT_FALSE(forms::titleOf(verdict).empty());
    }
    EXPECT_EQ(forms::parseVerdict("maybe"), std::nullopt);
}

}  // namespace
