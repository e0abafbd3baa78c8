#include "guide_version.h"

#include <forms/guide_difference.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using Json = nlohmann::ordered_json;

std::vector<std::string> idsOf(const std::vector<forms::GuideDifference>& differences)
{
    std::vector<std::string> ids;
    for (const auto& difference : differences)
        ids.push_back(difference.id);
    return ids;
}

/// "id: sentence" for each difference of a changed hk-qy from the published one.
std::vector<std::string> saidOf(const std::function<void(Json&)>& change, const std::string& code = "hk-qy")
{
    std::vector<std::string> said;
    for (const auto& difference : forms::differencesOf(tests::guideOf(code), tests::version(code, change)))
        said.push_back(difference.id + ": "
                       + base::fillPlaces(difference.text.id, difference.text.arguments));
    return said;
}

}  // namespace

TEST(GuideDifference, IsNothingBetweenAVersionAndItself)
{
    for (const auto* code : {"bdc-zy-clf", "gt-sl", "hk-qy", "jmyl-cb", "sb-jfzm", "sdqg-gh"})
        EXPECT_THAT(idsOf(forms::differencesOf(tests::guideOf(code), tests::guideOf(code))), IsEmpty());
}

TEST(GuideDifference, ExamplesAndTheVersionAloneConcernNobody)
{
    EXPECT_THAT(saidOf([](Json&) {}), IsEmpty());
}

TEST(GuideDifference, NamesAMaterialThatCameAndOneThatWent)
{
    EXPECT_THAT(saidOf([](Json& guide) {
                    auto added = tests::byId(guide["materials"], "m-id");
                    added["id"] = "m-new";
                    added["name"] = "居住证";
                    guide["materials"].push_back(added);
                    tests::removeId(guide["materials"], "m-hzty");
                }),
                ElementsAre("material-added:m-new: New material: 居住证",
                            "material-gone:m-hzty: No longer asked for: "
                                + tests::guideOf("hk-qy").findMaterial("m-hzty")->name));
}

TEST(GuideDifference, NamesALimitThatBecameOtherwise)
{
    EXPECT_THAT(
        saidOf(
            [](Json& guide) {
                guide["limits"]["promised"] = {{"n", 3}, {"unit", "hour"}};
            },
            "bdc-zy-clf"),
        Contains(testing::StartsWith("limit:promised: The promised limit is now 3 hour(s); it was ")));
    EXPECT_THAT(saidOf(
                    [](Json& guide) {
                        guide["limits"]["promised"] = {{"n", 0}, {"unit", "on_spot"}};
                    },
                    "gt-sl"),
                Contains(testing::HasSubstr("The promised limit is now on the spot; it was ")));
}

TEST(GuideDifference, ANoteBesideALimitIsNoLimit)
{
    EXPECT_THAT(saidOf([](Json& guide) { guide["limits"]["promised"]["note"] = "说明"; }), IsEmpty());
}

TEST(GuideDifference, NamesQuestionsAndAnswersThatCameAndWent)
{
    const auto said = saidOf([](Json& guide) {
        auto& questions = guide["questions"];
        auto added = questions[0];
        added["id"] = "other";
        added["text"] = "是否加急";
        questions.push_back(added);
        questions[1]["options"].push_back({{"value", "extra"}, {"text", "另有情形"}});
    });
    EXPECT_THAT(said, Contains("question-added:other: New question: 是否加急"));
    EXPECT_THAT(said, Contains(testing::EndsWith("has a new answer: 另有情形")));
    EXPECT_EQ(said.size(), 2U);
}

TEST(GuideDifference, NamesFeesThatCameWentAndChanged)
{
    const auto before = tests::version("hk-qy", [](Json& guide) {
        guide["fees"] = {{{"name", "工本费"}, {"amount", 10}, {"unit", "元/本"}},
                         {{"name", "查询费"}, {"amount", 5}, {"unit", "元"}}};
    });
    const auto after = tests::version("hk-qy", [](Json& guide) {
        guide["fees"] = {{{"name", "工本费"}, {"amount", 7.5}, {"unit", "元/本"}},
                         {{"name", "快递费"}, {"amount", 12}, {"unit", "元"}}};
    });
    const auto differences = forms::differencesOf(before, after);
    ASSERT_THAT(idsOf(differences), ElementsAre("fee:工本费", "fee-added:快递费", "fee-gone:查询费"));
    EXPECT_EQ(base::fillPlaces(differences[0].text.id, differences[0].text.arguments),
              "The fee 工本费 is now 7.5 元/本.");
}

TEST(GuideDifference, NamesFormFieldsThatCameWentAndMustNowBeFilled)
{
    const auto said = saidOf([](Json& guide) {
        auto& form = guide["forms"][0];
        form["schema"]["properties"]["wechat"] = {{"type", "string"}, {"title", "微信号"}};
        form["ui"]["elements"].push_back({{"type", "Control"}, {"scope", "#/properties/wechat"}});
    });
    EXPECT_THAT(said, ElementsAre(testing::StartsWith("field-added:application/wechat: ")));
    EXPECT_THAT(said.front(), testing::EndsWith(" has a new field: 微信号"));
}

TEST(GuideDifference, ARuleOfAFormThatHasNoWordsIsToldOfAllTheSame)
{
    EXPECT_THAT(
        saidOf([](Json& guide) { guide["forms"][0]["schema"]["properties"]["tel"]["minLength"] = 3; }),
        ElementsAre(testing::StartsWith("form:application: The rules of ")));
}

TEST(GuideDifference, NamesReviewPointsThatCameWentAndBecameOtherwise)
{
    const auto said = saidOf([](Json& guide) {
        auto& list = tests::byId(guide["materials"], "m-hkb")["review_points"];
        list.push_back({{"id", "hkb-new"}, {"text", "页面无涂改"}, {"level", "block"}});
        tests::byId(list, "hkb-name")["level"] = "warn";
    });
    EXPECT_THAT(said,
                testing::UnorderedElementsAre(testing::StartsWith("point-added:m-hkb/hkb-new: "),
                                              testing::StartsWith("point-level:m-hkb/hkb-name: ")));
}

TEST(GuideDifference, NamesHowAMaterialIsHandedIn)
{
    const auto said = saidOf([](Json& guide) {
        auto& material = tests::byId(guide["materials"], "m-hkb");
        material["copies"] = 5;
        material["necessity"] = "optional";
    });
    EXPECT_EQ(said.size(), 2U);
    EXPECT_THAT(said, Contains(testing::StartsWith("material-count:m-hkb: ")));
    EXPECT_THAT(said, Contains(testing::EndsWith(" need no longer be handed in.")));
}

TEST(GuideDifference, NamesConditionsAndLegalBasis)
{
    EXPECT_THAT(saidOf([](Json& guide) {
                    guide["conditions"].push_back("年满十八周岁");
                    guide["legal_basis"].push_back("示例条例第1条");
                }),
                ElementsAre("condition-added:年满十八周岁: New condition: 年满十八周岁",
                            "basis-added:示例条例第1条: New legal basis: 示例条例第1条"));
}
