#include <forms/form.h>
#include <forms/guide_lint.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace {

using forms::FieldKind;
using forms::FieldState;
using forms::Form;
using forms::FormData;
using forms::LayoutKind;
using forms::LayoutNode;

/// "Vertical(Group 申请人(Control /name, …))"
std::string draw(const LayoutNode& node)
{
    constexpr std::array Names{
        "Vertical", "Horizontal", "Group", "Categorization", "Category", "Label", "Control"};
    std::string text = Names[static_cast<std::size_t>(node.kind)];
    const auto& said = node.kind == LayoutKind::Control ? node.pointer : node.label;
    text += said.empty() ? "" : " " + said;
    std::string inner;
    for (const auto& child : node.children)
        inner += (inner.empty() ? "" : ", ") + draw(child);
    return inner.empty() ? text : text + "(" + inner + ")";
}

Form make(const char* schema, const char* ui)
{
    return Form::make("f", "表", schema, ui).value();
}

std::vector<std::string> remarks(const Form& form)
{
    std::vector<std::string> paths;
    for (const auto& remark : form.remarks())
        paths.push_back(remark.path);
    return paths;
}

using Lines = std::vector<std::string>;

const char* const Nested = R"({"type": "object",
  "definitions": {"person": {"type": "object", "title": "人员", "required": ["name"], "properties": {
      "name": {"type": "string", "title": "姓名"}, "born": {"$ref": "#/definitions/day"}}},
    "day": {"type": "string", "format": "date", "title": "日期"}},
  "properties": {
    "owner": {"$ref": "#/definitions/person"},
    "note": {"type": "string", "title": "备注", "default": "无"},
    "kind": {"title": "类别", "oneOf": [{"const": 1, "title": "甲"}, {"const": 2, "title": "乙"}]},
    "words": {"type": "array", "title": "关键词", "items": {"type": "string", "default": "x"}},
    "teams": {"type": "array", "title": "小组", "items": {"type": "object", "properties": {
      "leader": {"$ref": "#/definitions/person"},
      "members": {"type": "array", "title": "成员", "items": {"$ref": "#/definitions/person"}}}}}}})";

TEST(FormPage, KeepsTheTreeOfTheUiSchema)
{
    const auto form = make(Nested, R"({"type": "Categorization", "elements": [
        {"type": "Category", "label": "一", "elements": [
          {"type": "Label", "text": "请如实填写"},
          {"type": "Group", "label": "权利人", "elements": [
            {"type": "HorizontalLayout", "elements": [
              {"type": "Control", "scope": "#/properties/owner/properties/name"},
              {"type": "Control", "scope": "#/properties/owner/properties/born", "label": "出生"}]}]}]},
        {"type": "Category", "label": "二", "elements": [{"type": "Control", "scope": "#/properties/note", "label": false}]}]})");
    EXPECT_EQ(
        draw(form.layout()),
        "Vertical(Categorization(Category 一(Label 请如实填写, Group 权利人(Horizontal(Control /owner/name, "
        "Control /owner/born))), Category 二(Control /note)), Control /kind, Control /words, Control /teams)");
    EXPECT_EQ(form.findField("/owner/born")->title, "出生");
    EXPECT_EQ(form.findField("/owner/born")->kind, FieldKind::Date);
    EXPECT_TRUE(form.findField("/owner/name")->required);
    const auto& second = form.layout().children[0].children[1];
    EXPECT_EQ(second.children[0].label, "");
    EXPECT_EQ(form.findField("note")->title, "备注");
    EXPECT_EQ(remarks(form), Lines{});
}

TEST(FormPage, MakesAGroupOfAnObject)
{
    const auto form = make(Nested, R"({"type": "VerticalLayout", "elements": [
        {"type": "Control", "scope": "#/properties/note"}, {"type": "Control", "scope": "#/properties/owner"}]})");
    EXPECT_EQ(
        draw(form.layout()),
        "Vertical(Control /note, Group 人员(Control /owner/name, Control /owner/born), Control /kind, Control "
        "/words, Control /teams)");
    EXPECT_EQ(
        draw(make(Nested, "{}").layout()),
        "Vertical(Group 人员(Control /owner/name, Control /owner/born), Control /note, Control /kind, Control "
        "/words, Control /teams)");
}

TEST(FormPage, OffersValuesThatAreNoTextAndKeepsTheirType)
{
    const auto form = make(Nested, "{}");
    FormData data;
    ASSERT_EQ(form.findField("kind")->kind, FieldKind::Choice);
    ASSERT_TRUE(form.fill(data, "kind", "乙"));
    EXPECT_EQ(data.toJson(), R"({"kind":2})");
    EXPECT_EQ(form.validate(FormData::parse(R"({"owner":{"name":"a"},"kind":2})").value()).size(), 0u);
}

