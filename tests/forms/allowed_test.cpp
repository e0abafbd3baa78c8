#include "told_course.h"

#include <forms/allowed.h>
#include <forms/step.h>
#include <forms/waiting.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using forms::Act;
using forms::Action;
using forms::Role;
using tests::hall;
using tests::ToldCourse;

/// A licence that was received, sealed by `clerk` and arrived.
class Steps : public testing::Test
{
  protected:
    Steps()
    {
        guide.limits.legal = {20, forms::TimeUnit::Workday, {}};
        guide.limits.promised = {10, forms::TimeUnit::Workday, {}};
        guide.limits.extension = forms::Period{5, forms::TimeUnit::Workday, {}};
        guide.limits.correction = {"xkf32", {5, forms::TimeUnit::Workday, {}}, true, true};
        guide.limits.specialProcedures = {
            {"inspection", "检验", true, forms::Period{5, forms::TimeUnit::Workday, {}}}};
        guide.conditions = {"有固定的经营场所"};
        forms::Material lease;
        lease.id = "m-lease";
        lease.name = "租赁合同";
        lease.points = {{"signed", "双方签字", forms::PointLevel::Block, {}}};
        guide.materials = {lease};
        told.then(Act::Received, "2026-04-13T09:00", "clerk")
            .then(Act::Sealed, "2026-04-13T09:10", "clerk")
            .then(Act::Arrived, "2026-04-13T09:11", "clerk");
    }

    bool may(const std::string& user, Role role, Action action) const
    {
        const forms::Person person{user, {role}, {}, {}, {}};
        return forms::mayTake(action, guide, told.course, office, person, hall("2026-04-14T09:00"))
            .has_value();
    }

    std::string trouble(const forms::StepRequest& request, const std::string& now = "2026-04-14T09:00") const
    {
        const auto checked = forms::checkStep(request, guide, told.course, calendar, office, hall(now));
        return checked ? std::string() : std::string(checked.error().message);
    }

    std::vector<forms::CourseEntry> write(const forms::StepRequest& request, const std::string& now)
    {
        const forms::StepTaken taken{"approver", Role::Approver, {}, hall(now), 1};
        auto entries = forms::entriesOf(request, taken, guide, told.course, calendar);
        told.write(entries);
        return entries;
    }

    forms::Guide guide;
    forms::Office office;
    forms::Calendar calendar = tests::shippedCalendar();
    ToldCourse told;
};

TEST_F(Steps, ACaseSomebodyElseHasClaimedIsHersAlone)
{
    told.then(Act::Claimed, "2026-04-13T10:00", "reviewer");
    EXPECT_TRUE(may("reviewer", Role::Reviewer, Action::Accept));
    EXPECT_FALSE(may("other", Role::Reviewer, Action::Accept));
    EXPECT_FALSE(may("other", Role::Reviewer, Action::Claim));
    EXPECT_TRUE(may("clerk", Role::Clerk, Action::Withdraw)) << "an applicant may always give up";
    EXPECT_TRUE(may("supervisor", Role::Supervisor, Action::Release));
    EXPECT_FALSE(may("other", Role::Reviewer, Action::Release));
}

TEST_F(Steps, ACaseIsClaimedOnlyWhileThereIsSomethingToWorkOn)
{
    const forms::Person both{"both", {Role::Clerk, Role::Certifier, Role::Reviewer}, {}, {}, {}};
    const auto claimed =
        forms::mayTake(Action::Claim, guide, told.course, office, both, hall("2026-04-14T09:00"));
    ASSERT_TRUE(claimed);
    EXPECT_EQ(claimed->role, Role::Certifier) << "not as a clerk, who claims nothing";
    for (const auto act : {Act::NotAccepted, Act::Withdrawn, Act::Terminated, Act::Closed, Act::Refused}) {
        auto ended = told;
        ended.then(act, "2026-04-13T10:00");
        EXPECT_FALSE(
            forms::mayTake(Action::Claim, guide, ended.course, office, both, hall("2026-04-14T09:00")))
            << nameOf(act);
    }
    EXPECT_FALSE(forms::mayTake(Action::Claim, guide, {}, office, both, hall("2026-04-14T09:00")));
}

TEST_F(Steps, WhoeverSealedAnyRevisionDecidesNothing)
{
    told.then(Act::Sealed, "2026-04-13T09:20", "second")
        .then(Act::Accepted, "2026-04-13T10:00", "reviewer")
        .then(Act::Examined, "2026-04-13T11:00", "examiner");
    for (const auto* user : {"clerk", "second", "reviewer", "examiner"})
        EXPECT_FALSE(may(user, Role::Approver, Action::Approve)) << user;
    EXPECT_TRUE(may("approver", Role::Approver, Action::Approve));
}

