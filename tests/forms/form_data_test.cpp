#include <forms/form_data.h>

#include <gtest/gtest.h>

namespace {

using forms::FormData;

const char* const Sample =
    R"({"name": "示例甲", "staff": 2, "paper": true, "note": null, "family": [{"name": "示例乙"}, {"x": 1}, {"name": "示例丁"}]})";

TEST(FormData, GivesTheTextAtAPointer)
{
    const auto data = FormData::parse(Sample).value();
    EXPECT_EQ(data.text("/name"), "示例甲");
    EXPECT_EQ(data.text("/staff"), "2");
    EXPECT_EQ(data.text("/paper"), "true");
    EXPECT_EQ(data.text("/family/2/name"), "示例丁");
    EXPECT_EQ(data.text("/note"), std::nullopt);
    EXPECT_EQ(data.text("/family"), std::nullopt);
    EXPECT_EQ(data.text("/family/7/name"), std::nullopt);
    EXPECT_EQ(data.text("no pointer"), std::nullopt);
    EXPECT_EQ(data.text("/family/name/0"), std::nullopt);
}

TEST(FormData, GivesTheTextsOfEveryRow)
{
    const auto data = FormData::parse(Sample).value();
    EXPECT_EQ(data.texts("/family/*/name"), (std::vector<std::string>{"示例乙", "示例丁"}));
    EXPECT_EQ(data.texts("/name"), (std::vector<std::string>{"示例甲"}));
    EXPECT_TRUE(data.texts("/name/*/x").empty());
    EXPECT_TRUE(data.texts("/nowhere/*/x").empty());
}

TEST(FormData, MakesTheObjectsOnTheWay)
{
    FormData data;
    EXPECT_TRUE(data.empty());
    ASSERT_TRUE(data.set("/family", R"([{"name": "示例乙"}])"));
    ASSERT_TRUE(data.set("/family/1/name", R"("示例丁")"));
    ASSERT_TRUE(data.set("/a/b", "1"));
    EXPECT_EQ(data.toJson(), R"({"a":{"b":1},"family":[{"name":"示例乙"},{"name":"示例丁"}]})");
}

TEST(FormData, RefusesAPlaceThatCannotBe)
{
    auto data = FormData::parse(Sample).value();
    const auto before = data;
    for (const char* pointer : {"", "name", "/name/first", "/family/9/name", "/family/x", "/family/-1"})
        EXPECT_FALSE(data.set(pointer, "1")) << pointer;
    EXPECT_FALSE(data.set("/name", "{"));
    EXPECT_EQ(data, before);
}

TEST(FormData, RefusesANumberThatItWouldKeepAsAnother)
{
    for (const char* kept : {R"({"sum": 999999999999.99})",
                             R"({"sum": 1280000.00})",
                             R"({"a": [1e3, -0.5], "t": "12345678901234567.89"})"})
        EXPECT_TRUE(FormData::parse(kept)) << kept;
    for (const char* lost : {R"({"sum": 12345678901234567.89})", R"({"a": {"b": [18446744073709551616]}})"})
        EXPECT_EQ(FormData::parse(lost).error().code, base::ErrorCode::BadInput) << lost;
}

TEST(FormData, RemovesMembersAndRows)
{
    auto data = FormData::parse(Sample).value();
    data.remove("/family/1");
    data.remove("/name");
    data.remove("/nowhere");
    EXPECT_EQ(data.texts("/family/*/name").size(), 2u);
    EXPECT_EQ(data.text("/family/1/name"), "示例丁");
    EXPECT_EQ(data.text("/name"), std::nullopt);
}

TEST(FormData, BoundsForeignBytes)
{
    EXPECT_FALSE(FormData::parse("[]"));
    EXPECT_FALSE(FormData::parse("{"));
    EXPECT_FALSE(FormData::parse("{\"a\": \"\xff\"}"));
    EXPECT_FALSE(FormData::parse("{\"a\":" + std::string(70, '[') + std::string(70, ']') + "}"));
    EXPECT_TRUE(FormData::parse("{\"a\":" + std::string(60, '[') + std::string(60, ']') + "}"));
    EXPECT_FALSE(FormData::parse("{\"a\": \"" + std::string(5u << 20, 'x') + "\"}"));
}

TEST(FormData, IsStillUsableAfterItWasMovedFrom)
{
    auto data = FormData::parse(Sample).value();
    const auto moved = std::move(data);
    EXPECT_TRUE(data.empty());  // NOLINT(bugprone-use-after-move)
    EXPECT_EQ(moved.text("/staff"), "2");
}

}  // namespace
