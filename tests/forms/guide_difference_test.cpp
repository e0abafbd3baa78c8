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
    for (const auto* code :
         {"bdc-zy-clf", "gt-sl", "hk-qy", "jmyl-cb", "lm-cf", "sb-jfzm", "sdqg-gh", "xf-sjsc"})
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

TEST(GuideDifference, NamesWhoDecidesNow)
{
    EXPECT_THAT(saidOf([](Json& guide) { guide["decides"] = "window"; }),
                ElementsAre("decides: One person at the window may now decide it."));
    EXPECT_THAT(saidOf([](Json& guide) { guide.erase("decides"); }, "sb-jfzm"),
                ElementsAre("decides: The department decides it now, not the window."));
}

TEST(GuideDifference, NamesTheGroundOfARouteAndWhoIsCompetent)
{
    const auto text = tests::guideOf("hk-qy").routes.front().text;
    EXPECT_THAT(
        saidOf([](Json& guide) { guide["routes"][0]["basis"] = "示例条例第1条"; }),
        ElementsAre("route-basis:rr-nolocal: The ground of a reason not to accept is now 示例条例第1条: "
                    + text));
    EXPECT_THAT(saidOf([](Json& guide) { guide["routes"][0]["authority"]["name"] = "示例派出所"; }),
                ElementsAre("route-authority:rr-nolocal: Applicants are now sent to 示例派出所: " + text));
    EXPECT_THAT(
        saidOf([](Json& guide) {
            guide["routes"][0].erase("authority");
            guide["routes"][0].erase("basis");
        }),
        ElementsAre("route-basis:rr-nolocal: This reason not to accept no longer names its ground: " + text,
                    "route-authority:rr-nolocal: Applicants are no longer told who is competent: " + text));
}

TEST(GuideDifference, NamesWhatTheLimitsRestOn)
{
    EXPECT_THAT(
        saidOf([](Json& guide) {
            guide["limits"]["correction"]["basis"] = "示例条例第2条";
            guide["limits"]["correction"]["on_expiry"] = "deemed_accepted_from_receipt_date";
        }),
        ElementsAre("correction:basis: The one-time notice now cites 示例条例第2条.",
                    "correction:expiry: Where nothing is said in time, the case now counts as accepted."));
    EXPECT_THAT(saidOf([](Json& guide) { guide["limits"]["correction"].erase("basis"); }),
                ElementsAre("correction:basis: The one-time notice no longer cites a ground of its own."));
}

TEST(GuideDifference, NamesSpecialProceduresThatCameWentOrStopTheClockNow)
{
    EXPECT_THAT(saidOf([](Json& guide) {
                    auto& procedures = guide["limits"]["special_procedures"];
                    procedures[0]["stops_clock"] = true;
                    procedures[0]["basis"] = "示例条例第3条";
                    procedures.push_back({{"code", "tz"}, {"name", "听证"}, {"stops_clock", true}});
                }),
                ElementsAre("procedure-clock:dc: 调查核实 now stops the clock.",
                            "procedure:dc: The terms of a special procedure changed: 调查核实",
                            "procedure-added:tz: New special procedure: 听证"));
    EXPECT_THAT(saidOf([](Json& guide) { guide["limits"]["special_procedures"] = Json::array(); }),
                ElementsAre("procedure-gone:dc: No longer a special procedure: 调查核实"));
}

TEST(GuideDifference, NamesWhoStandsInTheFormsAndByWhichPapers)
{
    EXPECT_THAT(
        saidOf([](Json& guide) {
            guide["parties"][0]["id_types"] = {"111", "553"};
            guide["parties"][0].erase("number");
            guide["parties"].push_back(
                {{"role", "child"}, {"form", "application"}, {"name", "/follow/*/name"}});
        }),
        ElementsAre("party-number:applicant application/name: No number is asked of applicant any more.",
                    "party-papers:applicant application/name: The number of applicant may now stand on "
                    "other papers.",
                    "party-added:child application/follow/*/name: The form now names somebody as child."));
    EXPECT_THAT(
        saidOf([](Json& guide) { guide.erase("parties"); }),
        ElementsAre("party-gone:applicant application/name: The form no longer names anybody as applicant "
                    "there."));
}
