#include <forms/form_check.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using forms::checkForm;
using forms::Form;
using forms::FormData;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr base::Date Today{std::chrono::year{2026}, std::chrono::month{4}, std::chrono::day{8}};

const Form& person()
{
    static const auto form = Form::make("application",
                                        "申请表",
                                        R"({
        "type": "object",
        "properties": {
            "sex": {"title": "性别", "type": "string", "x-prefill": "id_card",
                    "oneOf": [{"const": "1", "title": "男"}, {"const": "2", "title": "女"}, {"const": "9", "title": "未说明"}]},
            "birth": {"title": "出生日期", "type": "string", "format": "date", "x-prefill": "id_card.birth"},
            "idno": {"title": "公民身份号码", "type": "string", "format": "cn-id", "maxLength": 18, "x-prefill": "id_card"},
            "code": {"title": "信用代码", "type": "string", "format": "cn-uscc"},
            "other": {"title": "证件号码", "type": "string", "format": "cn-id-or-uscc"},
            "moved": {"title": "迁入日期", "type": "string", "format": "date"},
            "family": {"title": "家庭成员", "type": "array", "items": {"type": "object", "properties": {
                "name": {"title": "姓名", "type": "string"},
                "gender": {"title": "性别", "type": "string", "enum": ["男", "女"]},
                "born": {"title": "出生日期", "type": "string", "format": "date"},
                "number": {"title": "号码", "type": "string", "format": "cn-id"}}}}}})",
                                        R"({"type": "VerticalLayout", "elements": [
            {"type": "Control", "scope": "#/properties/idno"}, {"type": "Control", "scope": "#/properties/sex"},
            {"type": "Control", "scope": "#/properties/birth", "rule": {"effect": "HIDE",
                "condition": {"scope": "#/properties/sex", "schema": {"const": "9"}}}},
            {"type": "Control", "scope": "#/properties/code"}, {"type": "Control", "scope": "#/properties/other"},
            {"type": "Control", "scope": "#/properties/moved"}, {"type": "Control", "scope": "#/properties/family"}]})");
    return *form;
}

/// "pointer keyword level" of each problem.
std::vector<std::string> found(const Form& form, std::string_view json)
{
    std::vector<std::string> lines;
    for (const auto& problem : checkForm(form, FormData::parse(json).value(), Today))
        lines.push_back(problem.pointer + " " + problem.keyword
                        + (problem.level == forms::ProblemLevel::Warn ? " warn" : ""));
    return lines;
}

std::vector<std::string> found(std::string_view json)
{
    return found(person(), json);
}

TEST(FormCheck, BirthAndSexAreThoseOfTheNumber)
{
    EXPECT_THAT(found(R"({"idno": "330399198711020245", "birth": "1987-11-02", "sex": "2"})"), IsEmpty());
    EXPECT_THAT(found(R"({"idno": "330399198711020245", "birth": "1990-05-05", "sex": "2"})"),
                ElementsAre("/birth contradiction"));
    EXPECT_THAT(found(R"({"idno": "330399198711020245", "birth": "1987-11-02", "sex": "1"})"),
                ElementsAre("/sex contradiction"));
    EXPECT_THAT(found(R"({"idno": "330399198711020245", "birth": "1987-11-03", "sex": "1"})"),
                ElementsAre("/sex contradiction", "/birth contradiction"));
    EXPECT_THAT(found(R"({"idno": "330399198711020245", "sex": "9"})"), IsEmpty()) << "not stated";
    EXPECT_THAT(found(R"({"birth": "1990-05-05", "sex": "1"})"), IsEmpty()) << "no number yet";
    EXPECT_THAT(found(R"({"idno": "3303991987", "birth": "1990-05-05"})"), ElementsAre("/idno format:cn-id"));
}

TEST(FormCheck, ADayAndANumberAreComparedAsFolded)
{
    EXPECT_THAT(found(R"({"idno": "330399 19871102 0245\u200b", "birth": "1987.11.02", "sex": "2"})"),
                IsEmpty());
    EXPECT_THAT(found(R"({"idno": "３３０３９９１９８７１１０２０２４５", "birth": "1987.11.03"})"),
                ElementsAre("/birth contradiction"));
}

TEST(FormCheck, NobodyIsBornInTheFuture)
{
    EXPECT_THAT(found(R"({"birth": "2026-04-08"})"), IsEmpty());
    EXPECT_THAT(found(R"({"birth": "2026-04-09"})"), ElementsAre("/birth future"));
    EXPECT_THAT(found(R"({"idno": "330399198711020245", "birth": "2099-01-01"})"),
                ElementsAre("/birth future"));
    EXPECT_THAT(found(R"({"idno": "110101209001010011"})"), ElementsAre("/idno future"));
    EXPECT_THAT(found(R"({"other": "110101209001010011"})"), ElementsAre("/other future"));
    EXPECT_THAT(found(R"({"moved": "2099-01-01"})"), IsEmpty()) << "another day may lie in the future";
    EXPECT_THAT(found(R"({"moved": "长期"})"), IsEmpty());
    EXPECT_THAT(found(R"({"birth": "长期"})"), ElementsAre("/birth format:date"));
}

