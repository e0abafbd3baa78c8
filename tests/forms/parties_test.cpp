#include "case_support.h"

#include <gtest/gtest.h>

namespace {

TEST(Parties, AreFoundInTheFormsAndThenThoseAddedByHand)
{
    const auto guide = tests::guideOf("gt-sl");
    auto draft = tests::shopCase(guide);
    tests::fill(draft, guide, "family", R"([{"name": "示例乙"}, {}, {"number": "330399195803090319"}])");
    forms::Party agent;
    agent.role = "agent";
    agent.name = "示例丁";
    draft.parties = {agent};
    const auto parties = forms::partiesOf(guide, draft);
    ASSERT_EQ(parties.size(), 4u);
    EXPECT_EQ(parties[0].key, "applicant");
    EXPECT_EQ(parties[0].name, "示例甲");
    EXPECT_EQ(parties[0].idType, "111");
    EXPECT_EQ(parties[1].key, "family_member");
    EXPECT_EQ(parties[1].idNumber, "");
    EXPECT_EQ(parties[2].key, "family_member#2");
    EXPECT_EQ(parties[2].idNumber, "330399195803090319");
    EXPECT_EQ(parties[3].key, "agent");
}

TEST(Parties, SomebodyAddedByHandWhomTheFormNamesIsOnePerson)
{
    const auto guide = tests::guideOf("gt-sl");
    auto draft = tests::shopCase(guide);
    forms::Party same;
    same.key = "applicant";
    same.role = "applicant";
    same.idNumber = "330399198506150139";
    same.phone = "13800000000";
    auto other = same;
    other.idNumber = "330399198711020245";
    draft.parties = {same, other};
    const auto parties = forms::partiesOf(guide, draft);
    ASSERT_EQ(parties.size(), 2u);
    EXPECT_EQ(parties[0].phone, "13800000000");
    EXPECT_EQ(parties[1].key, "applicant#2");
}

TEST(Parties, AUnitIsKnownByItsCode)
{
    const auto guide = tests::guideOf("bdc-zy-clf");
    forms::Case draft;
    tests::fill(draft, guide, "seller_id", "11330399MB0000019B");
    const auto parties = forms::partiesOf(guide, draft);
    ASSERT_EQ(parties.size(), 2u);
    EXPECT_EQ(parties[0].idType, "uscc");
    EXPECT_EQ(parties[0].key, "seller");
    // Both sides apply for a transfer; the buyer's place stays the first although it is empty.
    EXPECT_EQ(parties[1].key, "applicant#2");
}

}  // namespace
