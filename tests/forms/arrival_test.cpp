#include "told_course.h"

#include <forms/arrival.h>
#include <forms/flag.h>
#include <forms/waiting.h>

#include <gtest/gtest.h>

namespace {

using forms::Act;
using forms::CaseState;
using forms::Verdict;
using tests::hall;

/// A household registration handed in on Thursday 2026-09-24 at nine and sealed twenty minutes later.
class Arrivals : public testing::Test
{
  protected:
    Arrivals()
    {
        guide.limits.correction = {"xkf32", {5, forms::TimeUnit::Workday, {}}, true, true};
        guide.effectiveFrom = base::parseDate("2026-01-01").value();
        auto& content = manifest.sealed;
        content.clerk = "clerk";
        content.received = hall("2026-09-24T09:00");
        sealAt("2026-09-24T09:20");
        manifest.verdict = Verdict::Acceptable;
    }

    void sealAt(const std::string& time)
    {
        manifest.sealedAt = hall(time);
        manifest.today = base::hallDate(manifest.sealedAt);
    }

    /// Writes what the office writes, and says where the case stands.
    CaseState arrives(const std::string& now)
    {
        told.write(forms::arrivalEntries(guide, told.course, manifest, calendar, office, hall(now)));
        for (std::size_t i = 0; i < told.course.size(); ++i)
            EXPECT_EQ(told.course[i].n, static_cast<int>(i) + 1);
        return forms::stateOf(told.course);
    }

    std::string acts() const
    {
        std::string text;
        for (const auto& entry : told.course)
            text += (text.empty() ? "" : " ") + std::string(nameOf(entry.act));
        return text;
    }

    void notice(const char* kind, const std::string& handed)
    {
        forms::NoticeRecord made{kind, base::Digest::of("pdf")};
        made.made = manifest.sealedAt;
        made.handed = forms::HandedOver{hall(handed), "示例甲", "person"};
        manifest.sealed.notices.push_back(made);
    }

