#include "guide_folder.h"

#include <forms/guide_lint.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using Json = nlohmann::json;

std::string argument(const std::vector<base::Argument>& arguments, const std::string& name)
{
    for (const auto& one : arguments)
        if (one.name == name)
            return one.value;
    return "(none)";
}

/// A way to be broken: a patch of a good guide, where the trouble is and what is said of it. `found_by: lint` marks what
/// reads well and is wrong all the same; `level` is that of the linter.
struct Way {
    std::filesystem::path file;
    Json json;

    [[nodiscard]] std::string text(const char* member) const { return json[member].get<std::string>(); }

    [[nodiscard]] bool reads() const { return json.value("found_by", "reader") == "lint"; }

    [[nodiscard]] forms::LintLevel level() const
    {
        return json.value("level", "error") == "warning" ? forms::LintLevel::Warning
                                                         : forms::LintLevel::Error;
    }
};

std::vector<Way> allWays()
{
    std::vector<Way> ways;
    for (const auto& file : tests::filesIn(std::filesystem::path(OW_SOURCE_DIR) / "tests/forms/bad_guides"))
        ways.push_back({file, Json::parse(tests::readText(file))});
    return ways;
}

/// What the linter says of it at the place the fixture names.
const forms::LintFinding* findingAt(const std::vector<forms::LintFinding>& findings, const Way& way)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&way](const auto& finding) {
        return finding.path == way.text("path") && finding.level == way.level();
    });
    return found == findings.end() ? nullptr : &*found;
}

TEST(BadGuide, EveryWayToBeBrokenIsNamedWithItsPlace)
{
    const auto good = Json::parse(tests::guideText("gt-sl"));
    const auto ways = allWays();
    EXPECT_GE(ways.size(), 85u);
    for (const auto& way : ways) {
        const auto guide = good.patch(way.json["patch"]);
        const auto bytes = guide.dump(1);
        const auto findings = forms::lintGuide(bytes);
        const auto* finding = findingAt(findings, way);
        ASSERT_NE(finding, nullptr) << way.file.filename();
        const auto sentence = base::fillPlaces(finding->text.id, finding->text.arguments);
        EXPECT_NE(sentence.find(way.text("text")), std::string::npos)
            << way.file.filename() << ": " << sentence;
        EXPECT_EQ(sentence.find('{'), std::string::npos) << way.file.filename() << ": " << sentence;
        // What is not there at all has no line of its own.
        const bool stands = !finding->path.empty() && guide.contains(Json::json_pointer(finding->path));
        EXPECT_GE(finding->line, stands ? 2 : 1) << way.file.filename();
        const auto read = forms::readGuide(bytes);
        ASSERT_EQ(read.has_value(), way.reads()) << way.file.filename();
        if (read)
            continue;
        EXPECT_EQ(read.error().code, base::ErrorCode::BadInput);
        EXPECT_EQ(argument(read.error().arguments, "path"), way.text("path")) << way.file.filename();
        EXPECT_EQ(base::describe(read.error()), sentence) << way.file.filename();
    }
}

TEST(BadGuide, EveryMessageOfTheLinterIsExplainedInTheManual)
{
    const auto good = Json::parse(tests::guideText("gt-sl"));
    const auto manual = tests::readText(std::filesystem::path(OW_SOURCE_DIR) / "docs/guides.md");
    for (const auto& way : allWays())
        for (const auto& finding : forms::lintGuide(good.patch(way.json["patch"]).dump()))
            EXPECT_NE(manual.find(finding.text.id), std::string::npos) << finding.text.id;
}

TEST(BadGuide, BytesThatAreNoGuideAreRefused)
{
    for (const auto& bytes : {std::string(),
                              std::string("[]"),
                              std::string("{"),
                              std::string("null"),
                              std::string("{\"format\": \"\xff\"}"),
                              std::string(100, '['),
                              std::string(5u << 20, ' ')})
    {
        const auto guide = forms::readGuide(bytes);
        ASSERT_FALSE(guide);
        EXPECT_EQ(guide.error().code, base::ErrorCode::BadInput);
    }
}

TEST(BadGuide, EveryPrefixOfAGuideIsRefused)
{
    const auto bytes = tests::guideText("sb-jfzm");
    for (std::size_t length = 0; length < bytes.find_last_of('}'); length += 97)
        EXPECT_FALSE(forms::readGuide(std::string_view(bytes).substr(0, length)));
}

