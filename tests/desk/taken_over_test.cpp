#include "desk/counter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Json = nlohmann::ordered_json;

constexpr auto House = "bdc-zy-clf";
constexpr auto Utilities = "sdqg-gh";
constexpr auto Buyer = "330399198711020245";

/// Water and power follow the house: their guide takes its fields from the case of the house.
class TakenOver : public testing::Test
{
  protected:
    TakenOver()
    {
        counter.publish(tests::guideText(House));
        counter.publish(tests::guideText(Utilities));
    }

    desk::CaseView house(const char* buyer = "示例乙", const char* number = Buyer)
    {
        const auto id = counter.intake.open(House)->draft.id;
        counter.clock.advance(std::chrono::minutes(5));
        return counter.intake
            .fill(id,
                  {{{}, "location", "测试区示例路2号"},
                   {{}, "buyer", buyer},
                   {{}, "buyer_id", number},
                   {{}, "seller", "示例甲"}})
            .value();
    }

    base::CaseId utilities() { return counter.intake.open(Utilities)->draft.id; }

    std::vector<std::string> offered(base::CaseId id)
    {
        std::vector<std::string> numbers;
        const auto others = counter.intake.otherCases(id).value();
        for (const auto& row : others.cases)
            numbers.push_back(row.number);
        return numbers;
    }

    tests::Counter counter;
};

}  // namespace

TEST_F(TakenOver, AGuideSaysOfWhichMattersItTakes)
{
    EXPECT_THAT(desk::mattersTakenFrom(tests::guideOf(Utilities)), ElementsAre(House));
    EXPECT_THAT(desk::mattersTakenFrom(tests::guideOf(House)), IsEmpty());
}

TEST_F(TakenOver, CasesOfThatMatterAreOfferedNewestFirst)
{
    const auto first = house();
    const auto second = house();
    const auto id = utilities();
    (void)counter.intake.open(House);  // nobody is in it yet
    EXPECT_THAT(counter.intake.otherCases(id)->matters, ElementsAre(tests::guideOf(House).name()));
    EXPECT_THAT(offered(id), ElementsAre(second.draft.number, first.draft.number));
}

TEST_F(TakenOver, OnceTheApplicantIsKnownOnlyHersAreOffered)
{
    const auto hers = house();
    (void)house("示例甲", "330399198506150139");
    const auto id = utilities();
    ASSERT_TRUE(counter.intake.fill(id, {{{}, "new_owner_id", Buyer}}));
    EXPECT_THAT(offered(id), ElementsAre(hers.draft.number));
}

TEST_F(TakenOver, AWithdrawnCaseIsNotOffered)
{
    const auto gone = house();
    ASSERT_TRUE(counter.intake.withdrawDraft(gone.draft.id, "示例"));
    EXPECT_THAT(offered(utilities()), IsEmpty());
}

TEST_F(TakenOver, WhatIsStillEmptyIsTakenAndTheRestStays)
{
    const auto other = house();
    const auto id = utilities();
    const auto before = counter.intake.fill(id, {{{}, "new_owner", "示例丙"}}).value();
    const auto source = counter.intake.otherCase(id, other.draft.number).value();
    const auto& form = before.guide->forms.front();
    const auto taken = desk::takenInto(form, before.draft.forms.at(form.id()), source);
    EXPECT_THAT(taken.pointers, ElementsAre("/location", "/new_owner_id", "/old_owner"));
    EXPECT_EQ(taken.data.text("/new_owner"), "示例丙");
    EXPECT_EQ(taken.data.text("/new_owner_id"), Buyer);
    const auto stored = counter.intake.takeFrom(id, other.draft.id).value();
    EXPECT_EQ(stored.draft.forms.at(form.id()), taken.data) << "the step without a window takes the same";
}

TEST_F(TakenOver, AnAnswerIsTakenWhereItIsOneOfTheGuidesOptions)
{
    const auto guide = tests::version(Utilities, [](Json& json) {
        tests::byId(json["questions"], "basis")["prefill"] = std::string("case:") + House + ".buyer";
        tests::byId(json["questions"], "arrears")["prefill"] = std::string("case:") + House + ".paid";
    });
    auto other = counter.intake.otherCase(utilities(), house().draft.number).value();
    other.answers["paid"] = std::string("yes");
    const auto taken = desk::takenAnswers(guide, {}, other);
    ASSERT_EQ(taken.size(), 1U) << "a name is no answer to what the case rests on";
    EXPECT_EQ(taken.front().question, "arrears");
    EXPECT_EQ(taken.front().text, "yes");
    EXPECT_THAT(desk::takenAnswers(guide, {{"arrears", std::string("no")}}, other), IsEmpty());
}

TEST_F(TakenOver, ACaseTheGuideTakesNothingFromIsRefused)
{
    const auto other = house();
    EXPECT_EQ(counter.intake.otherCase(other.draft.id, other.draft.number).error().code,
              base::ErrorCode::BadArgument);
    EXPECT_EQ(counter.intake.otherCase(utilities(), "W1-000000-1").error().code, base::ErrorCode::NotFound);
}