TEST_F(Steps, APersonOfAnotherDepartmentDecidesNothingOfThisOne)
{
    guide.department.name = "测试区市场监督管理局";
    forms::OfficeDepartment own;
    own.id = "market";
    own.name = guide.department.name;
    office.departments = {own};
    const auto takes = [this](const char* department) {
        const forms::Person person{"reviewer", {Role::Reviewer}, department, {}, {}};
        return forms::mayTake(Action::Accept, guide, told.course, office, person, hall("2026-04-14T09:00"))
            .has_value();
    };
    EXPECT_TRUE(takes("market"));
    EXPECT_TRUE(takes(""));
    EXPECT_FALSE(takes("police"));
}

TEST_F(Steps, OnlyASupervisorSettlesAFlagAndOnlyOneThatIsOpen)
{
    EXPECT_FALSE(may("supervisor", Role::Supervisor, Action::SettleFlag));
    told.then(Act::Flagged, "2026-04-13T10:00").citing("duplicate");
    EXPECT_TRUE(may("supervisor", Role::Supervisor, Action::SettleFlag));
    EXPECT_FALSE(may("reviewer", Role::Reviewer, Action::SettleFlag));
    EXPECT_NE(trouble({Action::SettleFlag, "解释", {"late-notice"}, {}, {}, {}, {}, {}, {}}), "");
    EXPECT_NE(trouble({Action::SettleFlag, "", {"duplicate"}, {}, {}, {}, {}, {}, {}}), "");
    const forms::StepRequest settle{
        Action::SettleFlag, "两件不同场所", {"duplicate"}, {}, {}, {}, {}, {}, {}};
    EXPECT_EQ(trouble(settle), "");
    write(settle, "2026-04-14T09:00");
    EXPECT_TRUE(forms::openFlags(told.course).empty());
}

TEST_F(Steps, WhatIsToldInWritingWantsItsReason)
{
    for (const auto action : {Action::RequestCorrection,
                              Action::ReturnToWindow,
                              Action::NotAccept,
                              Action::Refuse,
                              Action::Withdraw,
                              Action::Terminate,
                              Action::Extend})
    {
        forms::StepRequest request;
        request.action = action;
        EXPECT_NE(trouble(request), "") << nameOf(action);
    }
}

TEST_F(Steps, ASpecialProcedureIsTheGuidesAndHasATimeThatIsTold)
{
    forms::StepRequest request;
    request.action = Action::Suspend;
    request.procedure = "holiday";
    EXPECT_NE(trouble(request), "");
    request.procedure = "inspection";
    EXPECT_NE(trouble(request), "") << "no time said";
    request.until = base::parseDate("2026-04-13");
    EXPECT_NE(trouble(request), "") << "over before it begins";
    request.until = base::parseDate("2026-04-21");
    EXPECT_EQ(trouble(request), "");
    // Five working days after 04-14: 04-15, 16, 17, 20, 21.
    EXPECT_EQ(write(request, "2026-04-14T09:00").size(), 1u);
    auto longer = request;
    longer.until = base::parseDate("2026-04-22");
    const auto entries = write(longer, "2026-04-14T09:00");
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries.back().cites, std::vector<std::string>{"procedure-overrun"});
}

TEST_F(Steps, ALimitIsExtendedOnceWithinTheGuidesLengthAndBeforeItHasPassed)
{
    told.then(Act::Accepted, "2026-04-13T10:00").then(Act::Examined, "2026-04-13T11:00");
    forms::StepRequest request;
    request.action = Action::Extend;
    request.reason = "案情复杂";
    EXPECT_NE(trouble(request), "") << "no length";
    request.period = forms::Period{6, forms::TimeUnit::Workday, {}};
    EXPECT_NE(trouble(request), "") << "longer than the guide's";
    request.period = forms::Period{5, forms::TimeUnit::Workday, {}};
    // 行政许可法 42 extends the law's twenty days: they end on 05-13. The promise of ten ended on 04-27 and stays broken.
    EXPECT_EQ(trouble(request, "2026-04-28T09:00"), "") << "promised for 04-27, but the law's time runs";
    EXPECT_EQ(trouble(request, "2026-05-13T16:00"), "") << "on the last day";
    EXPECT_NE(trouble(request, "2026-05-14T09:00"), "");
    guide.limits.legal = {{}, forms::TimeUnit::None, {}};
    EXPECT_EQ(trouble(request, "2026-04-27T16:00"), "") << "without a legal limit the promise is what counts";
    EXPECT_NE(trouble(request, "2026-04-28T09:00"), "");
    write(request, "2026-04-20T09:00");
    EXPECT_NE(trouble(request, "2026-04-21T09:00"), "") << "a second time";
}

