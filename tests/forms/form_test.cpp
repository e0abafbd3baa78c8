#include "guide_folder.h"

#include <forms/form.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace {

using forms::FieldKind;
using forms::FieldState;
using forms::Form;
using forms::FormData;

const char* const Schema = R"({
  "type": "object",
  "properties": {
    "name": {"title": "姓名", "type": "string", "minLength": 2, "maxLength": 4},
    "idno": {"title": "证件号码", "type": "string", "format": "cn-id"},
    "kind": {"title": "类别", "type": "string", "oneOf": [{"const": "1", "title": "甲类"}, {"const": "2", "title": "乙类"}]},
    "staff": {"title": "人数", "type": "integer", "minimum": 1},
    "capital": {"title": "资金", "type": "number"},
    "paper": {"title": "纸质", "type": "boolean"},
    "birth": {"title": "出生日期", "type": "string", "format": "date"},
    "scope": {"title": "范围", "type": "string", "maxLength": 500},
    "tags": {"title": "标签", "type": "array", "items": {"type": "string", "enum": ["a", "b"]}},
    "family": {"title": "成员", "type": "array", "items": {"type": "object",
      "properties": {"zname": {"title": "姓名", "type": "string", "minLength": 1}, "anumber": {"title": "号码", "type": "string", "format": "cn-id"}},
      "required": ["zname"], "additionalProperties": false}}
  },
  "required": ["name", "kind", "birth"],
  "additionalProperties": false
})";

const char* const Ui = R"({"type": "VerticalLayout", "elements": [
  {"type": "Control", "scope": "#/properties/kind"},
  {"type": "Control", "scope": "#/properties/name"},
  {"type": "Group", "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/kind", "schema": {"const": "2"}}},
   "elements": [{"type": "Control", "scope": "#/properties/idno"},
                {"type": "Control", "scope": "#/properties/staff",
                 "rule": {"effect": "DISABLE", "condition": {"scope": "#/properties/paper", "schema": {"const": true}}}}]}]})";

Form sample()
{
    return Form::make("application", "申请表", Schema, Ui).value();
}

FormData dataOf(const char* json)
{
    return FormData::parse(json).value();
}

std::vector<std::string> problemsOf(const Form& form, const char* json)
{
    std::vector<std::string> lines;
    for (const auto& problem : form.validate(dataOf(json)))
        lines.push_back(problem.pointer + " " + problem.keyword + ": "
                        + base::fillPlaces(problem.text.id, problem.text.arguments));
    return lines;
}

using Lines = std::vector<std::string>;

TEST(Form, KnowsItsFieldsInTheOrderTheyAreShown)
{
    const auto form = sample();
    ASSERT_EQ(form.fields().size(), 10u);
    EXPECT_EQ(form.fields()[0].pointer, "/kind");
    EXPECT_EQ(form.fields()[1].pointer, "/name");
    EXPECT_EQ(form.fields()[2].pointer, "/idno");
    EXPECT_EQ(form.fields()[4].pointer, "/capital");
    EXPECT_EQ(form.findField("staff")->kind, FieldKind::Integer);
    EXPECT_EQ(form.findField("/staff")->title, "人数");
    EXPECT_EQ(form.findField("nowhere"), nullptr);
    EXPECT_EQ(form.findField("birth")->kind, FieldKind::Date);
    EXPECT_EQ(form.findField("scope")->kind, FieldKind::MultiLine);
    EXPECT_EQ(form.findField("tags")->kind, FieldKind::MultiChoice);
    EXPECT_EQ(form.findField("paper")->kind, FieldKind::Boolean);
    EXPECT_EQ(form.findField("capital")->kind, FieldKind::Decimal);
    ASSERT_EQ(form.findField("kind")->options.size(), 2u);
    EXPECT_EQ(form.findField("kind")->options[1].title, "乙类");
    EXPECT_TRUE(form.findField("name")->required);
    EXPECT_FALSE(form.findField("idno")->required);
}

