#include "counter.h"

#include <desk/material_line.h>
#include <desk/people_told.h>
#include <i18n/language.h>

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

using base::ErrorCode;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr const char* First = "330399198506150139";
constexpr const char* Second = "330399198711020245";

/// An inheritance at the counter: three heirs, the card of each with him.
class People : public testing::Test
{
  protected:
    People()
    {
        counter.publish(tests::inheritanceText());
        id = counter.intake.open("bdc-jc").value().draft.id;
        form = nlohmann::json::parse(tests::inheritanceForm());
        fill();
        for (const auto* key : {"heir@r1", "heir@r2", "heir@r3"})
            cards.push_back(addPage(key));
    }

    desk::CaseView fill()
    {
        auto view = counter.intake.fillForm(id, "application", forms::FormData::fromJson(form));
        EXPECT_TRUE(view) << base::describe(view.error());
        return std::move(*view);
    }

    /// As if it had been scanned.
    base::PageId addPage(const std::string& party, const std::string& material = "m-id")
    {
        forms::Page page;
        page.id = base::PageId::make(counter.clock.now());
        page.sha256 = base::Digest::of(page.id.toString());
        EXPECT_TRUE(counter.place.cases().change(id, [&](forms::Case& draft) -> base::Status {
            draft.pages.push_back(page);
            draft.materialEntry(material, party).pages.push_back(page.id);
            return {};
        }));
        return page.id;
    }

    [[nodiscard]] desk::CaseView now() const { return counter.intake.reload(id).value(); }

    [[nodiscard]] std::vector<base::PageId> livePages() const
    {
        std::vector<base::PageId> live;
        for (const auto& page : now().draft.pages)
            if (!page.discarded)
                live.push_back(page.id);
        return live;
    }

    tests::Counter counter;
    base::CaseId id;
    nlohmann::json form;
    std::vector<base::PageId> cards;
};

}  // namespace

TEST_F(People, WhoGoesIsToldWithHisPagesAndTheOthersKeepTheirs)
{
    form["heirs"].erase(0);
    const auto view = fill();
    ASSERT_EQ(view.people.gone.size(), 1U);
    EXPECT_THAT(view.people.gone[0].pages, ElementsAre(cards[0]));
    const auto told = desk::tellings(view.people);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_THAT(i18n::translate(told[0], i18n::Language::English),
                testing::AllOf(testing::HasSubstr("示例甲"), testing::HasSubstr("heir@r1")));
    EXPECT_THAT(livePages(), ElementsAre(cards[1], cards[2]));
    EXPECT_THAT(now().people.gone, IsEmpty()) << "told once";
}

TEST_F(People, WhoWentIsBroughtBackWithRowAndPages)
{
    form["heirs"].erase(0);
    fill();
    const auto view = counter.intake.restoreParty(id, "heir@r1");
    ASSERT_TRUE(view) << base::describe(view.error());
    EXPECT_EQ(view->draft.forms.at("application").text("/heirs/0/number"), First);
    EXPECT_THAT(livePages(), ElementsAre(cards[0], cards[1], cards[2]));
    EXPECT_EQ(desk::tellings(view->people).size(), 1U);
    EXPECT_EQ(counter.intake.restoreParty(id, "heir@r1").error().code, ErrorCode::NotFound);
}

TEST_F(People, AFieldFilledAloneKeepsRowsAndOneEmptiedLetsItsPersonGo)
{
    EXPECT_THAT(counter.intake.fill(id, {{{}, "heirs/0/name", "示例申"}})->people.gone, IsEmpty());
    EXPECT_THAT(counter.intake.fill(id, {{{}, "heirs/0/name", ""}})->people.gone, IsEmpty());
    EXPECT_EQ(counter.intake.fill(id, {{{}, "heirs/0/number", ""}})->people.gone.size(), 1U);
    EXPECT_THAT(livePages(), ElementsAre(cards[1], cards[2]));
    const auto again = counter.intake.fill(id, {{{}, "heirs/0/number", First}});
    EXPECT_EQ(again->people.back.size(), 1U);
    EXPECT_THAT(livePages(), ElementsAre(cards[0], cards[1], cards[2]));
}

TEST_F(People, APageOfWhoWentCanBePutToAnother)
{
    form["heirs"].erase(0);
    fill();
    const auto view = counter.intake.movePage(id, cards[0], {"m-id", "heir#2"}, 0);
    ASSERT_TRUE(view);
    EXPECT_FALSE(view->draft.findPage(cards[0])->discarded);
    EXPECT_THAT(view->draft.findMaterial("m-id", "heir@r3")->pages, ElementsAre(cards[0], cards[2]));
    const auto back = counter.intake.restoreParty(id, "heir@r1");
    ASSERT_TRUE(back);
    EXPECT_THAT(back->people.back, IsEmpty()) << "it is the other's now";
    EXPECT_THAT(back->draft.findMaterial("m-id", "heir@r3")->pages, ElementsAre(cards[0], cards[2]));
}

TEST_F(People, ADraftOfBeforeRowIdsGetsThemWithTheFirstStep)
{
    ASSERT_TRUE(counter.place.cases().change(id, [](forms::Case& draft) -> base::Status {
        draft.rows.clear();
        draft.rowsGiven = 0;
        int n = 0;
        for (auto& material : draft.materials)
            material.party = ++n == 1 ? "heir" : "heir#" + std::to_string(n);
        return {};
    }));
    const auto before = now();
    EXPECT_THAT(before.draft.rows, IsEmpty()) << "looking at it changes nothing";
    form["heirs"].erase(0);
    const auto view = fill();
    ASSERT_EQ(view.people.gone.size(), 1U);
    EXPECT_THAT(view.draft.rows.at("application").at("/heirs"), ElementsAre("r2", "r3"));
    EXPECT_THAT(view.draft.findMaterial("m-id", "heir@r2")->pages, ElementsAre(cards[1]));
    EXPECT_THAT(view.draft.findMaterial("m-id", "heir@r1")->pages, ElementsAre(cards[0]));
}