TEST_F(Steps, ASecondCorrectionAndATextThatAsksForMoreAreFlagged)
{
    told.then(Act::CorrectionRequested, "2026-04-13T10:00").then(Act::Resubmitted, "2026-04-14T08:00");
    forms::StepRequest request;
    request.action = Action::RequestCorrection;
    request.cites = {"m-lease/signed"};
    request.reason = "租赁合同缺双方签字,另请提供房产证复印件";
    std::vector<std::string> causes;
    for (const auto& entry : write(request, "2026-04-14T09:00"))
        if (entry.act == Act::Flagged)
            causes.push_back(entry.cites.front());
    EXPECT_EQ(causes, (std::vector<std::string>{"second-correction", "free-text-demand"}));
}

// 行政许可法 32(5), 38: what was accepted is granted or refused; only the applicant, or a date that was missed, ends it before.
TEST_F(Steps, AnEndWithoutADecisionIsFlaggedUnlessSomethingWasMissed)
{
    forms::StepRequest request;
    request.action = Action::Terminate;
    request.reason = "申请人放弃办理";
    const auto flagged = [&](const ToldCourse& course) {
        told = course;
        const auto entries = write(request, "2026-04-22T09:00");
        return entries.size() == 2 && entries.back().cites == std::vector<std::string>{"ended-undecided"};
    };
    auto missed = told;
    missed.then(Act::Deferred, "2026-04-13T09:05").citing("m-lease").until("2026-04-20");
    missed.then(Act::Accepted, "2026-04-13T10:00");
    EXPECT_TRUE(flagged(missed));
    missed.then(Act::DeferralMissed, "2026-04-21T00:00").citing("m-lease");
    EXPECT_FALSE(flagged(missed));
}

TEST_F(Steps, SettlingOnTheSpotIsFourEntriesOfOnePersonAtOneTime)
{
    forms::StepRequest request;
    request.action = Action::Settle;
    request.taker = "示例甲";
    const auto entries = write(request, "2026-04-13T09:30");
    ASSERT_EQ(entries.size(), 4u);
    EXPECT_EQ(entries.back().act, Act::Delivered);
    EXPECT_EQ(entries.back().taker, "示例甲");
    EXPECT_EQ(forms::stateOf(told.course), forms::CaseState::Delivered);
    for (const auto& due : forms::papersDue(guide, told.course, office))
        EXPECT_NE(due.kind, forms::PaperKind::AcceptanceNotice) << "the decision is the paper";
}

TEST_F(Steps, WhoHasToActNextFollowsFromTheState)
{
    const auto who = [this] { return nameOf(forms::waitsFor(guide, told.course).who); };
    EXPECT_EQ(who(), "reviewer");
    told.then(Act::CorrectionRequested, "2026-04-13T10:00");
    EXPECT_EQ(who(), "applicant");
    EXPECT_EQ(forms::waitsFor(guide, told.course).since, hall("2026-04-13T10:00"));
    told.then(Act::Resubmitted, "2026-04-14T10:00").then(Act::Accepted, "2026-04-14T11:00");
    EXPECT_EQ(who(), "reviewer");
    told.then(Act::Examined, "2026-04-14T12:00");
    EXPECT_EQ(who(), "approver");
    told.then(Act::ProcedureBegun, "2026-04-14T13:00");
    EXPECT_EQ(who(), "procedure");
    told.then(Act::ProcedureEnded, "2026-04-15T13:00").then(Act::Refused, "2026-04-15T14:00");
    EXPECT_EQ(who(), "window");
}

TEST_F(Steps, EachStepThatIsToldMakesItsPaperDueUntilItIsMade)
{
    const auto kinds = [this] {
        std::vector<std::string> names;
        for (const auto& due : forms::papersDue(guide, told.course, office))
            names.emplace_back(nameOf(due.kind));
        return names;
    };
    told.then(Act::Accepted, "2026-04-13T10:00").then(Act::Examined, "2026-04-13T11:00");
    EXPECT_EQ(kinds(), (std::vector<std::string>{"receipt-slip", "acceptance-notice"}));
    told.then(Act::NoticeMade, "2026-04-13T12:00");
    told.course.back().paper = "acceptance-notice";
    EXPECT_EQ(kinds(), (std::vector<std::string>{"receipt-slip"}));
    told.then(Act::Refused, "2026-04-14T10:00");
    EXPECT_EQ(kinds(), (std::vector<std::string>{"receipt-slip", "refusal"}));
    guide.limits.correction.regime = "scdj19";
    ToldCourse market;
    market.then(Act::Accepted, "2026-04-13T10:00");
    told = market;
    EXPECT_TRUE(kinds().empty()) << "a registration of a market entity has no acceptance paper";
}

}  // namespace
