#include "desk/counter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Json = nlohmann::ordered_json;

constexpr auto Number = "330399198506150139";

std::string newerShop(const char* from = "2026-11-01")
{
    return tests::versionText("gt-sl", [from](Json& guide) {
        guide["effective"] = {{"from", from}};
        tests::removeId(guide["materials"], "m-cs");
    });
}

class Versions : public testing::Test
{
  protected:
    Versions() { counter.publish(tests::guideText("gt-sl")); }

    desk::CaseView begin()
    {
        auto view = counter.intake.open("gt-sl");
        EXPECT_TRUE(view.has_value());
        return std::move(*view);
    }

    desk::CaseView named(const char* number = Number)
    {
        const auto id = begin().draft.id;
        return counter.intake
            .fill(id, {{"application", "operator", "示例甲"}, {"application", "operator_id", number}})
            .value();
    }

    /// A case of sb-jfzm that is acceptable.
    base::CaseId acceptable()
    {
        const auto id = counter.intake.open("sb-jfzm")->draft.id;
        EXPECT_TRUE(counter.intake.answer(id, {{"who", "self"}, {"ins", "yl"}, {"range", "y1"}}));
        EXPECT_TRUE(counter.intake.fill(
            id,
            {{{}, "name", "示例甲"}, {{}, "idno", Number}, {{}, "purpose", "购房"}, {{}, "copies", "1"}}));
        const auto view = counter.intake.exempt(id, {"m-id", {}}, "read-card", "1");
        EXPECT_TRUE(view->completeness.sealable());
        return id;
    }

    tests::Counter counter;
};

}  // namespace

TEST_F(Versions, AnUpdateTouchesNoDraftAndIsOffered)
{
    const auto before = begin();
    EXPECT_EQ(before.newer, nullptr);
    counter.publish(newerShop());
    const auto after = counter.intake.reload(before.draft.id).value();
    EXPECT_EQ(after.draft.guide, before.draft.guide);
    EXPECT_EQ(after.guide->version, before.guide->version);
    ASSERT_NE(after.newer, nullptr);
    EXPECT_EQ(after.newer->version, "2027.1");
    const auto offer = counter.intake.versionOffer(before.draft.id).value();
    ASSERT_TRUE(offer.has_value());
    ASSERT_EQ(offer->differences.size(), 1U);
    EXPECT_EQ(offer->differences.front().id, "material-gone:m-cs");
    EXPECT_THAT(offer->dropped, IsEmpty());
}

TEST_F(Versions, ANewCaseBeginsWithTheDefaultsOfItsForms)
{
    EXPECT_THAT(begin().draft.forms, IsEmpty());
    counter.publish(tests::versionText("gt-sl", [](Json& guide) {
        guide["effective"] = {{"from", "2026-11-01"}};
        guide["forms"][0]["schema"]["properties"]["name"]["default"] = "示例小店";
    }));
    const auto view = begin();
    EXPECT_EQ(view.draft.forms.at("application").text("/name"), "示例小店");
    EXPECT_EQ(counter.intake.reload(view.draft.id)->draft.forms, view.draft.forms);
}

TEST_F(Versions, ACaseGoesOverOnlyWhenAskedTo)
{
    const auto id = named().draft.id;
    counter.publish(newerShop());
    const auto adopted = counter.intake.adopt(id);
    ASSERT_TRUE(adopted.has_value()) << base::describe(adopted.error());
    EXPECT_EQ(adopted->view.guide->version, "2027.1");
    EXPECT_EQ(adopted->view.newer, nullptr);
    EXPECT_EQ(adopted->view.draft.forms.at("application").text("/operator_id"), Number);
    for (const auto& need : adopted->view.completeness.required)
        EXPECT_NE(need.material, "m-cs");
    EXPECT_EQ(counter.intake.adopt(id).error().code, base::ErrorCode::NotFound);
    EXPECT_FALSE(counter.intake.versionOffer(id)->has_value());
}