TEST_F(People, WithoutANameTheFirstOfTheRoleIsMeantAndStaysSo)
{
    ASSERT_TRUE(counter.intake.exempt(id, {"m-sw", {}}, "data-sharing", "Q-1"));
    std::reverse(form["deceased"].begin(), form["deceased"].end());
    const auto view = fill();
    EXPECT_TRUE(view.draft.findMaterial("m-sw", "deceased@r5")->proof);
    EXPECT_EQ(view.draft.findMaterial("m-sw", "deceased@r6"), nullptr);
    ASSERT_TRUE(counter.intake.demand(id, {"m-sw", "deceased#2"}));
    EXPECT_FALSE(now().draft.findMaterial("m-sw", "deceased@r5")->proof);
}

TEST_F(People, AddedByHandNeverShareAKey)
{
    const auto put = [this](const char* name) {
        return counter.intake.putParty(id, {{}, "witness", name, {}, {}, {}})->draft.parties.back().key;
    };
    EXPECT_EQ(put("示例丁"), "witness");
    EXPECT_EQ(put("示例戊"), "witness#2");
    ASSERT_TRUE(counter.intake.removeParty(id, "witness"));
    EXPECT_EQ(put("示例己"), "witness#3");
    EXPECT_EQ(counter.intake.putParty(id, {"witness", "witness", "示例庚", {}, {}, {}}).error().code,
              ErrorCode::Conflict)
        << "who went";
    EXPECT_EQ(counter.intake.putParty(id, {"heir@r1", "heir", "示例庚", {}, {}, {}}).error().code,
              ErrorCode::Conflict)
        << "who stands in the form";
    const auto changed = counter.intake.putParty(id, {"witness#2", {}, "示例辛", "414", "E12345678", {}});
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->draft.parties.front().name, "示例辛");
    EXPECT_EQ(changed->draft.parties.front().role, "witness");
    EXPECT_EQ(counter.intake.putParty(id, {{}, "witness", "示例壬", "card", {}, {}}).error().code,
              ErrorCode::BadArgument);
}

TEST_F(People, APaperOfOnePersonIsShownAsHandedInWhereverItIsAsked)
{
    ASSERT_TRUE(
        counter.intake.answer(id, {{"place", "here"}, {"reg", "yes"}, {"proof", "court"}, {"minor", "yes"}}));
    form["minors"][0]["guardian"] = "示例乙";
    form["minors"][0]["guardian_number"] = Second;
    const auto view = fill();
    for (const auto& line : desk::materialLines(view))
        if (line.place.material == "m-jhid") {
            EXPECT_EQ(line.sharedWith, "取得权利的继承人身份证明 · 示例乙");
            EXPECT_NE(line.state, desk::MaterialState::NotReceived);
            EXPECT_EQ(line.pages, 0U);
        }
    EXPECT_EQ(view.completeness.shared.size(), 1U);
}

TEST_F(People, TheNextRevisionBeginsWithTheirRowsAndKeys)
{
    const auto rows = now().draft.rows;
    ASSERT_TRUE(counter.place.cases().change(id, [](forms::Case& draft) -> base::Status {
        draft.state = forms::CaseState::Returned;
        return {};
    }));
    const auto next = counter.intake.reopen(id);
    ASSERT_TRUE(next) << base::describe(next.error());
    EXPECT_EQ(next->draft.revision, 2);
    EXPECT_EQ(next->draft.rows, rows);
    std::reverse(form["heirs"].begin(), form["heirs"].end());
    EXPECT_THAT(fill().draft.rows.at("application").at("/heirs"), ElementsAre("r3", "r2", "r1"));
}

TEST_F(People, AnotherVersionOfTheGuideKeepsThem)
{
    auto newer = nlohmann::json::parse(tests::inheritanceText());
    newer["version"] = "2026.2";
    newer["effective"]["from"] = "2026-11-01";
    newer["examples"] = nlohmann::json::array();
    counter.publish(newer.dump());
    const auto adopted = counter.intake.adopt(id);
    ASSERT_TRUE(adopted) << base::describe(adopted.error());
    EXPECT_EQ(adopted->view.guide->version, "2026.2");
    EXPECT_THAT(adopted->view.draft.rows.at("application").at("/heirs"), ElementsAre("r1", "r2", "r3"));
    EXPECT_THAT(livePages(), ElementsAre(cards[0], cards[1], cards[2]));
}

TEST_F(People, ANoticeWaitsForAnApplicantWhereTheGuideNamesNone)
{
    counter.publish(tests::versionText("sb-jfzm", [](auto& guide) { guide.erase("parties"); }));
    counter.clock.advance(std::chrono::hours(24 * 60));
    const auto nobody = counter.intake.open("sb-jfzm").value().draft.id;
    const auto slip = counter.intake.notice(nobody, forms::PaperKind::ReceiptSlip);
    ASSERT_FALSE(slip);
    EXPECT_EQ(slip.error().code, ErrorCode::NotAcceptable);
    EXPECT_NE(base::describe(slip.error()).find("case party"), std::string::npos);
    ASSERT_TRUE(counter.intake.putParty(nobody, {{}, "applicant", "示例甲", {}, First, {}}));
    const auto again = counter.intake.notice(nobody, forms::PaperKind::ReceiptSlip);
    EXPECT_TRUE(again) << base::describe(again.error());
}
