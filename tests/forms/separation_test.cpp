// What the past of a case forbids whatever the roles: parts that are to be two people's, cases that are another's, results that
// are withheld, and what a guide does not leave to the window.
#include "courses_to_states.h"

namespace {

using forms::Act;
using forms::Action;
using forms::CaseState;
using forms::Person;
using forms::Role;
using tests::courseTo;
using tests::hall;
using tests::ToldCourse;
using Never = tests::Never;

// 接件、审批、用印 in every order: whoever had one part in a case has none that must be another's, whatever her roles.
TEST_F(Never, DoesTheSamePersonTakeTwoPartsThatAreToBeTwoPeoples)
{
    const std::vector<Role> every(forms::allRoles().begin(), forms::allRoles().end());
    const auto reviewed = [](const char* sealer, const char* accepter, const char* examiner) {
        ToldCourse told;
        told.then(Act::Received, "2026-04-13T09:00", sealer)
            .then(Act::Sealed, "2026-04-13T09:05", sealer)
            .then(Act::Arrived, "2026-04-13T09:06", sealer)
            .then(Act::Accepted, "2026-04-13T10:00", accepter)
            .then(Act::Examined, "2026-04-13T10:30", examiner);
        return told;
    };
    for (const auto decision : {Action::Approve, Action::Refuse}) {
        EXPECT_FALSE(may("she", every, decision, reviewed("she", "b", "c"))) << "who sealed";
        EXPECT_FALSE(may("she", every, decision, reviewed("a", "she", "c"))) << "who accepted";
        EXPECT_FALSE(may("she", every, decision, reviewed("a", "b", "she"))) << "who examined";
        EXPECT_FALSE(may("she", every, decision, reviewed("she", "she", "she")));
        EXPECT_TRUE(may("she", every, decision, reviewed("a", "b", "c")));
        EXPECT_EQ(why("she", Role::Approver, decision, reviewed("she", "b", "c")),
                  base::ErrorCode::Separation);
    }
    auto approved = reviewed("a", "b", "c");
    approved.then(Act::Approved, "2026-04-13T11:00", "she");
    EXPECT_FALSE(may("she", every, Action::Certify, approved)) << "who approved";
    EXPECT_EQ(why("she", Role::Certifier, Action::Certify, approved), base::ErrorCode::Separation);
    for (const auto* other : {"a", "b", "c", "d"})
        EXPECT_TRUE(may(other, every, Action::Certify, approved)) << other;
    EXPECT_TRUE(may("she", every, Action::Deliver, approved)) << "handing over decides nothing";
}

TEST_F(Never, DoesSheWhoSealedAnEarlierRevisionDecideALaterOne)
{
    auto told = courseTo(CaseState::CorrectionRequested);
    told.then(Act::Sealed, "2026-04-14T09:00", "second")
        .then(Act::Arrived, "2026-04-14T09:01", "second")
        .then(Act::Resubmitted, "2026-04-14T09:00", "second")
        .then(Act::Accepted, "2026-04-14T10:00", "reviewer")
        .then(Act::Examined, "2026-04-14T11:00", "reviewer");
    for (const auto* user : {"window", "second", "reviewer"})
        EXPECT_FALSE(may(user, {Role::Approver}, Action::Approve, told)) << user;
    EXPECT_TRUE(may("approver", {Role::Approver}, Action::Approve, told));
}

TEST_F(Never, DoesAnybodyActOnACaseThatIsAnothersButToGiveUpOrTakeItAway)
{
    for (const auto state : forms::allCaseStates()) {
        auto told = courseTo(state);
        told.then(Act::Claimed, "2026-04-13T12:00", "holder");
        told.then(Act::Flagged, "2026-04-13T12:01").citing("duplicate");
        for (const auto action : forms::allActions())
            for (const auto role : forms::allRoles()) {
                const bool giveUp = action == Action::Withdraw && role == Role::Clerk;
                const bool watch =
                    role == Role::Supervisor && (action == Action::Release || action == Action::SettleFlag);
                EXPECT_TRUE(giveUp || watch || !may("other", {role}, action, told))
                    << nameOf(role) << ' ' << nameOf(action) << ' ' << nameOf(state);
            }
        EXPECT_TRUE(may("other", {Role::Supervisor}, Action::Release, told)) << nameOf(state);
        EXPECT_TRUE(may("other", {Role::Supervisor}, Action::SettleFlag, told)) << nameOf(state);
        EXPECT_FALSE(may("holder", {Role::Reviewer}, Action::Claim, told)) << "she has it";
        EXPECT_TRUE(may("holder", {Role::Reviewer}, Action::Release, told));
    }
}

TEST_F(Never, DoesADepartmentActOnTheCaseOfAnother)
{
    guide.department.name = "测试区市场监督管理局";
    forms::OfficeDepartment own;
    own.id = "market";
    own.name = guide.department.name;
    office.departments = {own};
    for (const auto state : forms::allCaseStates()) {
        const auto told = courseTo(state);
        for (const auto action : forms::allActions())
            for (const auto role : {Role::Reviewer, Role::Approver, Role::Certifier}) {
                const Person stranger{"stranger", {role}, "police", {}, {}};
                EXPECT_FALSE(
                    forms::mayTake(action, guide, told.course, office, stranger, hall("2026-04-14T09:00")))
                    << nameOf(role) << ' ' << nameOf(action) << ' ' << nameOf(state);
            }
    }
}

// 行政许可法 32(4), 72(4): everything at once.
TEST_F(Never, DoesAReviewerAskForASecondCorrection)
{
    auto told = courseTo(CaseState::CorrectionRequested);
    told.then(Act::Resubmitted, "2026-04-14T09:00", "window");
    EXPECT_FALSE(may("reviewer", {Role::Reviewer}, Action::RequestCorrection, told));
    EXPECT_TRUE(may("supervisor", {Role::Supervisor}, Action::RequestCorrection, told))
        << "and it is flagged";
    auto returned = courseTo(CaseState::Returned);
    returned.then(Act::Resubmitted, "2026-04-14T09:00", "window");
    EXPECT_TRUE(may("reviewer", {Role::Reviewer}, Action::RequestCorrection, returned))
        << "a bad scan of ours uses nothing up";
    guide.limits.correction.once = false;
    EXPECT_TRUE(may("reviewer", {Role::Reviewer}, Action::RequestCorrection, told));
}

TEST_F(Never, DoesAResultLeaveWhileSomethingThatWasPutOffIsOpen)
{
    for (const bool missed : {false, true}) {
        for (const auto state : {CaseState::Submitted, CaseState::Approved, CaseState::Certified}) {
            auto told = courseTo(state);
            told.then(Act::Deferred, "2026-04-13T09:04").citing("m-a").until("2026-04-13");
            if (missed)
                told.then(Act::DeferralMissed, "2026-04-14T00:00").citing("m-a");
            EXPECT_FALSE(may("certifier", {Role::Certifier}, Action::Certify, told));
            EXPECT_FALSE(may("clerk", {Role::Clerk}, Action::Deliver, told));
            EXPECT_FALSE(may("clerk", {Role::Clerk}, Action::Settle, told));
            const bool decided = state != CaseState::Submitted;
            EXPECT_EQ(may("approver", {Role::Approver}, Action::Terminate, told), !decided || missed);
            told.then(Act::Supplied, "2026-04-14T08:00").citing("m-a");
            EXPECT_EQ(may("clerk", {Role::Clerk}, Action::Deliver, told), decided);
            EXPECT_EQ(may("approver", {Role::Approver}, Action::Terminate, told), !decided)
                << "it came after all";
        }
    }
    auto refused = courseTo(CaseState::Refused);
    refused.then(Act::Deferred, "2026-04-13T09:04").citing("m-a").until("2026-04-13");
    EXPECT_TRUE(may("clerk", {Role::Clerk}, Action::Deliver, refused)) << "a refusal waits for nothing";
}

TEST_F(Never, DoesTheWindowSettleWhatTheGuideLeavesToTheDepartment)
{
    const auto told = courseTo(CaseState::Submitted);
    EXPECT_TRUE(may("window", {Role::Clerk}, Action::Settle, told)) << "also who sealed it: one sitting";
    guide.decides = forms::DecidedBy::Department;
    EXPECT_FALSE(may("window", {Role::Clerk}, Action::Settle, told));
    guide.decides = forms::DecidedBy::Window;
    guide.handling = forms::Handling::Committed;
    EXPECT_FALSE(may("window", {Role::Clerk}, Action::Settle, told)) << "nor what is not handled at once";
}

TEST_F(Never, IsABundleApprovedWithAPartOpenOrCertifiedByWhoDecidedAPart)
{
    const Person approver{"approver", {Role::Approver}, {}, {}, {}};
    forms::ChildCase part;
    part.id = "water";
    part.department = "测试区水务公司";
    for (const auto state : forms::allChildStates()) {
        part.state = state;
        part.by = "she";
        const std::vector<forms::ChildCase> parts{part};
        const auto reviewed = courseTo(CaseState::UnderReview);
        EXPECT_EQ(
            forms::mayTake(
                Action::Approve, guide, reviewed.course, office, approver, hall("2026-04-14T09:00"), parts)
                .has_value(),
            !forms::isOpen(state))
            << nameOf(state);
    }
    part.state = forms::ChildState::Done;
    const std::vector<forms::ChildCase> parts{part};
    const auto approved = courseTo(CaseState::Approved);
    for (const auto& [user, may] : {std::pair("she", false), std::pair("another", true)}) {
        const Person certifier{user, {Role::Certifier}, {}, {}, {}};
        EXPECT_EQ(
            forms::mayTake(
                Action::Certify, guide, approved.course, office, certifier, hall("2026-04-14T09:00"), parts)
                .has_value(),
            may)
            << user;
    }
}

}  // namespace
