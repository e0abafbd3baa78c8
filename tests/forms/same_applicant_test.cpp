#include "case_support.h"
#include "guide_version.h"

#include <forms/same_applicant.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

}  // namespace

TEST(SameApplicant, IsFoundWhereTheGuideSaysWhoApplies)
{
    const auto guide = tests::guideOf("gt-sl");
    const auto draft = tests::shopCase(guide);
    EXPECT_THAT(forms::applicantNumbers(guide, draft), ElementsAre("330399198506150139"));
}

TEST(SameApplicant, IsFoundInTheFieldReadFromTheCardWhereTheGuideNamesNobody)
{
    const auto guide = tests::version("sb-jfzm", [](auto& json) { json.erase("parties"); });
    ASSERT_TRUE(guide.parties.empty());
    forms::Case draft;
    for (const auto& field : guide.forms.front().fields())
        if (field.format.starts_with("cn-id") && field.prefill.starts_with("id_card")) {
            ASSERT_TRUE(draft.forms[guide.forms.front().id()].set(field.pointer, "\"330399198506150139\""));
        }
    EXPECT_THAT(forms::applicantNumbers(guide, draft), ElementsAre("330399198506150139"));
}

TEST(SameApplicant, HalfANumberIsNobody)
{
    const auto guide = tests::guideOf("gt-sl");
    auto draft = tests::shopCase(guide);
    tests::fill(draft, guide, "operator_id", "3303991985");
    EXPECT_THAT(forms::applicantNumbers(guide, draft), IsEmpty());
    EXPECT_THAT(forms::applicantNumbers(guide, forms::Case()), IsEmpty());
}

TEST(SameApplicant, BlanksAndTheLetterXMakeNobodyElse)
{
    const auto guide = tests::guideOf("gt-sl");
    forms::Case draft;
    draft.parties.push_back({"applicant", "applicant", "示例甲", "111", "330399 19850615 0139", {}});
    EXPECT_THAT(forms::applicantNumbers(guide, draft), ElementsAre("330399198506150139"));
}

TEST(SameApplicant, IsFoundByWhateverPaperTheNumberStandsOn)
{
    const auto guide = tests::guideOf("gt-sl");
    const auto numbers = [&guide](const char* type, const char* number) {
        forms::Case draft;
        draft.parties.push_back({"applicant", "applicant", "示例甲", type, number, {}});
        return forms::applicantNumbers(guide, draft);
    };
    EXPECT_THAT(numbers("111", "\u202d330399-19850615-0139\u202c"), ElementsAre("330399198506150139"));
    EXPECT_THAT(numbers("414", "e 12345678"), ElementsAre("E12345678"));
    EXPECT_THAT(numbers("511", "12345678"), ElementsAre("12345678"));
    EXPECT_THAT(numbers("uscc", "91350203M0001QKT19"), ElementsAre("91350203M0001QKT19"));
    EXPECT_THAT(numbers("111", "E12345678"), IsEmpty());
    EXPECT_THAT(numbers("organisation", "3303"), IsEmpty());
}

TEST(SameApplicant, ACaseThatIsOverIsNotUnderWay)
{
    for (const auto state : {forms::CaseState::Closed,
                             forms::CaseState::Withdrawn,
                             forms::CaseState::NotAccepted,
                             forms::CaseState::Refused,
                             forms::CaseState::Delivered})
        EXPECT_FALSE(forms::isUnderWay(state));
    for (const auto state :
         {forms::CaseState::Draft, forms::CaseState::Returned, forms::CaseState::Certified})
        EXPECT_TRUE(forms::isUnderWay(state));
}
