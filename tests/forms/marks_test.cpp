#include <forms/marks.h>

#include <forms/field_mark.h>

#include <gtest/gtest.h>

namespace {

const auto Now = base::parseTimestamp("2026-04-13T01:00:00.000Z").value();

/// A second revision with a page in m-id and a form, as it was handed in first and as it lies on the desk now.
class Marks : public testing::Test
{
  protected:
    Marks()
    {
        forms::Page page;
        page.id = base::PageId::make(Now);
        before.pages = {page};
        before.materialEntry("m-id").pages = {page.id};
        before.forms["application"] =
            forms::FormData::parse(R"({"tel": "13800000000", "heirs": [{"name": "示例甲"}, {"name": "示例乙"}]})")
                .value();
        before.rows["application"]["/heirs"] = {"r1", "r2"};
        draft = before;
        draft.revision = 2;
        mark.id = base::AnnotationId::make(Now);
        mark.revision = 1;
        mark.verdict = "fail";
        mark.point = "m-id/valid";
    }

    void replacePage()
    {
        draft.pages.front().discarded = true;
        forms::Page next;
        next.id = base::PageId::make(Now + std::chrono::seconds(1));
        draft.pages.push_back(next);
        draft.materialEntry("m-id").pages = {next.id};
    }

    std::vector<base::AnnotationId> open() const { return forms::unansweredMarks(std::vector{mark}, draft); }

    void follow() { forms::followMarks(std::vector{mark}, &before, draft); }

    forms::Case before;
    forms::Case draft;
    forms::Annotation mark;
};

TEST_F(Marks, APageThatIsReplacedAnswersItsMarkAndBringingItBackOpensIt)
{
    mark.page = before.pages.front().id;
    follow();
    EXPECT_EQ(open().size(), 1U);
    replacePage();
    follow();
    EXPECT_TRUE(open().empty());
    EXPECT_EQ(draft.answersTo.front().how, forms::AnswerHow::Replaced);
    draft = before;
    draft.revision = 2;
    draft.answersTo = {{mark.id, forms::AnswerHow::Replaced, {}}};
    follow();
    EXPECT_EQ(open().size(), 1U);
}

TEST_F(Marks, AnotherPageOfTheMaterialAnswersAMarkOnTheMaterial)
{
    mark.pointer = "/materials/0";
    forms::Page added;
    added.id = base::PageId::make(Now + std::chrono::seconds(2));
    draft.pages.push_back(added);
    draft.materialEntry("m-id").pages.push_back(added.id);
    follow();
    EXPECT_TRUE(open().empty());
}

TEST_F(Marks, AChangedFieldAnswersItsMarkAlsoWhenItsRowMoved)
{
    mark.pointer = forms::fieldTarget(before, {"application", "/heirs/1/name"});
    EXPECT_EQ(mark.pointer, "/forms/application/heirs/@r2/name");
    auto& rows = draft.rows["application"]["/heirs"];
    std::swap(rows[0], rows[1]);
    draft.forms["application"] =
        forms::FormData::parse(R"({"tel": "13800000000", "heirs": [{"name": "示例乙"}, {"name": "示例甲"}]})").value();
    follow();
    EXPECT_EQ(open().size(), 1U) << "sorting changes nothing";
    draft.forms["application"] =
        forms::FormData::parse(R"({"tel": "13800000000", "heirs": [{"name": "示例丙"}, {"name": "示例甲"}]})").value();
    follow();
    EXPECT_TRUE(open().empty());
    EXPECT_EQ(draft.answersTo.front().how, forms::AnswerHow::Filled);
}

TEST_F(Marks, WhatStaysNeedsItsReasonAndWhatIsCalledReplacedMustBe)
{
    mark.page = before.pages.front().id;
    const auto check = [this](forms::AnswerHow how, const std::string& reason) {
        return forms::checkAnswer(mark, {mark.id, how, reason}, &before, draft);
    };
    EXPECT_EQ(check(forms::AnswerHow::Stays, "").error().code, base::ErrorCode::BadArgument);
    EXPECT_TRUE(check(forms::AnswerHow::Stays, "派出所只出具黑白件"));
    EXPECT_EQ(check(forms::AnswerHow::Replaced, "").error().code, base::ErrorCode::NotAllowed);
    replacePage();
    EXPECT_TRUE(check(forms::AnswerHow::Replaced, ""));
    mark.settled = true;
    EXPECT_EQ(check(forms::AnswerHow::Stays, "x").error().code, base::ErrorCode::NotAllowed);
}

TEST_F(Marks, AReasonIsKeptWhileNothingChanges)
{
    mark.page = before.pages.front().id;
    draft.answersTo = {{mark.id, forms::AnswerHow::Stays, "原件即如此"}};
    follow();
    EXPECT_EQ(draft.answersTo.front().reason, "原件即如此");
    replacePage();
    follow();
    EXPECT_EQ(draft.answersTo.front().how, forms::AnswerHow::Replaced);
}

TEST_F(Marks, AFieldsTargetIsReadBackOrIsNone)
{
    EXPECT_EQ(forms::fieldPlaceOf(before, "/forms/application/heirs/@r1/name"),
              (forms::FieldPlace{"application", "/heirs/0/name"}));
    EXPECT_EQ(forms::fieldPlaceOf(before, "/forms/application/tel"), (forms::FieldPlace{"application", "/tel"}));
    EXPECT_FALSE(forms::fieldPlaceOf(before, "/forms/application/heirs/@gone/name"));
    EXPECT_FALSE(forms::fieldPlaceOf(before, "/materials/0"));
    EXPECT_EQ(forms::valueAtTarget(before, "/forms/application/tel"), "13800000000");
    EXPECT_EQ(forms::valueAtTarget(before, "/forms/application/~x"), "");
    EXPECT_EQ(forms::valueAtTarget(before, "/forms/nothing/tel"), "");
}

}  // namespace