TEST(FormPage, ShowsListsOfValuesAndTablesInTablesAsTables)
{
    const auto form = make(Nested, "{}");
    const auto& words = *form.findField("words");
    ASSERT_EQ(words.kind, FieldKind::Table);
    ASSERT_EQ(words.columns.size(), 1u);
    EXPECT_EQ(words.columns[0].pointer, "");
    const auto& teams = *form.findField("teams");
    ASSERT_EQ(teams.columns.size(), 3u);
    EXPECT_EQ(teams.columns[0].pointer, "/leader/name");
    EXPECT_EQ(teams.columns[2].kind, FieldKind::Table);
    FormData data;
    ASSERT_TRUE(form.fill(data, "words/0", "甲"));
    ASSERT_TRUE(form.fill(data, "teams/0/leader/name", "示例甲"));
    ASSERT_TRUE(form.fill(data, "teams/0/members/0/name", "示例乙"));
    ASSERT_TRUE(form.fill(data, "teams/0/members/1/born", "2025"));
    EXPECT_FALSE(form.fill(data, "teams/0/members/3/name", "x"));
    Lines lines;
    for (const auto& problem : form.validate(data))
        lines.push_back(problem.pointer + " " + base::fillPlaces(problem.text.id, problem.text.arguments));
    EXPECT_EQ(lines,
              (Lines{"/teams/0/members/1/name Enter 小组 1 成员 2 姓名.",
                     "/teams/0/members/1/born 小组 1 成员 2 日期 must be a date such as 2025-06-30."}));
}

TEST(FormPage, BeginsWithTheDefaults)
{
    EXPECT_EQ(make(Nested, "{}").initialData().toJson(), R"({"note":"无"})");
}

TEST(FormPage, RulesActOnGroupsCategoriesAndObjects)
{
    const auto form = make(Nested, R"({"type": "Categorization", "elements": [
        {"type": "Category", "label": "一", "elements": [{"type": "Control", "scope": "#/properties/kind"}]},
        {"type": "Category", "label": "二", "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/kind", "schema": {"const": 2}}},
         "elements": [{"type": "Control", "scope": "#/properties/owner",
           "rule": {"effect": "DISABLE", "condition": {"type": "AND", "conditions": [
              {"type": "LEAF", "scope": "#/properties/note", "expectedValue": "锁"},
              {"scope": "#", "schema": {"required": ["kind"]}}]}}}]}]})");
    const auto& category = form.layout().children[0].children[1];
    const auto now = [](const char* json) { return FormData::parse(json).value(); };
    EXPECT_EQ(form.stateOf(now("{}"), category), FieldState::Hidden);
    EXPECT_EQ(form.stateOf(now("{}"), "/owner/name"), FieldState::Hidden);
    EXPECT_EQ(form.stateOf(now(R"({"kind":2})"), category), FieldState::Enabled);
    EXPECT_EQ(form.stateOf(now(R"({"kind":2,"note":"锁"})"), "/owner/name"), FieldState::Disabled);
    EXPECT_EQ(form.stateOf(now(R"({"kind":2,"note":"锁"})"), category.children[0]), FieldState::Disabled);
    EXPECT_EQ(form.validate(now(R"({"owner":{}})")).size(), 0u) << "what is hidden has no problems";
}

TEST(FormPage, AConditionMayFailWhereNothingIs)
{
    const char* ui = R"({"type": "Control", "scope": "#/properties/note", "rule": {"effect": "SHOW",
        "condition": {"scope": "#/properties/kind", "schema": {"not": {"const": 2}}, "failWhenUndefined": true}}})";
    EXPECT_EQ(make(Nested, ui).stateOf(FormData(), "note"), FieldState::Hidden);
    EXPECT_EQ(make(Nested, ui).stateOf(FormData::parse(R"({"kind":1})").value(), "note"),
              FieldState::Enabled);
}

TEST(FormPage, TellsWhatTheAuthorAsksForAndWillNotGet)
{
    const auto form = make(R"({"type": "object", "maxlength": 3, "properties": {
        "a": {"type": "string", "format": "email"}, "b": {"type": "object"}, "c": {"type": ["string", "integer"]},
        "d": {"type": "array", "items": [{"type": "string"}]}, "e": {"$ref": "#"}, "f": {"type": "string"}},
        "then": {"properties": {"g": {"type": "string"}}}})",
                           R"({"type": "VerticalLayout", "elements": [
        {"type": "ListWithDetail", "elements": [{"type": "Control", "scope": "#/properties/a", "options": {"slider": true}}]},
        {"type": "Control", "scope": "#/properties/a"}, {"type": "Label", "text": "x", "i18n": "key"}]})");
    EXPECT_EQ(remarks(form),
              (Lines{"/schema/maxlength",
                     "/schema/then",
                     "/schema/properties/a/format",
                     "/schema/properties/b",
                     "/schema/properties/c",
                     "/schema/properties/d",
                     "/schema/properties/e",
                     "/ui/elements/0/type",
                     "/ui/elements/0/elements/0/options/slider",
                     "/ui/elements/1",
                     "/ui/elements/2/i18n"}));
    EXPECT_EQ(draw(form.layout()),
              "Vertical(Vertical(Control /a), Vertical, Label x, Control /c, Control /f)");
}

TEST(FormPage, ReferencesThatFanOutEnd)
{
    std::string schema = R"({"type": "object", "definitions": {"n0": {"type": "string"})";
    for (int i = 1; i < 30; ++i) {
        const auto below = R"({"$ref": "#/definitions/n)" + std::to_string(i - 1) + "\"}";
        schema += ",\"n" + std::to_string(i) + R"(": {"type": "object", "properties": {"a": )" + below
                  + ", \"b\": " + below + "}}";
    }
    schema += R"(}, "properties": {"x": {"$ref": "#/definitions/n29"}}})";
    const auto form = Form::make("f", "f", schema, "{}");
    ASSERT_TRUE(form);
    EXPECT_LE(form->fields().size(), 5'000u);
    EXPECT_FALSE(form->remarks().empty());
}

}  // namespace
