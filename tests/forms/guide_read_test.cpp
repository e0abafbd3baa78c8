#include "guide_folder.h"

#include <forms/guide_lint.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace {

using Json = nlohmann::json;

std::string argument(const std::vector<base::Argument>& arguments, const std::string& name)
{
    for (const auto& one : arguments)
        if (one.name == name)
            return one.value;
    return "(none)";
}

TEST(BadGuide, EveryWayToBeBrokenIsNamedWithItsPlace)
{
    const auto good = Json::parse(tests::guideText("gt-sl"));
    const auto folder = std::filesystem::path(OW_SOURCE_DIR) / "tests/forms/bad_guides";
    const auto files = tests::filesIn(folder);
    EXPECT_GE(files.size(), 34u);
    for (const auto& file : files) {
        const auto way = Json::parse(tests::readText(file));
        const auto bytes = good.patch(way["patch"]).dump();
        const auto guide = forms::readGuide(bytes);
        ASSERT_FALSE(guide) << file.filename();
        EXPECT_EQ(guide.error().code, base::ErrorCode::BadInput);
        EXPECT_EQ(argument(guide.error().arguments, "path"), way["path"].get<std::string>())
            << file.filename();
        const auto sentence = base::describe(guide.error());
        EXPECT_NE(sentence.find(way["text"].get<std::string>()), std::string::npos)
            << file.filename() << ": " << sentence;
        EXPECT_EQ(sentence.find('{'), std::string::npos) << file.filename() << ": " << sentence;
        const auto findings = forms::lintGuide(bytes);
        ASSERT_FALSE(findings.empty());
        EXPECT_EQ(findings.front().level, forms::LintLevel::Error);
        EXPECT_EQ(findings.front().path, way["path"].get<std::string>()) << file.filename();
    }
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