TEST_F(Versions, AVersionOfTheFutureIsNotOfferedUntilItsDay)
{
    const auto id = begin().draft.id;
    counter.publish(newerShop("2026-12-01"));
    EXPECT_EQ(counter.intake.reload(id)->newer, nullptr);
    EXPECT_EQ(begin().guide->version, tests::guideOf("gt-sl").version);
    counter.clock.advance(std::chrono::hours(24 * 10));
    EXPECT_EQ(counter.intake.reload(id)->newer->version, "2027.1");
    EXPECT_EQ(begin().guide->version, "2027.1");
    EXPECT_EQ(counter.intake.reload(id)->guide->version, tests::guideOf("gt-sl").version);
}

TEST_F(Versions, ACaseThatIsOverGoesNowhere)
{
    const auto id = begin().draft.id;
    ASSERT_TRUE(counter.intake.withdrawDraft(id, "示例"));
    counter.publish(newerShop());
    EXPECT_EQ(counter.intake.reload(id)->newer, nullptr);
    EXPECT_EQ(counter.intake.adopt(id).error().code, base::ErrorCode::NotAllowed);
}

TEST_F(Versions, ASecondCaseOfTheSameApplicantIsToldWithoutHerName)
{
    const auto first = named();
    EXPECT_THAT(first.beside, IsEmpty());
    const auto second = named();
    ASSERT_EQ(second.beside.size(), 1U);
    EXPECT_EQ(desk::otherCaseOf(second.beside.front()), first.draft.id);
    const auto said = base::fillPlaces(second.beside.front().text.id, second.beside.front().text.arguments);
    EXPECT_EQ(said.find("示例甲"), std::string::npos);
    EXPECT_EQ(said.find(Number), std::string::npos);
    EXPECT_NE(said.find(first.draft.number), std::string::npos);
    EXPECT_EQ(second.completeness.verdict, first.completeness.verdict);
}

TEST_F(Versions, AnotherApplicantOrACaseThatIsOverIsNoDuplicate)
{
    const auto first = named();
    EXPECT_THAT(named("330399198711020245").beside, IsEmpty());
    ASSERT_TRUE(counter.intake.withdrawDraft(first.draft.id, "示例"));
    EXPECT_THAT(named().beside, IsEmpty());
}

TEST_F(Versions, AnAgentOfManyIsNoDuplicate)
{
    const auto first = named("330399198711020245");
    ASSERT_TRUE(counter.intake.putParty(first.draft.id, {"agent", "agent", "示例甲", "111", Number, {}}));
    EXPECT_THAT(named().beside, IsEmpty());
}

TEST_F(Versions, AStaleCatalogueWarnsThenBlocksAcceptanceButNeverReceipt)
{
    counter.release(1, {tests::guideText("sb-jfzm")}, {10, 20});
    const auto old = acceptable();
    EXPECT_EQ(counter.intake.reload(old)->age, forms::CatalogueAge::Fresh);
    counter.clock.advance(std::chrono::hours(24 * 11));
    EXPECT_EQ(counter.intake.reload(old)->age, forms::CatalogueAge::Old);
    EXPECT_TRUE(counter.intake.seal(old).has_value());
    const auto stale = acceptable();
    counter.clock.advance(std::chrono::hours(24 * 10));
    EXPECT_EQ(counter.intake.reload(stale)->age, forms::CatalogueAge::Stale);
    EXPECT_EQ(counter.intake.seal(stale).error().code, base::ErrorCode::NotAcceptable);
    EXPECT_EQ(counter.intake.reload(stale)->draft.state, forms::CaseState::Draft);
    EXPECT_TRUE(counter.intake.notice(stale, forms::PaperKind::ReceiptSlip).has_value());
    const auto received = counter.intake.seal(stale, forms::SealPurpose::Receipt);
    ASSERT_TRUE(received.has_value()) << base::describe(received.error());
    EXPECT_EQ(received->manifest().purpose, forms::SealPurpose::Receipt);
}

TEST_F(Versions, WithoutTheLineAMatterThatNeedsItIsSealedForReceipt)
{
    counter.publish(tests::guideText("sb-jfzm"));
    const auto id = acceptable();
    counter.intake.setLine(desk::Line::Gone);
    EXPECT_EQ(counter.intake.seal(id)->manifest().purpose, forms::SealPurpose::Receipt);
}