TEST(BadGuide, MembersWeDoNotKnowAreNoFault)
{
    auto guide = Json::parse(tests::guideText("gt-sl"));
    guide["local"] = {{"anything", 1}};
    guide["materials"][0]["local"] = true;
    EXPECT_TRUE(forms::readGuide(guide.dump()));
}

TEST(GuideFormat, TheSecondHasWorkingHours)
{
    auto guide = Json::parse(tests::guideText("gt-sl"));
    guide["format"] = "onewindow-guide/2";
    EXPECT_TRUE(forms::readGuide(guide.dump()));
    guide["limits"]["promised"] = {{"n", 4}, {"unit", "work_hour"}};
    guide["limits"]["correction"]["window"] = {{"n", 8}, {"unit", "work_hour"}};
    const auto read = forms::readGuide(guide.dump());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->limits.promised, (forms::Period{4, forms::TimeUnit::WorkHour, {}}));
    guide["format"] = "onewindow-guide/1";
    const auto refused = forms::readGuide(guide.dump());
    ASSERT_FALSE(refused);
    EXPECT_EQ(base::describe(refused.error()),
              "The unit work_hour at /limits/correction/window/unit needs the format onewindow-guide/2.");
}

TEST(GuideFormat, OneOfATimeToComeIsNoBrokenGuide)
{
    auto guide = Json::parse(tests::guideText("gt-sl"));
    EXPECT_EQ(forms::newerFormatOf(guide.dump()), "");
    guide["limits"] = "of a shape nobody knows yet";
    guide["format"] = "onewindow-guide/12";
    EXPECT_EQ(forms::newerFormatOf(guide.dump()), "onewindow-guide/12");
    for (const char* other : {"onewindow-guide/2",
                              "onewindow-guide/0",
                              "onewindow-guide/-3",
                              "onewindow-guide/",
                              "onewindow-guide/3x",
                              "onewindow-manifest/3",
                              ""})
    {
        guide["format"] = other;
        EXPECT_EQ(forms::newerFormatOf(guide.dump()), "") << other;
    }
    for (const char* text : {"", "[]", "{", "{\"format\": 3}", "\xff"})
        EXPECT_EQ(forms::newerFormatOf(text), "") << text;
}

TEST(GuideRead, ReadsTheGroundOfARouteAndWhoIsCompetentInstead)
{
    auto json = Json::parse(tests::guideText("gt-sl"));
    json["routes"][0]["basis"] = "示例条例第一条";
    json["routes"][0]["authority"] = {{"name", "示例局"},
                                      {"uscc", "11330399MB0000019B"},
                                      {"address", "测试区示例路1号"},
                                      {"telephone", "0570-0000003"}};
    json["limits"]["correction"]["basis"] = "示例条例第二条";
    json["limits"]["special_procedures"] = {
        {{"code", "a"}, {"name", "核查"}, {"stops_clock", true}, {"basis", "示例条例第三条"}}};
    json["decides"] = "window";
    const auto guide = forms::readGuide(json.dump());
    ASSERT_TRUE(guide);
    const auto& route = guide->routes[0];
    EXPECT_EQ(route.basis, "示例条例第一条");
    EXPECT_EQ(route.authority,
              (forms::CompetentAuthority{"示例局", "11330399MB0000019B", "测试区示例路1号", "0570-0000003"}));
    EXPECT_EQ(guide->limits.correction.basis, "示例条例第二条");
    EXPECT_EQ(guide->limits.specialProcedures[0].basis, "示例条例第三条");
    EXPECT_EQ(guide->decides, forms::DecidedBy::Window);
}

TEST(GuideRead, ADepartmentDecidesUnlessTheGuideSaysOtherwise)
{
    EXPECT_EQ(tests::guideOf("gt-sl").decides, forms::DecidedBy::Department);
    EXPECT_EQ(tests::guideOf("sb-jfzm").decides, forms::DecidedBy::Window);
}

TEST(GuideRead, APartyMayHaveNoNumberAndNameItsKindsOfPaper)
{
    auto json = Json::parse(tests::guideText("gt-sl"));
    json["parties"][0].erase("number");
    json["parties"][0]["id_types"] = {"organisation", "uscc"};
    json["parties"][1].erase("id_types");
    const auto guide = forms::readGuide(json.dump());
    ASSERT_TRUE(guide);
    EXPECT_EQ(guide->parties[0].number, "");
    EXPECT_EQ(guide->parties[0].idTypes, (std::vector<std::string>{"organisation", "uscc"}));
    EXPECT_TRUE(guide->parties[1].idTypes.empty());
}

}  // namespace