TEST(Form, ATableKeepsItsColumnsInTheAuthorsOrder)
{
    const auto form = sample();
    const auto& table = *form.findField("family");
    ASSERT_EQ(table.kind, FieldKind::Table);
    ASSERT_EQ(table.columns.size(), 2u);
    EXPECT_EQ(table.columns[0].pointer, "/zname");
    EXPECT_TRUE(table.columns[0].required);
    EXPECT_EQ(table.columns[1].format, "cn-id");
}

TEST(Form, SaysAllThatIsWrongInFieldOrder)
{
    EXPECT_EQ(problemsOf(sample(), "{}"),
              (Lines{"/kind required: Choose 类别.",
                     "/name required: Enter 姓名.",
                     "/birth required: Enter 出生日期."}));
    EXPECT_EQ(
        problemsOf(sample(),
                   R"({"kind": "3", "name": "示例甲乙丙", "birth": "2025-02-30", "staff": 0, "what": 1})"),
        (Lines{"/kind oneOf: 类别 must be one of the values offered.",
               "/name maxLength: 姓名 may have at most 4 characters.",
               "/birth format:date: 出生日期 must be a date such as 2025-06-30.",
               "/what additionalProperties: The form has no field what."}));
    EXPECT_EQ(
        problemsOf(
            sample(),
            R"({"kind": "2", "name": "甲", "birth": "2025-02-28", "staff": 0, "idno": "1", "capital": "x"})"),
        (Lines{
            "/name minLength: 姓名 must have at least 2 characters.",
            "/idno format:cn-id: 证件号码 is not a valid identity number: check the 18 characters, the birth date "
            "and the last character.",
            "/staff minimum: 人数 must be 1 or more.",
            "/capital type: 资金 must be a number."}));
    EXPECT_EQ(problemsOf(sample(), R"({"kind": "1", "name": "示例甲", "birth": "2025-02-28"})"), Lines{});
}

TEST(Form, CountsCharactersAsPeopleDo)
{
    EXPECT_EQ(problemsOf(sample(), R"({"kind": "1", "name": "示例甲乙", "birth": "2025-02-28"})"), Lines{});
}

TEST(Form, ABlankRequiredFieldIsMissingOnce)
{
    EXPECT_EQ(problemsOf(sample(), R"({"kind": "1", "name": "", "birth": " 　"})"),
              (Lines{"/name required: Enter 姓名.", "/birth required: Enter 出生日期."}));
}

TEST(Form, NamesTheRowOfATable)
{
    EXPECT_EQ(
        problemsOf(
            sample(),
            R"({"kind": "1", "name": "示例甲", "birth": "2025-02-28", "family": [{"zname": "示例乙"}, {"anumber": "1"}, {"zname": ""}]})"),
        (Lines{
            "/family/1/zname required: Enter 成员 2 姓名.",
            "/family/1/anumber format:cn-id: 成员 2 号码 is not a valid identity number: check the 18 characters, "
            "the birth date and the last character.",
            "/family/2/zname required: Enter 成员 3 姓名."}));
}

TEST(Form, RulesHideAndLockFields)
{
    const auto form = sample();
    EXPECT_EQ(form.stateOf(FormData(), "idno"), FieldState::Hidden);
    EXPECT_EQ(form.stateOf(dataOf(R"({"kind": "2"})"), "idno"), FieldState::Enabled);
    EXPECT_EQ(form.stateOf(dataOf(R"({"kind": "2", "paper": true})"), "staff"), FieldState::Disabled);
    EXPECT_EQ(form.stateOf(dataOf(R"({"kind": "1", "paper": true})"), "staff"), FieldState::Hidden);
    EXPECT_EQ(form.stateOf(FormData(), "name"), FieldState::Enabled);
}

