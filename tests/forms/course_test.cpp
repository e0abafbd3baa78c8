#include "told_course.h"

#include <gtest/gtest.h>

namespace {

using forms::Act;
using forms::CaseState;
using tests::hall;
using tests::ToldCourse;

ToldCourse submitted()
{
    ToldCourse told;
    told.then(Act::Received, "2026-09-24T09:00", "clerk")
        .then(Act::Sealed, "2026-09-24T09:30", "clerk")
        .then(Act::Arrived, "2026-09-24T09:31", "clerk");
    return told;
}

TEST(Course, TellsTheStateByItselfAtEveryPointOfTheLongestWay)
{
    ToldCourse told;
    const std::vector<std::pair<Act, CaseState>> way{
        {Act::Received, CaseState::Draft},
        {Act::NoticeMade, CaseState::Draft},
        {Act::Sealed, CaseState::Sealed},
        {Act::Arrived, CaseState::Submitted},
        {Act::Claimed, CaseState::Submitted},
        {Act::CorrectionRequested, CaseState::CorrectionRequested},
        {Act::Sealed, CaseState::CorrectionRequested},
        {Act::Arrived, CaseState::CorrectionRequested},
        {Act::Resubmitted, CaseState::Submitted},
        {Act::Returned, CaseState::Returned},
        {Act::Resubmitted, CaseState::Submitted},
        {Act::Accepted, CaseState::Accepted},
        {Act::Examined, CaseState::UnderReview},
        {Act::ProcedureBegun, CaseState::Suspended},
        {Act::Supplied, CaseState::Suspended},
        {Act::ProcedureEnded, CaseState::UnderReview},
        {Act::Extended, CaseState::UnderReview},
        {Act::Flagged, CaseState::UnderReview},
        {Act::FlagSettled, CaseState::UnderReview},
        {Act::Approved, CaseState::Approved},
        {Act::DeferralMissed, CaseState::Approved},
        {Act::Certified, CaseState::Certified},
        {Act::Delivered, CaseState::Delivered},
        {Act::Closed, CaseState::Closed},
    };
    EXPECT_EQ(forms::stateOf(told.course), CaseState::Draft);
    for (const auto& [act, state] : way) {
        told.then(act, "2026-09-24T10:00");
        EXPECT_EQ(forms::stateOf(told.course), state) << nameOf(act);
    }
}

TEST(Course, EndsWhereItIsEnded)
{
    for (const auto& [act, state] : {std::pair(Act::NotAccepted, CaseState::NotAccepted),
                                     std::pair(Act::Withdrawn, CaseState::Withdrawn),
                                     std::pair(Act::Lapsed, CaseState::Terminated),
                                     std::pair(Act::Terminated, CaseState::Terminated),
                                     std::pair(Act::DeemedAccepted, CaseState::Accepted),
                                     std::pair(Act::Refused, CaseState::Refused)})
        EXPECT_EQ(forms::stateOf(submitted().then(act, "2026-09-25T09:00").course), state) << nameOf(act);
}

TEST(Course, AReturnToTheWindowMovesNoReceiptACorrectionDoes)
{
    auto told = submitted();
    told.then(Act::Returned, "2026-09-24T15:00").then(Act::Resubmitted, "2026-10-09T09:00");
    EXPECT_EQ(forms::receiptOf(told.course), hall("2026-09-24T09:00"));
    told.then(Act::CorrectionRequested, "2026-10-09T10:00").then(Act::Resubmitted, "2026-10-12T11:00");
    EXPECT_EQ(forms::receiptOf(told.course), hall("2026-10-12T11:00"));
    EXPECT_EQ(forms::correctionsOf(told.course), 1);
}

TEST(Course, KnowsWhoHasTheCase)
{
    auto told = submitted();
    EXPECT_EQ(forms::claimedBy(told.course), "");
    told.then(Act::Claimed, "2026-09-24T10:00", "reviewer");
    EXPECT_EQ(forms::claimedBy(told.course), "reviewer");
    told.then(Act::Released, "2026-09-24T11:00", "reviewer");
    EXPECT_EQ(forms::claimedBy(told.course), "");
}

TEST(Course, ADeferralIsOpenUntilItIsSupplied)
{
    auto told = submitted();
    told.then(Act::Deferred, "2026-09-24T09:20").citing("m-a").until("2026-09-30");
    told.then(Act::Deferred, "2026-09-24T09:21").citing("m-b").until("2026-10-08");
    using Deferral = forms::CourseDeferral;
    const auto first = base::parseDate("2026-09-30").value();
    const auto second = base::parseDate("2026-10-08").value();
    EXPECT_EQ(forms::openDeferrals(told.course),
              (std::vector<Deferral>{{"m-a", first, false}, {"m-b", second, false}}));
    told.then(Act::DeferralMissed, "2026-10-01T00:00").citing("m-a");
    told.then(Act::Supplied, "2026-10-08T10:00").citing("m-b");
    EXPECT_EQ(forms::openDeferrals(told.course), (std::vector<Deferral>{{"m-a", first, true}}));
}

TEST(Course, AFlagStandsUntilItIsSettled)
{
    auto told = submitted();
    told.then(Act::Flagged, "2026-09-24T10:00").citing("duplicate");
    told.then(Act::Flagged, "2026-09-24T10:01").citing("late-notice");
    EXPECT_EQ(forms::openFlags(told.course), (std::vector<std::string>{"duplicate", "late-notice"}));
    told.then(Act::FlagSettled, "2026-09-24T10:02").citing("duplicate");
    EXPECT_EQ(forms::openFlags(told.course), (std::vector<std::string>{"late-notice"}));
}

TEST(Course, ARescanIsAwaitedFromTheReturnToItsComing)
{
    auto told = submitted();
    EXPECT_FALSE(forms::awaitsRescan(told.course));
    told.then(Act::Returned, "2026-09-24T15:00").then(Act::DeemedAccepted, "2026-10-10T00:00");
    EXPECT_TRUE(forms::awaitsRescan(told.course));
    told.then(Act::Supplied, "2026-10-12T09:00");
    EXPECT_FALSE(forms::awaitsRescan(told.course));
}

TEST(Course, IsReadBackAsItWasWritten)
{
    auto told = submitted();
    told.then(Act::ProcedureBegun, "2026-09-25T09:00")
        .procedure("检验")
        .until("2026-10-20")
        .lasting(10, forms::TimeUnit::WorkHour);
    told.course.back().reason = "示例";
    told.course.back().calendar = 7;
    told.course.back().site = "hall";
    told.course.back().paper = "procedure-notice";
    told.course.back().taker = "示例甲";
    told.course.back().revision = 2;
    const auto read = forms::courseFromJson(forms::courseToJson(told.course));
    ASSERT_TRUE(read) << base::describe(read.error());
    EXPECT_EQ(*read, told.course);
}

TEST(Course, AnUnknownActIsLeftOutAndAWrongMemberIsNamed)
{
    const auto later = forms::courseFromJson(R"([{"n":1,"act":"praised","at":"2026-09-24T01:00:00Z"}])");
    ASSERT_TRUE(later);
    EXPECT_TRUE(later->empty());
    const auto wrong = forms::courseFromJson(R"([{"n":1,"act":"accepted","at":"yesterday","role":"clerk"}])");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, base::ErrorCode::BadInput);
}

TEST(Course, EveryActHasATokenOfItsOwnAndIsReadBack)
{
    for (const auto act : forms::allActs()) {
        EXPECT_EQ(forms::parseAct(nameOf(act)), act);
        EXPECT_FALSE(titleOf(act).empty());
    }
    EXPECT_FALSE(forms::parseAct("Accepted"));
}

}  // namespace
