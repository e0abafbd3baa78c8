#include <forms/case.h>

#include "random_case.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

TEST(Case, FindsItsMaterialsByIdAndParty)
{
    forms::Case draft;
    draft.materialEntry("m-id", "agent").facts["number"] = "2";
    draft.materialEntry("m-id").facts["number"] = "1";
    draft.materialEntry("m-id", "agent").facts["valid_to"] = "2035-06-15";
    ASSERT_EQ(draft.materials.size(), 2u);
    EXPECT_EQ(draft.findMaterial("m-id")->facts.at("number"), "1");
    EXPECT_EQ(draft.findMaterial("m-id", "agent")->facts.at("valid_to"), "2035-06-15");
    EXPECT_EQ(draft.findMaterial("m-id", "agent#2"), nullptr);
    EXPECT_EQ(std::as_const(draft).findMaterial("m-hkb"), nullptr);
}

TEST(Case, FindsItsPages)
{
    forms::Case draft;
    forms::Page page;
    page.id = base::PageId::make(base::Timestamp(std::chrono::hours(1)));
    draft.pages.push_back(page);
    ASSERT_NE(draft.findPage(page.id), nullptr);
    draft.findPage(page.id)->discarded = true;
    EXPECT_TRUE(std::as_const(draft).findPage(page.id)->discarded);
    EXPECT_EQ(draft.findPage(base::PageId()), nullptr);
}

TEST(CaseFile, CarriesEveryMemberOfEveryDraft)
{
    for (unsigned seed = 0; seed < 500; ++seed) {
        const auto draft = tests::RandomCase(seed).draft();
        const auto text = forms::caseToJson(draft);
        const auto read = forms::caseFromJson(text);
        ASSERT_TRUE(read) << seed << ": " << base::describe(read.error());
        EXPECT_EQ(forms::caseToJson(*read), text) << seed;
        EXPECT_EQ(read->id, draft.id);
        EXPECT_EQ(read->revision, draft.revision);
        EXPECT_EQ(read->previous, draft.previous);
        EXPECT_EQ(read->state, draft.state);
        EXPECT_EQ(read->division, draft.division);
        EXPECT_EQ(read->workstation, draft.workstation);
        EXPECT_EQ(read->clerk, draft.clerk);
        EXPECT_EQ(read->number, draft.number);
        EXPECT_EQ(read->officialNumber, draft.officialNumber);
        EXPECT_EQ(read->guide, draft.guide);
        EXPECT_EQ(read->matterName, draft.matterName);
        EXPECT_EQ(read->received, draft.received);
        EXPECT_EQ(read->answers, draft.answers);
        EXPECT_TRUE(read->forms == draft.forms);
        EXPECT_EQ(read->parties, draft.parties);
        EXPECT_EQ(read->materials, draft.materials);
        EXPECT_EQ(read->pages, draft.pages);
        EXPECT_EQ(read->notices, draft.notices);
        EXPECT_EQ(read->settled, draft.settled);
        EXPECT_EQ(read->replaces, draft.replaces);
    }
}

TEST(CaseFile, KeepsMembersOfANewerVersion)
{
    auto object = json::parse(forms::caseToJson(tests::RandomCase(1).draft()));
    object["queue_ticket"] = {{"number", "A017"}};
    const auto read = forms::caseFromJson(object.dump());
    ASSERT_TRUE(read);
    EXPECT_EQ(json::parse(forms::caseToJson(*read)), object);
}

TEST(CaseFile, ReadsADraftThatHasNothingYet)
{
    const auto sha256 = base::Digest::of("guide").toString();
    const auto read =
        forms::caseFromJson(R"({"format":"onewindow-case/1","case":"0195c0de-0000-7000-8000-000000000001",
        "revision":1,"state":"draft","guide":{"code":"hk-qy","version":"1","sha256":")"
                            + sha256 + R"("},
        "received":"2026-11-22T02:42:07Z"})");
    ASSERT_TRUE(read) << base::describe(read.error());
    EXPECT_TRUE(read->materials.empty());
    EXPECT_TRUE(read->answers.empty());
}

TEST(CaseFile, NamesTheMemberThatIsWrong)
{
    auto object = json::parse(forms::caseToJson(tests::RandomCase(2).draft()));
    object["pages"] = {{{"id", "x"}}};
    const auto read = forms::caseFromJson(object.dump());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, base::ErrorCode::BadInput);
    EXPECT_NE(base::describe(read.error()).find("/pages/0/id"), std::string::npos);
    for (const auto* text :
         {"", "null", "[]", "{}", R"({"format":"onewindow-case/2"})", "{\"format\":\"\xff\"}"})
        EXPECT_FALSE(forms::caseFromJson(text)) << text;
    EXPECT_FALSE(forms::caseFromJson(R"({"x":)" + std::string(65, '[') + std::string(65, ']') + "}"));
}

TEST(CaseFile, SurvivesAnyDamagedByteWithoutFalling)
{
    const auto text = forms::caseToJson(tests::RandomCase(7).draft());
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        auto damaged = text;
        for (int n = 0; n < 3; ++n)
            damaged[random() % damaged.size()] = static_cast<char>(random());
        if (const auto read = forms::caseFromJson(damaged)) {
            EXPECT_TRUE(forms::caseFromJson(forms::caseToJson(*read)));
        }
    }
}

}  // namespace
