#include "schema.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace {

using forms::Schema;
using Json = nlohmann::json;

std::vector<std::string> violations(const char* schema, const char* instance)
{
    std::vector<std::string> lines;
    for (const auto& one : Schema::compile(Json::parse(schema)).value().validate(Json::parse(instance)))
        lines.push_back(one.pointer + " " + one.keyword + " " + one.expected);
    return lines;
}

using Lines = std::vector<std::string>;

TEST(Schema, NamesPlaceKeywordAndWhatWasAskedFor)
{
    EXPECT_EQ(violations(R"({"properties": {"a": {"type": "string", "maxLength": 1, "enum": ["x"]}}})",
                         R"({"a": "中文"})"),
              (Lines{"/a enum [\"x\"]", "/a maxLength 1"}));
    EXPECT_EQ(violations(R"({"required": ["a", "b"]})", R"({"b": 1})"), Lines{" required a"});
    EXPECT_EQ(violations(R"({"items": {"minimum": 3}})", "[1, 3, 2]"),
              (Lines{"/0 minimum 3", "/2 minimum 3"}));
    EXPECT_EQ(violations(R"({"additionalProperties": false})", R"({"a/b~": 1})"),
              Lines{"/a~1b~0 additionalProperties a/b~"});
}

TEST(Schema, JudgesEveryJoiningKeywordAroundPatterns)
{
    const auto agree = [](const char* schema, const char* good, const char* bad) {
        EXPECT_EQ(violations(schema, good), Lines{}) << schema;
        EXPECT_NE(violations(schema, bad), Lines{}) << schema;
    };
    agree(R"({"anyOf": [{"pattern": "^中"}, {"type": "number"}]})", "\"中文\"", "\"文\"");
    agree(R"({"oneOf": [{"pattern": "a"}, {"pattern": "b"}]})", "\"a\"", "\"ab\"");
    agree(R"({"allOf": [{"pattern": "a"}, {"pattern": "b"}]})", "\"ab\"", "\"a\"");
    agree(R"({"not": {"pattern": "a"}})", "\"b\"", "\"a\"");
    agree(R"({"if": {"pattern": "^1"}, "then": {"format": "cn-phone"}, "else": {"minLength": 3}})",
          "\"13800000000\"",
          "\"110\"");
    agree(R"({"if": {"pattern": "^1"}, "then": {"format": "cn-phone"}, "else": {"minLength": 3}})",
          "\"abc\"",
          "\"ab\"");
    agree(R"({"contains": {"pattern": "a"}})", R"(["b", "a"])", R"(["b"])");
    agree(R"({"propertyNames": {"pattern": "^a"}})", R"({"ab": 1})", R"({"b": 1})");
    agree(R"({"patternProperties": {"^a": {"type": "number"}}, "additionalProperties": false})",
          R"({"ab": 1})",
          R"({"ab": "x"})");
    agree(R"({"dependencies": {"a": ["b"], "c": {"properties": {"d": {"pattern": "x"}}}}})",
          R"({"c": 1, "d": "x"})",
          R"({"c": 1, "d": "y"})");
    agree(R"({"dependencies": {"a": ["b"]}})", R"({"b": 1})", R"({"a": 1})");
    agree(R"({"items": [{"pattern": "a"}], "additionalItems": {"pattern": "b"}})",
          R"(["a", "b"])",
          R"(["a", "a"])");
    agree(R"({"$ref": "#/definitions/x~1y", "definitions": {"x/y": {"pattern": "a"}}})", "\"a\"", "\"b\"");
}

TEST(Schema, DividesFractionsAndNumbersBeyond64Bits)
{
    for (const char* schema : {R"({"multipleOf": 2})", R"({"allOf": [{"pattern": "a"}, {"multipleOf": 2}]})"})
    {
        EXPECT_EQ(violations(schema, "2.5").size(), 1U) << schema;
        EXPECT_EQ(violations(schema, "3e0").size(), 1U) << schema;
        for (const char* even : {"12e20", "-12e20", "4.0", "0", "18446744073709551614"})
            EXPECT_EQ(violations(schema, even), Lines{}) << schema << " " << even;
    }
    EXPECT_EQ(violations(R"({"const": {"multipleOf": 2}})", R"({"multipleOf": 2})"), Lines{});
}

TEST(Schema, CountsMoneyInDecimals)
{
    for (const char* sum :
         {"0.07", "0.29", "19.99", "1280000", "1280000.00", "2000000.13", "39999999.12", "999999999999.99"})
        EXPECT_EQ(violations(R"({"multipleOf": 0.01, "minimum": 0.01})", sum), Lines{}) << sum;
    EXPECT_EQ(violations(R"({"multipleOf": 0.01})", "1.005"), Lines{" multipleOf 0.01"});
    EXPECT_EQ(violations(R"({"multipleOf": 0.1})", "89.7"), Lines{});
    EXPECT_EQ(violations(R"({"multipleOf": 0.001})", "8.409"), Lines{});
}

TEST(Schema, ComparesNumbersExactly)
{
    EXPECT_EQ(violations(R"({"maximum": 9007199254740992})", "9007199254740993"),
              Lines{" maximum 9007199254740992"});
    EXPECT_EQ(violations(R"({"exclusiveMinimum": 9007199254740992})", "9007199254740993"), Lines{});
    EXPECT_EQ(violations(R"({"exclusiveMaximum": 0.3, "minimum": 0.3})", "0.3"),
              Lines{" exclusiveMaximum 0.3"});
    EXPECT_EQ(violations(R"({"minimum": -0.1})", "-0.10"), Lines{});
    EXPECT_EQ(violations(R"({"minimum": 1})", "\"a\""), Lines{});
}

TEST(Schema, TextIsJudgedAsItWasMeant)
{
    EXPECT_EQ(violations(R"({"pattern": "^[0-9]{6}$"})", "\"３３０３９９\""), Lines{});
    EXPECT_EQ(violations(R"({"pattern": "^[0-9]{6}$"})", "\" 330\\u200b399\""), Lines{});
    EXPECT_EQ(violations(R"({"pattern": "^[\\p{Han}·]+$"})", "\"阿卜杜勒.艾海提\""), Lines{});
    EXPECT_EQ(violations(R"({"pattern": "^[\\p{Han}·]+$"})", "\"阿卜杜勒•艾海提\""), Lines{});
    EXPECT_EQ(violations(R"({"pattern": "^[\\u4e00-\\u9fa5]{2}$"})", "\"张𡌴\""), Lines{});
    EXPECT_EQ(violations(R"({"pattern": "^[0-9]+\\.[0-9]{2}$"})", "\"１２．５０\""), Lines{});
    EXPECT_EQ(violations(R"({"pattern": "^[0-9]{6}$"})", "\"33039\"").size(), 1U);
    EXPECT_EQ(violations(R"({"maxLength": 2})", "\"示\\u200b例\\ufeff\""), Lines{});
    EXPECT_EQ(violations(R"({"minLength": 2})", "\"示\\u200b\"").size(), 1U);
    EXPECT_EQ(violations(R"({"maxLength": 18, "format": "cn-id"})", "\"330399 19850615 0139\""), Lines{});
    EXPECT_EQ(violations(R"({"maxLength": 18})", "\"330399 19850615 0139\"").size(), 1U) << "no number";
}

TEST(Schema, FollowsAReferenceIntoItself)
{
    const char* tree = R"({"properties": {"name": {"pattern": "^a"}, "children": {"items": {"$ref": "#"}}}})";
    EXPECT_EQ(violations(tree, R"({"children": [{"children": [{"name": "a"}]}]})"), Lines{});
    EXPECT_EQ(violations(tree, R"({"children": [{"children": [{"name": "b"}]}]})"),
              Lines{"/children/0/children/0/name pattern ^a"});
}

TEST(Schema, AFormatInsideTextIsOurs)
{
    EXPECT_EQ(violations(R"({"format": "cn-id"})", "\"330399198506150130\""), Lines{" format cn-id"});
    EXPECT_EQ(violations(R"({"format": "cn-id"})", "5"), Lines{});
}

}  // namespace
