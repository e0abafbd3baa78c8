#include "case_support.h"
#include "guide_version.h"

#include <forms/case_adoption.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using Json = nlohmann::ordered_json;

class CaseAdoption : public testing::Test
{
  protected:
    CaseAdoption()
    {
        draft = tests::shopCase(before);
        draft.id = base::CaseId::make(tests::Morning);
        draft.guide = {before.code, before.version, before.sha256};
    }

    /// What the draft becomes under a changed guide; the sentences are kept in `said`.
    forms::Case adopt(const std::function<void(Json&)>& change)
    {
        after = tests::version("gt-sl", change);
        auto adopted = forms::adoptGuide(draft, before, after);
        EXPECT_TRUE(adopted.has_value());
        for (const auto& phrase : adopted->dropped)
            said.push_back(base::fillPlaces(phrase.id, phrase.arguments));
        return std::move(adopted->draft);
    }

    forms::Guide before = tests::guideOf("gt-sl");
    forms::Guide after = before;
    forms::Case draft;
    std::vector<std::string> said;
};

}  // namespace

TEST_F(CaseAdoption, ChangesNothingButTheVersionWhereNothingChanged)
{
    tests::addPage(draft, "m-cs");
    const auto adopted = adopt([](Json&) {});
    EXPECT_EQ(adopted.guide.version, "2027.1");
    EXPECT_EQ(adopted.guide.sha256, after.sha256);
    EXPECT_EQ(adopted.answers, draft.answers);
    EXPECT_EQ(adopted.forms, draft.forms);
    EXPECT_EQ(adopted.materials, draft.materials);
    EXPECT_EQ(adopted.pages, draft.pages);
    EXPECT_THAT(said, IsEmpty());
}

TEST_F(CaseAdoption, KeepsThePagesOfAMaterialThatWentWithTheCase)
{
    const auto page = tests::addPage(draft, "m-cs").id;
    const auto adopted = adopt([](Json& guide) { tests::removeId(guide["materials"], "m-cs"); });
    ASSERT_NE(adopted.findPage(page), nullptr);
    EXPECT_FALSE(adopted.findPage(page)->discarded);
    EXPECT_EQ(adopted.findMaterial("m-cs"), nullptr);
    EXPECT_THAT(said,
                ElementsAre(testing::EndsWith("is no longer asked for. Its pages stay with the case.")));
}

TEST_F(CaseAdoption, DropsAnswersTheNewVersionDoesNotKnow)
{
    const auto adopted = adopt([](Json& guide) {
        for (auto& question : guide["questions"])
            if (question["id"] == "agent")
                for (auto& option : question["options"])
                    if (option["value"] == "self")
                        option["value"] = "in-person";
    });
    EXPECT_FALSE(adopted.answers.contains("agent"));
    EXPECT_EQ(adopted.answers.size() + 1, draft.answers.size());
    EXPECT_THAT(said, ElementsAre(testing::EndsWith("does not apply any more.")));
}

TEST_F(CaseAdoption, DropsFieldsTheNewFormDoesNotHaveAndKeepsTheRest)
{
    const auto adopted = adopt([](Json& guide) {
        auto& form = guide["forms"][0];
        form["schema"]["properties"].erase("staff");
        auto& required = form["schema"]["required"];
        for (auto item = required.begin(); item != required.end(); ++item)
            if (*item == "staff") {
                required.erase(item);
                break;
            }
        const std::function<void(Json&)> strip = [&strip](Json& node) {
            if (!node.is_object() || !node.contains("elements"))
                return;
            auto& elements = node["elements"];
            for (auto item = elements.begin(); item != elements.end();) {
                if (item->value("scope", "") == "#/properties/staff") {
                    item = elements.erase(item);
                } else {
                    strip(*item);
                    ++item;
                }
            }
        };
        strip(form["ui"]);
    });
    const auto& data = adopted.forms.at("application");
    EXPECT_FALSE(data.text("/staff"));
    EXPECT_EQ(data.text("/name"), draft.forms.at("application").text("/name"));
    EXPECT_EQ(said.size(), 1U);
}

TEST_F(CaseAdoption, AVerdictOnAPointThatReadsOtherwiseIsAskedAgain)
{
    auto& points = draft.materialEntry("m-cs").points;
    points.push_back({"cs-addr", forms::PointVerdict::Pass, "clerk", tests::Morning, {}});
    points.push_back({"cs-term", forms::PointVerdict::Pass, "clerk", tests::Morning, {}});
    const auto adopted = adopt([](Json& guide) {
        tests::byId(tests::byId(guide["materials"], "m-cs")["review_points"], "cs-addr")["text"] =
            "地址四处一致";
    });
    ASSERT_EQ(adopted.findMaterial("m-cs")->points.size(), 1U);
    EXPECT_EQ(adopted.findMaterial("m-cs")->points.front().id, "cs-term");
    EXPECT_THAT(said, ElementsAre(testing::EndsWith("has to be looked at again: 地址四处一致")));
}

TEST_F(CaseAdoption, ProofsAndDeferralsGoWhereTheyAreNotAllowedAnyMore)
{
    draft.materialEntry("m-cs").deferredUntil = tests::day("2027-02-01");
    const auto adopted = adopt([](Json& guide) {
        tests::byId(guide["materials"], "m-id").erase("exempt");
        tests::byId(guide["materials"], "m-cs")["necessity"] = "required";
    });
    EXPECT_FALSE(adopted.findMaterial("m-id")->proof);
    EXPECT_FALSE(adopted.findMaterial("m-cs")->deferredUntil);
    EXPECT_THAT(said,
                UnorderedElementsAre(testing::EndsWith("can no longer be exempted."),
                                     testing::EndsWith("may no longer be handed in later.")));
}

TEST_F(CaseAdoption, ALocalNameStaysWhereTheNewVersionHasIt)
{
    draft.matterName = "示例夜市摊位登记";
    const auto named = [](Json& guide) {
        guide["local_sub_items"] = {{{"name", "示例夜市摊位登记"}, {"maps_to", guide["codes"]["item"]}}};
    };
    EXPECT_EQ(adopt(named).matterName, "示例夜市摊位登记");
    EXPECT_EQ(adopt([](Json&) {}).matterName, after.name());
}

TEST_F(CaseAdoption, NoticesAreMadeAgain)
{
    draft.notices.push_back({"one-time-notice", base::Digest::of("pdf")});
    EXPECT_THAT(adopt([](Json&) {}).notices, IsEmpty());
    EXPECT_EQ(said.size(), 1U);
}

TEST_F(CaseAdoption, WhatWasHandedInKeepsItsVersion)
{
    const auto newer = tests::version("gt-sl", [](Json&) {});
    draft.revision = 2;
    EXPECT_EQ(forms::adoptGuide(draft, before, newer).error().code, base::ErrorCode::NotAllowed);
    draft.revision = 1;
    draft.state = forms::CaseState::Submitted;
    EXPECT_EQ(forms::adoptGuide(draft, before, newer).error().code, base::ErrorCode::NotAllowed);
    draft.state = forms::CaseState::Draft;
    EXPECT_EQ(forms::adoptGuide(draft, before, tests::guideOf("hk-qy")).error().code,
              base::ErrorCode::BadArgument);
    EXPECT_EQ(forms::adoptGuide(draft, newer, newer).error().code, base::ErrorCode::BadArgument);
}