TEST(Form, FillsWhatIsTypedByTheSchema)
{
    const auto form = sample();
    FormData data;
    for (const auto& [field, text] :
         std::initializer_list<std::pair<const char*, const char*>>{{"name", "2"},
                                                                    {"staff", "2"},
                                                                    {"capital", "1.5"},
                                                                    {"paper", "是"},
                                                                    {"kind", "乙类"},
                                                                    {"tags", "a,b"},
                                                                    {"family", R"([{"zname": "示例乙"}])"},
                                                                    {"family/1/zname", "示例丁"},
                                                                    {"/birth", "1985-06-15"}})
        ASSERT_TRUE(form.fill(data, field, text)) << field;
    EXPECT_EQ(nlohmann::json::parse(data.toJson()),
              nlohmann::json::parse(
                  R"({"name": "2", "staff": 2, "capital": 1.5, "paper": true, "kind": "2", "tags": ["a", "b"],
                      "family": [{"zname": "示例乙"}, {"zname": "示例丁"}], "birth": "1985-06-15"})"));
    ASSERT_TRUE(form.fill(data, "staff", ""));
    EXPECT_EQ(data.text("/staff"), std::nullopt);
}

TEST(Form, ReadsNumbersAndDaysAsPeopleTypeThem)
{
    const auto form = sample();
    FormData data;
    ASSERT_TRUE(form.fill(data, "staff", " １2\u200b"));
    ASSERT_TRUE(form.fill(data, "capital", "1280000.00"));
    ASSERT_TRUE(form.fill(data, "birth", "1985.06.15"));
    EXPECT_EQ(data.toJson(), R"({"birth":"1985-06-15","capital":1280000.0,"staff":12})");
    ASSERT_TRUE(form.fill(data, "birth", "长期"));
    EXPECT_EQ(data.text("/birth"), "长期");
    EXPECT_FALSE(form.fill(data, "capital", "12345678901234567.89")) << "it would be kept as another";
}

TEST(Form, RefusesWhatCannotBeOfTheFieldsType)
{
    const auto form = sample();
    FormData data;
    for (const auto& [field, text] :
         std::initializer_list<std::pair<const char*, const char*>>{{"staff", "2.5"},
                                                                    {"staff", "two"},
                                                                    {"capital", "1,5"},
                                                                    {"capital", "inf"},
                                                                    {"capital", "nan"},
                                                                    {"paper", "maybe"},
                                                                    {"family", "示例乙"},
                                                                    {"nowhere", "1"},
                                                                    {"family/0/nowhere", "1"},
                                                                    {"family/x/zname", "1"},
                                                                    {"family/1/zname", "1"},
                                                                    {"name", "\xff"}})
    {
        const auto filled = form.fill(data, field, text);
        ASSERT_FALSE(filled) << field << "=" << text;
        EXPECT_EQ(filled.error().code, base::ErrorCode::BadInput);
    }
    EXPECT_TRUE(data.empty());
}

TEST(Form, RefusesASchemaOrUiThatCannotBe)
{
    const auto make = [](const char* schema, const char* ui) {
        return Form::make("f", "f", schema, ui).has_value();
    };
    EXPECT_TRUE(make(R"({"type": "object"})", "{}"));
    EXPECT_FALSE(make(R"({"type": "thing"})", "{}"));
    EXPECT_FALSE(make(R"({"properties": {"a": {"pattern": "["}}})", "{}"));
    EXPECT_FALSE(make(R"({"properties": {"a": {"maxLength": -1}}})", "{}"));
    EXPECT_FALSE(make("{", "{}"));
    EXPECT_FALSE(make("true", "{}"));
    EXPECT_FALSE(make("{}", R"({"type": "Control", "scope": "#/properties/nowhere"})"));
    EXPECT_FALSE(make("{}", R"({"type": "Control", "scope": "elsewhere"})"));
    EXPECT_FALSE(make(
        "{}",
        R"({"type": "Group", "rule": {"effect": "EXPLODE", "condition": {"scope": "#", "schema": {}}}})"));
    EXPECT_FALSE(make("{}", R"({"type": "Group", "rule": {"effect": "SHOW"}})"));
}

TEST(Form, EveryProblemOfASampleFormHasItsSentence)
{
    for (const auto& file : tests::filesIn(tests::guideFolder())) {
        const auto guide = forms::readGuide(tests::readText(file)).value();
        for (const auto& form : guide.forms)
            for (const auto& problem : form.validate(FormData()))
                EXPECT_EQ(problem.keyword, "required") << guide.code << problem.pointer;
    }
}

}  // namespace
