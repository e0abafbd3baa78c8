#include "guide_folder.h"
#include "lint_text.h"

#include <forms/guide_lint.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using forms::LintLevel;
using Json = nlohmann::json;

class Lint : public testing::Test
{
  protected:
    std::vector<std::string> lint(LintLevel level) const
    {
        std::vector<std::string> lines;
        for (const auto& finding : forms::lintGuide(m_guide.dump()))
            if (finding.level == level)
                lines.push_back(finding.path + ": "
                                + base::fillPlaces(finding.text.id, finding.text.arguments));
        return lines;
    }

    bool warns(const std::string& line) const
    {
        const auto lines = lint(LintLevel::Warning);
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    }

    Json m_guide = Json::parse(tests::guideText("gt-sl"));
};

TEST(LintSamples, TheSampleGuidesAndTheWorkedExampleOfTheManualEndWithoutAWarning)
{
    auto files = tests::filesIn(tests::guideFolder());
    EXPECT_EQ(files.size(), 8u);
    files.push_back(std::filesystem::path(OW_SOURCE_DIR) / "docs/example.guide.json");
    for (const auto& file : files)
        for (const auto& finding : forms::lintGuide(tests::readText(file)))
            ADD_FAILURE() << file << ":" << finding.line << ": "
                          << base::fillPlaces(finding.text.id, finding.text.arguments);
}

TEST(LintLines, AFindingNamesTheLineItsPathStandsOn)
{
    auto text = tests::guideText("gt-sl");
    const std::string good = "\"standard\": \"经营者签字\"";
    const auto place = text.find(good);
    ASSERT_NE(place, std::string::npos);
    text.replace(place, good.size(), "\"standard\": \"经营者&nbsp;签字\"");
    const auto findings = forms::lintGuide(text);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].path, "/materials/0/standard");
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n');
    EXPECT_EQ(findings[0].line, line);
}

TEST(LintLines, WhatIsNoJsonIsBrokenAtALine)
{
    const auto findings = forms::lintGuide("{\n\"format\": \"onewindow-guide/1\",\n\"code\" 1}");
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].line, 3);
}

TEST_F(Lint, AnExampleThatFailsIsAnErrorWithTheDifference)
{
    m_guide["examples"][1]["expect"]["verdict"] = "acceptable";
    EXPECT_EQ(
        lint(LintLevel::Error),
        (std::vector<std::string>{
            "/examples/1/expect: The verdict should be acceptable, but the check says needs-correction."}));
}

TEST_F(Lint, DamagedTextIsAnErrorAtItsPlace)
{
    m_guide["materials"][2]["standard"] = "地址与&rdquo;申请书一致";
    const auto errors = lint(LintLevel::Error);
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].substr(0, 23), "/materials/2/standard: ");
}

TEST_F(Lint, WarnsOfVagueNamesAndOfMaterialsWithoutReason)
{
    m_guide["materials"][2]["name"] = "其他材料";
    m_guide["materials"][2].erase("basis");
    m_guide["materials"][2]["standard"] = "";
    EXPECT_TRUE(warns("/materials/2/name: The name 其他材料 leaves open what to bring."));
    EXPECT_TRUE(warns("/materials/2: 其他材料 has neither a legal basis nor a standard."));
    EXPECT_TRUE(lint(LintLevel::Error).empty());
}

TEST_F(Lint, WarnsOfAQuestionNoConditionUses)
{
    const std::string line = "/questions/1: No condition uses the question use_name; it is only recorded.";
    EXPECT_FALSE(warns(line));
    m_guide["forms"][0]["schema"]["properties"]["uses_name"].erase("x-prefill");
    EXPECT_TRUE(warns(line));
    m_guide["materials"][0]["when"] = {{"required", {"use_name"}}};
    EXPECT_FALSE(warns(line));
}

TEST_F(Lint, WarnsOfOptionsNobodyCanReach)
{
    const std::string line =
        "/questions/5/options: Nobody can reach the options of agent: its condition never holds.";
    m_guide["questions"][5]["when"] = {{"properties", {{"form", {{"const", "f"}}}}}, {"required", {"form"}}};
    EXPECT_FALSE(warns(line));
    m_guide["questions"][5]["when"] = Json::parse(
        R"({"allOf": [{"properties": {"form": {"const": "f"}}, "required": ["form"]}, {"properties": {"form": {"const": "p"}}}]})");
    EXPECT_TRUE(warns(line));
}

TEST_F(Lint, WarnsOfADeferralLongerThanThePromise)
{
    const auto line =
        "/materials/4/deferral/days: 有利害关系的业主同意住宅改经营性用房的证明 may be handed in after 5 working "
        "days, later than the result is promised.";
    EXPECT_FALSE(warns(line));
    m_guide["materials"][4]["deferral"]["days"] = 5;
    EXPECT_TRUE(warns(line));
    m_guide["limits"]["promised"] = {{"n", 5}, {"unit", "workday"}};
    EXPECT_FALSE(warns(line));
    m_guide["limits"]["promised"] = {{"n", 4}, {"unit", "workday"}};
    EXPECT_TRUE(warns(line));
}

TEST(DamagedText, IsKnownByWhatWrongEncodingsLeaveBehind)
{
    for (const char* damaged :
         {"办理\uFFFD件", "锟斤拷", "&rdquo;示例", "示例??文本", "ä¸­æ–‡", "示\uE123例", "&#8221;x"})
        EXPECT_TRUE(forms::looksDamaged(damaged)) << damaged;
    for (const char* good :
         {"", "个体工商户", "What?? is it", "a & b; c", "Ärger", "面积(平方米)", "R&D；示例", "“示例”——1/2…"})
        EXPECT_FALSE(forms::looksDamaged(good)) << good;
}

}  // namespace