TEST(FormCheck, WhatTheRulesHideContradictsNothing)
{
    EXPECT_THAT(found(R"({"idno": "330399198711020245", "birth": "1990-05-05", "sex": "9"})"), IsEmpty());
}

TEST(FormCheck, ACreditCodeThatDoesNotComputeIsWarnedOf)
{
    EXPECT_THAT(found(R"({"code": "11330399MB0000019B"})"), IsEmpty());
    EXPECT_THAT(found(R"({"code": "91350203M0001QKT19"})"), ElementsAre("/code check-character warn"));
    EXPECT_THAT(found(R"({"other": "91350203M0001QKT19"})"), ElementsAre("/other check-character warn"));
    EXPECT_THAT(found(R"({"code": "91350203M0001QKTI9"})"), ElementsAre("/code format:cn-uscc"));
    EXPECT_THAT(found(R"({"code": "91350203M0001QKT1"})"), ElementsAre("/code format:cn-uscc"));
    EXPECT_THAT(found(R"({"other": "330399198506150130"})"), ElementsAre("/other format:cn-id-or-uscc"));
    const auto warned =
        checkForm(person(), FormData::parse(R"({"code": "91350203M0001QKT19"})").value(), Today);
    EXPECT_TRUE(forms::isValid(warned));
}

TEST(FormCheck, EveryRowOfATableIsItsOwnPerson)
{
    EXPECT_THAT(found(R"({"idno": "330399198711020245", "family": [
                    {"number": "330399198506150139", "gender": "男", "born": "1985-06-15"},
                    {"number": "330399195803090319", "gender": "女", "born": "1958-03-10"},
                    {"number": "110101209001010011"}, {"born": "2099-01-01"}]})"),
                ElementsAre("/family/1/gender contradiction",
                            "/family/1/born contradiction",
                            "/family/2/number future",
                            "/family/3/born future"));
    const auto problems = checkForm(
        person(),
        FormData::parse(R"({"family": [{}, {"number": "330399195803090319", "gender": "女"}]})").value(),
        Today);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].text.arguments[0].value, "家庭成员 2 性别");
    EXPECT_EQ(problems[0].text.arguments[1].value, "家庭成员 2 号码");
}

TEST(FormCheck, EachPersonHasTheNumberOfTheSameName)
{
    const auto form = Form::make("f",
                                 "表",
                                 R"({"type": "object", "properties": {
        "number": {"title": "身份号码", "type": "string", "format": "cn-id"},
        "birth": {"title": "出生日期", "type": "string", "format": "date"},
        "spouse_number": {"title": "配偶身份号码", "type": "string", "format": "cn-id"},
        "spouse_birth": {"title": "配偶出生日期", "type": "string", "format": "date"},
        "child_birth": {"title": "子女出生日期", "type": "string", "format": "date"},
        "expected_birth": {"title": "预产期", "type": "string", "format": "date"}}})",
                                 R"({"type": "Group", "elements": []})")
                          .value();
    EXPECT_THAT(found(form, R"({"number": "330399198711020245", "birth": "1987-11-02",
                                "spouse_number": "330399198506150139", "spouse_birth": "1985-06-15",
                                "child_birth": "2020-01-01", "expected_birth": "2026-12-01"})"),
                IsEmpty());
    EXPECT_THAT(found(form, R"({"number": "330399198711020245", "birth": "1985-06-15",
                                "spouse_number": "330399198506150139", "spouse_birth": "1987-11-02",
                                "child_birth": "2027-01-01"})"),
                ElementsAre("/birth contradiction", "/spouse_birth contradiction", "/child_birth future"));
}

TEST(FormCheck, TheOnlyNumberMayBeThatOfSomebodyElse)
{
    const auto withNumber = [](const char* name) {
        return Form::make("f",
                          "表",
                          R"({"type": "object", "properties": {
        "birth": {"title": "出生日期", "type": "string", "format": "date"},
        ")" + std::string(name)
                              + R"(": {"title": "证件号", "type": "string", "format": "cn-id"}}})",
                          R"({"type": "Group", "elements": []})")
            .value();
    };
    EXPECT_THAT(found(withNumber("agent_id"), R"({"birth": "1990-05-05", "agent_id": "330399198711020245"})"),
                IsEmpty());
    EXPECT_THAT(found(withNumber("idno"), R"({"birth": "1990-05-05", "idno": "330399198711020245"})"),
                ElementsAre("/birth contradiction"));
}

}  // namespace
