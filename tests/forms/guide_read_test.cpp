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
    EXPECT_GE(ways.size(), 44u);
    for (const auto& way : ways) {
        const auto bytes = good.patch(way.json["patch"]).dump(1);
        const auto findings = forms::lintGuide(bytes);
        const auto* finding = findingAt(findings, way);
        ASSERT_NE(finding, nullptr) << way.file.filename();
        const auto sentence = base::fillPlaces(finding->text.id, finding->text.arguments);
        EXPECT_NE(sentence.find(way.text("text")), std::string::npos)
            << way.file.filename() << ": " << sentence;
        EXPECT_EQ(sentence.find('{'), std::string::npos) << way.file.filename() << ": " << sentence;
        EXPECT_GE(finding->line, finding->path.empty() ? 1 : 2) << way.file.filename();
        const auto guide = forms::readGuide(bytes);
        ASSERT_EQ(guide.has_value(), way.reads()) << way.file.filename();
        if (guide)
            continue;
        EXPECT_EQ(guide.error().code, base::ErrorCode::BadInput);
        EXPECT_EQ(argument(guide.error().arguments, "path"), way.text("path")) << way.file.filename();
        EXPECT_EQ(base::describe(guide.error()), sentence) << way.file.filename();
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

}  // namespace
