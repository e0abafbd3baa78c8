#include "reviewed_case.h"

#include <desk/review_mark.h>

#include <gtest/gtest.h>

namespace {

using desk::MarkState;
using reviewed::mark;
using reviewed::reply;

TEST(ReviewMark, OfTheNewestRevisionIsOpenAndOfAnEarlierOneAskedAbout)
{
    auto dossier = reviewed::dossier();
    auto& marks = dossier.detail.annotations;
    marks = {mark(1, "m-hkb", "住址不清"), mark(2, "m-hkb", "缺页")};
    EXPECT_EQ(desk::markState(dossier.detail, marks[0]), MarkState::Asked);
    EXPECT_EQ(desk::markState(dossier.detail, marks[1]), MarkState::Open);
    const auto asked = desk::marksToAnswer(dossier.detail);
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked.front()->text, "住址不清");
}

TEST(ReviewMark, AnsweredOnTheNewestRevisionIsCorrectedOrNot)
{
    auto dossier = reviewed::dossier();
    auto first = mark(1, "m-hkb", "住址不清");
    auto second = mark(1, "m-id", "过期");
    second.settled = true;  // as the back office answers a "pass"
    dossier.detail.annotations = {first, second, reply(first, "fail", 120), reply(second, "pass", 121)};
    EXPECT_EQ(desk::markState(dossier.detail, first), MarkState::NotCorrected);
    EXPECT_EQ(desk::markState(dossier.detail, second), MarkState::Corrected);
    EXPECT_EQ(desk::marksToAnswer(dossier.detail).size(), 2U);
}

TEST(ReviewMark, AVerdictOnAnEarlierRevisionIsAskedForAgain)
{
    auto dossier = reviewed::dossier();
    const auto first = mark(1, "m-hkb", "住址不清");
    dossier.detail.annotations = {first, reply(first, "fail", 50)};
    EXPECT_EQ(desk::markState(dossier.detail, first), MarkState::Asked);
}

TEST(ReviewMark, SettledByAnEarlierRevisionIsNotAskedAbout)
{
    auto dossier = reviewed::dossier();
    auto first = mark(1, "m-hkb", "住址不清");
    first.settled = true;
    dossier.detail.annotations = {first};
    EXPECT_TRUE(desk::marksToAnswer(dossier.detail).empty());
}

TEST(ReviewMark, RepliesThatSayNothingAreNoWords)
{
    auto dossier = reviewed::dossier();
    const auto first = mark(1, "m-hkb", "住址不清");
    auto words = reply(first, "", 60);
    words.text = "已换新证";
    dossier.detail.annotations = {first, reply(first, "pass", 120), words};
    const auto replies = desk::repliesTo(dossier.detail, first.id);
    ASSERT_EQ(replies.size(), 1U);
    EXPECT_EQ(replies.front()->text, "已换新证");
}

}  // namespace
