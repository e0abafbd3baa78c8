#include "told_course.h"

#include <forms/marks.h>

#include <gtest/gtest.h>

namespace {

using forms::Act;
using tests::hall;
using tests::ToldCourse;

/// Revision 1 was marked, sent back, and revision 2 is on its way.
class MarksOfACourse : public testing::Test
{
  protected:
    forms::Annotation mark(const std::string& created, int revision = 1) const
    {
        forms::Annotation one;
        one.created = hall(created);
        one.id = base::AnnotationId::make(one.created);
        one.creator = "reviewer";
        one.revision = revision;
        one.point = "m-id";
        one.verdict = "fail";
        return one;
    }

    forms::Case next() const
    {
        forms::Case draft;
        draft.revision = 2;
        return draft;
    }

    ToldCourse told = ToldCourse()
                          .then(Act::Received, "2026-09-21T10:00")
                          .then(Act::Sealed, "2026-09-21T10:10")
                          .then(Act::Arrived, "2026-09-21T10:11")
                          .then(Act::CorrectionRequested, "2026-09-22T09:00");
};

TEST_F(MarksOfACourse, OfWhatWasAskedForAreAnsweredOneByOne)
{
    const std::vector marks{mark("2026-09-22T08:00"), mark("2026-09-22T08:30")};
    auto draft = next();
    EXPECT_EQ(forms::unansweredMarks(marks, told.course, draft).size(), 2U);
    draft.answersTo = {{marks[0].id, forms::AnswerHow::Replaced, {}}};
    EXPECT_EQ(forms::unansweredMarks(marks, told.course, draft), std::vector{marks[1].id});
    draft.answersTo.push_back({marks[1].id, forms::AnswerHow::Stays, {}});
    EXPECT_EQ(forms::unansweredMarks(marks, told.course, draft).size(), 1U) << "staying has a reason";
    draft.answersTo.back().reason = "长期有效";
    EXPECT_TRUE(forms::unansweredMarks(marks, told.course, draft).empty());
}

TEST_F(MarksOfACourse, SetAfterTheRequestReachedNoWindowWithoutALine)
{
    EXPECT_TRUE(forms::unansweredMarks(std::vector{mark("2026-09-22T09:01")}, told.course, next()).empty());
}

TEST_F(MarksOfACourse, AskNothingOfWhatComesAfterAcceptance)
{
    const std::vector marks{mark("2026-09-22T08:00")};
    told.then(Act::Resubmitted, "2026-09-23T09:00").then(Act::Accepted, "2026-09-23T10:00");
    EXPECT_TRUE(forms::unansweredMarks(marks, told.course, next()).empty());
}

}  // namespace