    forms::Guide guide = tests::guideOf("hk-qy");
    forms::Office office;
    forms::Calendar calendar = tests::shippedCalendar();
    forms::Manifest manifest;
    tests::ToldCourse told;
};

TEST_F(Arrivals, AnAcceptableCaseIsSubmittedWithWhatHappenedAtTheWindow)
{
    EXPECT_EQ(arrives("2026-09-24T10:00"), CaseState::Submitted);
    EXPECT_EQ(acts(), "received sealed arrived");
    EXPECT_EQ(told.course.front().at, hall("2026-09-24T09:00"));
    EXPECT_EQ(told.course[1].by, "clerk");
    EXPECT_EQ(told.course[2].noted, hall("2026-09-24T10:00"));
}

TEST_F(Arrivals, AManifestOfBeforeTheCourseTellsItByItsMembers)
{
    manifest.verdict = Verdict::AcceptableWithDeferral;
    manifest.sealed.materialEntry("m-csz").deferredUntil = base::parseDate("2026-10-09");
    EXPECT_EQ(arrives("2026-09-24T10:00"), CaseState::Submitted);
    EXPECT_EQ(acts(), "received deferred sealed arrived");
    EXPECT_EQ(forms::openDeferrals(told.course).front().material, "m-csz");
}

TEST_F(Arrivals, TheWindowsCourseCannotSayWhatIsTheOffices)
{
    for (const auto act : {Act::Accepted, Act::Approved, Act::Delivered, Act::FlagSettled}) {
        forms::CourseEntry entry;
        entry.act = act;
        entry.at = hall("2026-09-24T09:10");
        manifest.sealed.course.push_back(entry);
    }
    EXPECT_EQ(arrives("2026-09-24T10:00"), CaseState::Submitted);
    EXPECT_EQ(acts(), "received sealed arrived");
}

TEST_F(Arrivals, WhatNeedsCorrectionStandsSoFromTheDayItsNoticeWasHandedOver)
{
    manifest.verdict = Verdict::NeedsCorrection;
    notice("one-time-notice", "2026-09-24T09:30");
    EXPECT_EQ(arrives("2026-09-24T10:00"), CaseState::CorrectionRequested);
    const auto* asked = forms::findLast(told.course, Act::CorrectionRequested);
    ASSERT_NE(asked, nullptr);
    EXPECT_EQ(asked->at, hall("2026-09-24T09:30"));
    EXPECT_EQ(asked->paper, "one-time-notice");
    EXPECT_FALSE(asked->cites.empty());
    for (const auto& due : forms::papersDue(guide, told.course, office))
        EXPECT_NE(due.kind, forms::PaperKind::OneTimeNotice) << "the window made it";
}

// 许可法 32(4): the fifth working day is 10-09; on the 10th the applicant was told nothing in time.
TEST_F(Arrivals, ANoticeHandedOverTooLateIsNoCorrectionAnyMore)
{
    manifest.verdict = Verdict::NeedsCorrection;
    notice("one-time-notice", "2026-10-10T09:30");
    sealAt("2026-10-10T09:40");
    EXPECT_EQ(arrives("2026-10-10T10:00"), CaseState::Accepted);
    EXPECT_EQ(forms::acceptanceOf(told.course), hall("2026-09-24T09:00"));
    EXPECT_EQ(forms::openFlags(told.course), std::vector<std::string>{"late-notice"});
    told = {};
    manifest.sealed.notices.clear();
    notice("one-time-notice", "2026-10-09T16:30");
    EXPECT_EQ(arrives("2026-10-10T10:00"), CaseState::CorrectionRequested) << "handed over on the last day";
}

TEST_F(Arrivals, ARoutesOutcomeIsNotAcceptedUnlessTheApplicantInsists)
{
    manifest.verdict = Verdict::NotCompetent;
    notice("not-accepted-notice", "2026-09-24T09:15");
    EXPECT_EQ(arrives("2026-09-24T10:00"), CaseState::NotAccepted);
    told = {};
    manifest.verdict = Verdict::Refused;
    manifest.sealed.notices.clear();
    manifest.sealed.insisted = true;
    EXPECT_EQ(arrives("2026-09-24T10:00"), CaseState::Submitted);
}

TEST_F(Arrivals, CorrectedPapersAreResubmittedOnTheDayTheyWereSealed)
{
    arrives("2026-09-24T10:00");
    told.then(Act::CorrectionRequested, "2026-09-28T10:00");
    manifest.sealed.revision = 2;
    sealAt("2026-10-12T11:00");
    EXPECT_EQ(arrives("2026-10-13T08:00"), CaseState::Submitted);
    EXPECT_EQ(forms::receiptOf(told.course), hall("2026-10-12T11:00"));
}

TEST_F(Arrivals, AfterAcceptanceWhatWasPutOffIsSupplied)
{
    manifest.verdict = Verdict::AcceptableWithDeferral;
    manifest.sealed.materialEntry("m-csz").deferredUntil = base::parseDate("2026-10-09");
    arrives("2026-09-24T10:00");
    told.then(Act::Accepted, "2026-09-28T10:00");
    manifest.sealed.revision = 2;
    manifest.sealed.materialEntry("m-csz").pages = {base::PageId::make(hall("2026-10-08T09:00"))};
    sealAt("2026-10-08T09:10");
    EXPECT_EQ(arrives("2026-10-08T09:20"), CaseState::Accepted);
    EXPECT_TRUE(forms::openDeferrals(told.course).empty());
}

TEST_F(Arrivals, WhatWasPutOffAndComesWithTheCorrectionIsPutOffNoLonger)
{
    manifest.verdict = Verdict::AcceptableWithDeferral;
    manifest.sealed.materialEntry("m-csz").deferredUntil = base::parseDate("2026-10-09");
    manifest.sealed.materialEntry("m-hkb").deferredUntil = base::parseDate("2026-10-09");
    arrives("2026-09-24T10:00");
    told.then(Act::CorrectionRequested, "2026-09-28T10:00");
    manifest.sealed.revision = 2;
    manifest.sealed.materialEntry("m-csz").pages = {base::PageId::make(hall("2026-09-29T09:00"))};
    sealAt("2026-09-29T09:10");
    EXPECT_EQ(arrives("2026-09-29T09:20"), CaseState::Submitted);
    const auto open = forms::openDeferrals(told.course);
    ASSERT_EQ(open.size(), 1u) << "the other one is still to come";
    EXPECT_EQ(open.front().material, "m-hkb");
}

TEST_F(Arrivals, WhatSeveralPeopleOweIsHereWhenTheLastHasBroughtIt)
{
    manifest.verdict = Verdict::AcceptableWithDeferral;
    manifest.sealed.materialEntry("m-csz", "heir").deferredUntil = base::parseDate("2026-10-09");
    manifest.sealed.materialEntry("m-csz", "heir#2").deferredUntil = base::parseDate("2026-10-09");
    arrives("2026-09-24T10:00");
    told.then(Act::Accepted, "2026-09-28T10:00");
    manifest.sealed.revision = 2;
    manifest.sealed.materialEntry("m-csz", "heir").pages = {base::PageId::make(hall("2026-09-29T09:00"))};
    sealAt("2026-09-29T09:10");
    arrives("2026-09-29T09:20");
    EXPECT_EQ(forms::openDeferrals(told.course).size(), 1u);
    manifest.sealed.revision = 3;
    manifest.sealed.materialEntry("m-csz", "heir#2").pages = {base::PageId::make(hall("2026-09-30T09:00"))};
    sealAt("2026-09-30T09:10");
    arrives("2026-09-30T09:20");
    EXPECT_TRUE(forms::openDeferrals(told.course).empty());
}

TEST_F(Arrivals, ASupplementPutsNothingOffFurther)
{
    manifest.verdict = Verdict::AcceptableWithDeferral;
    manifest.sealed.materialEntry("m-csz").deferredUntil = base::parseDate("2026-09-30");
    manifest.sealed.materialEntry("m-hkb").deferredUntil = base::parseDate("2026-10-09");
    arrives("2026-09-24T10:00");
    told.then(Act::Accepted, "2026-09-28T10:00");
    told.then(Act::DeferralMissed, "2026-10-01T00:00").citing("m-csz").until("2026-09-30");
    manifest.sealed.revision = 2;
    manifest.sealed.materialEntry("m-hkb").pages = {base::PageId::make(hall("2026-10-08T09:00"))};
    manifest.sealed.materialEntry("m-csz").deferredUntil = base::parseDate("2026-12-31");
    sealAt("2026-10-08T09:10");
    arrives("2026-10-08T09:20");
    const forms::CourseDeferral missed{"m-csz", base::parseDate("2026-09-30").value(), true};
    EXPECT_EQ(forms::openDeferrals(told.course), std::vector<forms::CourseDeferral>{missed});
}

// 许可法 32(4): everything at once, and once.
TEST_F(Arrivals, ASecondOneTimeNoticeIsFlagged)
{
    manifest.verdict = Verdict::NeedsCorrection;
    notice("one-time-notice", "2026-09-24T09:30");
    arrives("2026-09-24T10:00");
    EXPECT_TRUE(forms::openFlags(told.course).empty());
    manifest.sealed.revision = 2;
    manifest.sealed.notices.clear();
    notice("one-time-notice", "2026-09-29T09:30");
    sealAt("2026-09-29T09:40");
    EXPECT_EQ(arrives("2026-09-29T10:00"), CaseState::CorrectionRequested);
    EXPECT_EQ(forms::openFlags(told.course), std::vector<std::string>{"second-correction"});
}

TEST_F(Arrivals, WhatHasEndedStaysSoWhateverComesAfterIt)
{
    arrives("2026-09-24T10:00");
    told.then(Act::Withdrawn, "2026-09-28T10:00");
    manifest.sealed.revision = 2;
    manifest.verdict = Verdict::NeedsCorrection;
    notice("one-time-notice", "2026-09-28T11:00");
    sealAt("2026-09-28T11:10");
    EXPECT_EQ(arrives("2026-09-28T12:00"), CaseState::Withdrawn);
    told = {};
    forms::CourseEntry withdrawn;
    withdrawn.act = Act::Withdrawn;
    withdrawn.at = hall("2026-09-28T11:05");
    manifest.sealed.revision = 1;
    manifest.sealed.course = {withdrawn};
    EXPECT_EQ(arrives("2026-09-28T12:00"), CaseState::Withdrawn)
        << "given up at the window before it went out";
}

TEST_F(Arrivals, ARescanOfACaseThatWasDeemedAcceptedMeanwhileIsSupplied)
{
    arrives("2026-09-24T10:00");
    told.then(Act::Returned, "2026-09-28T10:00").then(Act::DeemedAccepted, "2026-10-10T00:00");
    manifest.sealed.revision = 2;
    sealAt("2026-10-09T09:10");
    EXPECT_EQ(arrives("2026-10-12T09:20"), CaseState::Accepted);
    EXPECT_NE(forms::findLast(told.course, Act::Supplied), nullptr);
    EXPECT_FALSE(forms::awaitsRescan(told.course));
}

TEST_F(Arrivals, TimesThatContradictEachOtherOrRunAheadAreRefusedAndNameTheClock)
{
    const auto refusal = [this](const std::string& now) {
        const auto checked = forms::checkTimes(manifest, hall(now));
        return checked ? std::string() : checked.error().message;
    };
    EXPECT_EQ(refusal("2026-09-24T09:21"), "");
    EXPECT_EQ(refusal("2026-09-24T09:11"), "") << "within the tolerance";
    EXPECT_NE(refusal("2026-09-24T09:09").find("clock"), std::string::npos);
    manifest.sealed.received = hall("2026-09-24T09:30");
    EXPECT_NE(refusal("2026-09-24T10:00").find("clock"), std::string::npos);
    manifest.sealed.received = hall("2026-09-24T09:00");
    manifest.today = base::parseDate("2026-09-25").value();
    EXPECT_NE(refusal("2026-09-24T10:00").find("clock"), std::string::npos);
}

TEST_F(Arrivals, AReceiptFromBeforeTheGuideWasInForceIsFlaggedAsAWrongClock)
{
    guide.effectiveFrom = base::parseDate("2026-09-25").value();
    EXPECT_EQ(arrives("2026-09-24T10:00"), CaseState::Submitted);
    EXPECT_EQ(forms::openFlags(told.course), std::vector<std::string>{"wrong-clock"});
}

}  // namespace
