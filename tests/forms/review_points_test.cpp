#include "case_support.h"
#include "evaluation.h"

#include <gtest/gtest.h>

namespace {

using forms::PointVerdict;

constexpr auto Pass = PointVerdict::Pass;
constexpr auto Fail = PointVerdict::Fail;
constexpr auto Open = PointVerdict::Open;

class ReviewPoints : public testing::Test
{
  protected:
    PointVerdict decide(const std::string& automatic)
    {
        forms::Holding holding;
        holding.entries = {&m_entry};
        holding.pages = 3;
        holding.party = m_party.idNumber.empty() ? nullptr : &m_party;
        const forms::CheckContext context{tests::day("2025-06-30"), false};
        return forms::decidePoint({"p", "", forms::PointLevel::Block, automatic},
                                  m_material,
                                  holding,
                                  {m_guide, m_draft, context, {}, {}, m_problems});
    }

    PointVerdict decide(const std::string& automatic, const std::string& fact, const std::string& value)
    {
        m_entry.facts = {{fact, value}};
        return decide(automatic);
    }

    forms::Guide m_guide = tests::guideOf("gt-sl");
    forms::Case m_draft = tests::shopCase(m_guide);
    forms::Material m_material;
    forms::CaseMaterial m_entry;
    forms::Party m_party;
    forms::FormProblems m_problems;
};

TEST_F(ReviewPoints, NumbersAreJudgedWhereTheyAreKnown)
{
    EXPECT_EQ(decide("gb11643"), Open);
    m_party.idNumber = "330399198506150139";
    EXPECT_EQ(decide("gb11643"), Pass);
    EXPECT_EQ(decide("gb32100"), Open);
    m_party.idNumber = "330399198506150130";
    EXPECT_EQ(decide("gb11643"), Fail);
    m_party.idNumber = "11330399MB0000019B";
    EXPECT_EQ(decide("gb11643"), Open);
    EXPECT_EQ(decide("gb32100"), Pass);
    EXPECT_EQ(decide("gb11643", "number", "330399198506150130"), Fail);
    EXPECT_EQ(decide("gb32100", "uscc", "91330399MA0000015I"), Fail);
    EXPECT_EQ(decide("gb32100", "uscc", "91330399MA00000150"), Open)
        << "a person compares it with the certificate";
    EXPECT_EQ(decide("gb11643", "number", "330399 19850615 0139\u200b"), Pass);
    EXPECT_EQ(decide("gb11643", "number", "110101209001010011"), Fail) << "nobody is born in 2090";
    EXPECT_EQ(decide("gb11643", "number", "E12345678"), Open) << "a passport has no check character";
    EXPECT_EQ(decide("gb32100", "number", "E12345678"), Open);
}

TEST_F(ReviewPoints, CardNumbersFollowLuhn)
{
    EXPECT_EQ(decide("luhn"), Open);
    EXPECT_EQ(decide("luhn", "card", "6200 0000 0000 0005"), Pass);
    EXPECT_EQ(decide("luhn", "card", "6200000000000006"), Fail);
    EXPECT_EQ(decide("luhn", "account", "62000000x0000005"), Fail);
    EXPECT_EQ(decide("luhn", "card", "0"), Fail);
}

TEST_F(ReviewPoints, DatesAreJudgedWithTheHallsDate)
{
    EXPECT_EQ(decide("date_ge_today"), Open);
    EXPECT_EQ(decide("date_ge_today", "valid_to", "2025-06-30"), Pass);
    EXPECT_EQ(decide("date_ge_today", "valid_to", "2025-06-29"), Fail);
    EXPECT_EQ(decide("date_ge_today", "valid_to", "next year"), Open);
    EXPECT_EQ(decide("date_ge_today", "valid_to", "2025.06.30"), Pass);
    EXPECT_EQ(decide("date_ge_today", "valid_to", "2015.06.15-2025.06.29"), Fail);
    EXPECT_EQ(decide("date_ge_today", "valid_to", "2015.06.15-2035.06.15"), Pass);
    EXPECT_EQ(decide("date_ge_today", "valid_to", "2015.06.15-长期"), Pass);
    EXPECT_EQ(decide("date_ge_today", "valid_to", "长期"), Pass);
    EXPECT_EQ(decide("date_within", "issue_date", "2025-06-01"), Open);
    m_material.validity = forms::Validity{"issue_date", forms::ValidityRule::WithinDays, 30};
    EXPECT_EQ(decide("date_within", "issue_date", "2025-05-31"), Pass);
    EXPECT_EQ(decide("date_within", "issue_date", "2025-05-30"), Fail);
    EXPECT_EQ(decide("date_within", "issue_date", "2025-07-01"), Fail);
    EXPECT_EQ(decide("date_within", "issue_date", "2025年6月1日"), Pass);
    EXPECT_EQ(decide("date_within", "issue_date", "2025.06.01-2035.06.01"), Pass);
    EXPECT_EQ(decide("date_le_apply", "issue_date", "2025-06-30"), Pass);
    EXPECT_EQ(decide("date_le_apply", "issue_date", "2025-07-01"), Fail);
    EXPECT_EQ(decide("date_le_apply"), Fail);
    m_entry.facts.clear();
    EXPECT_EQ(decide("date_le_apply"), Open);
}

TEST_F(ReviewPoints, SixtyIsReachedOnTheBirthday)
{
    EXPECT_EQ(decide("age_ge_60"), Open);
    m_party.idNumber = "330399195803090319";
    EXPECT_EQ(decide("age_ge_60"), Pass);
    m_party.idNumber = "330399198506150139";
    EXPECT_EQ(decide("age_ge_60"), Fail);
}

TEST_F(ReviewPoints, TheFormAndThePagesSpeakForThemselves)
{
    EXPECT_EQ(decide("form_complete"), Pass);
    m_problems["application"].push_back({"/name", "required", {}});
    EXPECT_EQ(decide("form_complete"), Fail);
    EXPECT_EQ(decide("page_count"), Open);
    EXPECT_EQ(decide("page_count", "pages", "3"), Pass);
    EXPECT_EQ(decide("page_count", "pages", "4"), Fail);
    EXPECT_EQ(decide("addr_granularity"), Open);
    m_material.generatedFrom = "application";
    EXPECT_EQ(decide("addr_granularity"), Pass);
    tests::fill(m_draft, m_guide, "premises", "测试区示例路");
    EXPECT_EQ(decide("addr_granularity"), Fail);
    tests::fill(m_draft, m_guide, "premises", "");
    EXPECT_EQ(decide("addr_granularity"), Open);
}

TEST_F(ReviewPoints, PapersSayTheSameAsTheFormThePersonAndEachOther)
{
    EXPECT_EQ(decide("cross_equal", "premises", "测试区示例路1号102室"), Pass);
    EXPECT_EQ(decide("cross_equal", "premises", "测试区示例路1号　102室 "), Pass);
    EXPECT_EQ(decide("cross_equal", "premises", "测试区示例路2号"), Fail);
    EXPECT_EQ(decide("cross_equal", "owner", "示例乙"), Open);
    m_draft.materialEntry("m-other").facts["owner"] = "示例丙";
    EXPECT_EQ(decide("cross_equal", "owner", "示例乙"), Fail);
    EXPECT_EQ(decide("cross_equal", "owner", "示例丙"), Pass);
    m_party = {"applicant", "applicant", "示例甲", "111", "330399198506150139", {}};
    EXPECT_EQ(decide("cross_equal", "number", "330399198711020245"), Fail);
    EXPECT_EQ(decide("cross_equal", "number", "330399198506150139"), Pass);
    EXPECT_EQ(decide("cross_equal", "number", "330399-19850615-0139"), Pass);
    EXPECT_EQ(decide("cross_equal", "valid_to", "2030-01-01"), Open);
}

TEST_F(ReviewPoints, ANameIsTheSameWithAnyDotWidthAndInvisibleSign)
{
    tests::fill(m_draft, m_guide, "operator", "阿卜杜勒·艾海提");
    for (const char* dot : {"·", "•", "・", "．", ".", "‧"})
        EXPECT_EQ(decide("cross_equal", "operator", std::string("阿卜杜勒") + dot + "艾海提"), Pass) << dot;
    EXPECT_EQ(decide("cross_equal", "operator", "阿卜杜勒·\u200b艾海提\ufeff"), Pass);
    EXPECT_EQ(decide("cross_equal", "operator", "阿卜杜勒艾海提"), Fail);
}

TEST_F(ReviewPoints, WhatWasReadIsThatOfThePersonThePaperIsOf)
{
    EXPECT_EQ(decide("ocr_equals_form", "operator", "示例甲"), Pass);
    EXPECT_EQ(decide("ocr_equals_form", "operator", "示例乙"), Fail);
    m_party = {"agent", "agent", "示例·古丽", "111", "330399199001010629", {}};
    EXPECT_EQ(decide("ocr_equals_form", "name", "示例•古丽"), Pass);
    EXPECT_EQ(decide("ocr_equals_form", "name", "示例甲"), Fail);
    EXPECT_EQ(decide("ocr_equals_form", "number", "330399 19900101 0629"), Pass);
    EXPECT_EQ(decide("ocr_equals_form", "operator", "示例乙"), Open)
        << "the form does not speak of the agent";
}

TEST_F(ReviewPoints, ATermCoversTheDayOfTheApplication)
{
    m_entry.facts = {{"from", "2025-06-30"}, {"to", "2025-06-30"}};
    EXPECT_EQ(decide("date_range"), Pass);
    m_entry.facts = {{"from", "2025-07-01"}, {"to", "2026-06-30"}};
    EXPECT_EQ(decide("date_range"), Fail);
    m_entry.facts = {{"from", "2024-07-01"}, {"to", "2025-06-29"}};
    EXPECT_EQ(decide("date_range"), Fail);
    m_entry.facts = {{"to", "2025-06-29"}};
    EXPECT_EQ(decide("date_range"), Fail);
    m_entry.facts = {{"to", "2026-06-29"}};
    EXPECT_EQ(decide("date_range"), Open);
    m_entry.facts = {{"valid_from", "2020-01-01"}, {"valid_to", "长期"}};
    EXPECT_EQ(decide("date_range"), Pass);
    m_entry.facts = {{"valid_to", "2020.01.01-2030.01.01"}};
    EXPECT_EQ(decide("date_range"), Pass);
    m_entry.facts = {{"valid_from", "2020.01.01-长期"}};
    EXPECT_EQ(decide("date_range"), Pass);
    m_entry.facts = {{"valid_to", "2020.01.01-2025.06.29"}};
    EXPECT_EQ(decide("date_range"), Fail);
}

TEST_F(ReviewPoints, AShopsNameIsBuiltByTheRule)
{
    const auto named = [this](const char* name) {
        tests::fill(m_draft, m_guide, "name", name);
        return decide("name_rule");
    };
    m_material.generatedFrom = "application";
    EXPECT_EQ(named("测试区示例甲小吃店"), Pass);
    EXPECT_EQ(named("测试区示例甲商行"), Pass);
    EXPECT_EQ(named("测试区示例甲餐饮公司"), Fail);
    EXPECT_EQ(named("测试区示例企业服务部"), Fail);
    EXPECT_EQ(named("示例甲小吃店"), Fail);
    EXPECT_EQ(named("测试区甲店"), Fail);
    EXPECT_EQ(named("测试区示例甲"), Open);
    EXPECT_EQ(named(""), Open);
    EXPECT_EQ(named("测试区𬱖𫝫面馆"), Pass);
    EXPECT_EQ(named("测试区𣗋鑫商行"), Pass);
    EXPECT_EQ(named("测试区阿卜杜勒•艾海提面馆"), Pass);
    EXPECT_EQ(named("测试区\u200b示例甲小吃店"), Pass);
    EXPECT_EQ(named("测试区示例公\u200b司"), Fail);
    EXPECT_EQ(named("测试区Shili餐厅"), Open) << "a person looks whose name that is";
}

TEST_F(ReviewPoints, WhatTheProgramCannotDecideStaysOpen)
{
    for (const char* automatic : {"",
                                  "image_quality",
                                  "ocr_equals_form",
                                  "cross_equal",
                                  "dict:经营范围",
                                  "share:税务",
                                  "page_set",
                                  "date_range",
                                  "unheard_of"})
        EXPECT_EQ(decide(automatic), Open) << automatic;
}

}  // namespace
