#include <forms/case_flow.h>

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace {

using forms::Action;
using forms::CasePast;
using forms::CaseState;
using forms::Role;

/// Everything that is allowed, as DESIGN section 4 has it. What is not here is not allowed.
const std::set<std::tuple<std::string, std::string, std::string, std::string>> Allowed{
    {"draft", "seal", "clerk", "sealed"},
    {"draft", "seal", "agent", "sealed"},
    {"sealed", "arrive", "clock", "submitted"},
    {"submitted", "accept", "reviewer", "accepted"},
    {"submitted", "request-correction", "reviewer", "correction-requested"},
    {"submitted", "request-correction", "supervisor", "correction-requested"},
    {"submitted", "return-to-window", "reviewer", "returned"},
    {"submitted", "not-accept", "reviewer", "not-accepted"},
    {"submitted", "deem-accepted", "clock", "accepted"},
    {"correction-requested", "resubmit", "clerk", "submitted"},
    {"correction-requested", "resubmit", "agent", "submitted"},
    {"correction-requested", "lapse", "clock", "terminated"},
    {"returned", "resubmit", "clerk", "submitted"},
    {"returned", "resubmit", "agent", "submitted"},
    {"returned", "deem-accepted", "clock", "accepted"},
    {"submitted", "settle", "clerk", "delivered"},
    {"accepted", "examine", "reviewer", "under-review"},
    {"under-review", "suspend", "approver", "suspended"},
    {"suspended", "resume", "approver", "under-review"},
    {"under-review", "extend", "approver", "under-review"},
    {"under-review", "approve", "approver", "approved"},
    {"under-review", "refuse", "approver", "refused"},
    {"approved", "certify", "certifier", "certified"},
    {"approved", "deliver", "clerk", "delivered"},
    {"certified", "deliver", "clerk", "delivered"},
    {"refused", "deliver", "clerk", "delivered"},
    {"delivered", "close", "clerk", "closed"},
    {"delivered", "close", "clock", "closed"},
    {"submitted", "withdraw", "clerk", "withdrawn"},
    {"correction-requested", "withdraw", "clerk", "withdrawn"},
    {"returned", "withdraw", "clerk", "withdrawn"},
    {"accepted", "withdraw", "clerk", "withdrawn"},
    {"under-review", "withdraw", "clerk", "withdrawn"},
    {"suspended", "withdraw", "clerk", "withdrawn"},
    {"accepted", "supply", "clerk", "accepted"},
    {"accepted", "supply", "agent", "accepted"},
    {"under-review", "supply", "clerk", "under-review"},
    {"under-review", "supply", "agent", "under-review"},
    {"suspended", "supply", "clerk", "suspended"},
    {"suspended", "supply", "agent", "suspended"},
    {"approved", "supply", "clerk", "approved"},
    {"approved", "supply", "agent", "approved"},
    {"certified", "supply", "clerk", "certified"},
    {"certified", "supply", "agent", "certified"},
    {"submitted", "terminate", "approver", "terminated"},
    {"correction-requested", "terminate", "approver", "terminated"},
    {"returned", "terminate", "approver", "terminated"},
    {"accepted", "terminate", "approver", "terminated"},
    {"under-review", "terminate", "approver", "terminated"},
    {"suspended", "terminate", "approver", "terminated"},
    {"approved", "terminate", "approver", "terminated"},
    {"certified", "terminate", "approver", "terminated"},
};

CasePast past()
{
    CasePast past;
    past.sealedBy = {"clerk"};
    past.acceptedBy = "reviewer";
    past.examinedBy = "examiner";
    past.approvedBy = "approver";
    past.settledAtWindow = true;
    past.deferralMissed = true;
    return past;
}

base::ErrorCode refusal(CaseState from, Action action, Role role, std::string_view user, const CasePast& past)
{
    const auto step = forms::takeStep(from, action, role, user, past);
    EXPECT_FALSE(step) << user << " was let through";
    return step ? base::ErrorCode::Failed : step.error().code;
}

TEST(CaseFlow, AllowsExactlyWhatTheDesignAllowsForEveryStateActionAndRole)
{
    std::size_t combinations = 0;
    std::size_t allowed = 0;
    for (const auto from : forms::allCaseStates())
        for (const auto action : forms::allActions())
            for (const auto role : forms::allRoles()) {
                ++combinations;
                const auto step = forms::takeStep(from, action, role, "somebody", past());
                const auto to = step ? std::string(nameOf(*step)) : std::string();
                const bool expected = Allowed.contains(
                    {std::string(nameOf(from)), std::string(nameOf(action)), std::string(nameOf(role)), to});
                EXPECT_EQ(step.has_value(), expected)
                    << nameOf(from) << ' ' << nameOf(action) << ' ' << nameOf(role);
                EXPECT_EQ(forms::findStep(from, action, role) != nullptr, step.has_value());
                if (!step) {
                    EXPECT_EQ(step.error().code, base::ErrorCode::NotAllowed);
                }
                allowed += step.has_value();
            }
    EXPECT_EQ(combinations, 16u * 25u * 8u);
    EXPECT_EQ(allowed, Allowed.size());
    EXPECT_EQ(forms::caseFlow().size(), Allowed.size());
}

TEST(CaseFlow, EveryStateButTheFirstIsReachedAndEveryStateButTheLastIsLeft)
{
    std::set<CaseState> reached{CaseState::Draft};
    std::set<CaseState> left{
        CaseState::Closed, CaseState::Withdrawn, CaseState::NotAccepted, CaseState::Terminated};
    for (const auto& step : forms::caseFlow()) {
        reached.insert(step.to);
        left.insert(step.from);
    }
    EXPECT_EQ(reached.size(), forms::allCaseStates().size());
    EXPECT_EQ(left.size(), forms::allCaseStates().size());
}

TEST(CaseFlow, WhoSealedAcceptedOrExaminedNeitherApprovesNorRefuses)
{
    for (const auto* user : {"clerk", "reviewer", "examiner"})
        for (const auto decision : {Action::Approve, Action::Refuse})
            EXPECT_EQ(refusal(CaseState::UnderReview, decision, Role::Approver, user, past()),
                      base::ErrorCode::Separation);
    EXPECT_TRUE(forms::takeStep(CaseState::UnderReview, Action::Approve, Role::Approver, "other", past()));
    EXPECT_TRUE(forms::takeStep(CaseState::UnderReview, Action::Refuse, Role::Approver, "other", past()));
}

TEST(CaseFlow, WhoExaminedMayStillSuspendAndExtend)
{
    EXPECT_TRUE(forms::takeStep(CaseState::UnderReview, Action::Suspend, Role::Approver, "examiner", past()));
    EXPECT_TRUE(forms::takeStep(CaseState::UnderReview, Action::Extend, Role::Approver, "examiner", past()));
}

TEST(CaseFlow, WhoApprovedDoesNotCertify)
{
    EXPECT_EQ(refusal(CaseState::Approved, Action::Certify, Role::Certifier, "approver", past()),
              base::ErrorCode::Separation);
    EXPECT_TRUE(forms::takeStep(CaseState::Approved, Action::Certify, Role::Certifier, "other", past()));
}

TEST(CaseFlow, AClerkSettlesOnlyWhatTheGuideLetsTheWindowDecide)
{
    auto departments = past();
    departments.settledAtWindow = false;
    EXPECT_EQ(refusal(CaseState::Submitted, Action::Settle, Role::Clerk, "clerk", departments),
              base::ErrorCode::NotAllowed);
    EXPECT_TRUE(forms::takeStep(CaseState::Submitted, Action::Settle, Role::Clerk, "clerk", past()));
    EXPECT_EQ(refusal(CaseState::Submitted, Action::Accept, Role::Clerk, "clerk", past()),
              base::ErrorCode::NotAllowed);
}

TEST(CaseFlow, TheResultIsWithheldWhileADeferralIsOpen)
{
    auto open = past();
    open.withheld = true;
    open.approvedBy = "approver";
    EXPECT_EQ(refusal(CaseState::Approved, Action::Certify, Role::Certifier, "other", open),
              base::ErrorCode::NotAllowed);
    EXPECT_EQ(refusal(CaseState::Certified, Action::Deliver, Role::Clerk, "clerk", open),
              base::ErrorCode::NotAllowed);
    EXPECT_EQ(refusal(CaseState::Submitted, Action::Settle, Role::Clerk, "clerk", open),
              base::ErrorCode::NotAllowed);
    EXPECT_TRUE(forms::takeStep(CaseState::Refused, Action::Deliver, Role::Clerk, "clerk", open))
        << "a refusal is told at once";
}

TEST(CaseFlow, AnApprovedCaseIsTerminatedOnlyForADeferralThatWasMissed)
{
    auto kept = past();
    kept.deferralMissed = false;
    for (const auto state : {CaseState::Approved, CaseState::Certified})
        EXPECT_EQ(refusal(state, Action::Terminate, Role::Approver, "approver", kept),
                  base::ErrorCode::NotAllowed);
    EXPECT_TRUE(forms::takeStep(CaseState::UnderReview, Action::Terminate, Role::Approver, "approver", kept));
    EXPECT_TRUE(forms::takeStep(CaseState::Approved, Action::Terminate, Role::Approver, "approver", past()));
}

TEST(CaseFlow, ASecondCorrectionIsTheSupervisorsToRequest)
{
    auto told = past();
    told.correctionsRequested = 1;
    const auto request = Action::RequestCorrection;
    EXPECT_EQ(refusal(CaseState::Submitted, request, Role::Reviewer, "reviewer", told),
              base::ErrorCode::NotAllowed);
    EXPECT_TRUE(forms::takeStep(CaseState::Submitted, request, Role::Supervisor, "supervisor", told));
    EXPECT_TRUE(
        forms::takeStep(CaseState::Submitted, Action::ReturnToWindow, Role::Reviewer, "reviewer", told));
    told.correctionOnce = false;
    EXPECT_TRUE(forms::takeStep(CaseState::Submitted, request, Role::Reviewer, "reviewer", told));
}

TEST(CaseFlow, NobodyYetIsNotSomebodyWithoutAName)
{
    EXPECT_TRUE(
        forms::takeStep(CaseState::UnderReview, Action::Approve, Role::Approver, "other", CasePast()));
    EXPECT_TRUE(forms::takeStep(CaseState::Submitted, Action::DeemAccepted, Role::Clock, "", CasePast()));
}

TEST(CaseFlow, EveryWordHasATokenAndATitleAndIsReadBack)
{
    std::set<std::string_view> tokens;
    for (const auto state : forms::allCaseStates()) {
        EXPECT_EQ(forms::parseCaseState(nameOf(state)), state);
        EXPECT_FALSE(titleOf(state).empty());
        EXPECT_TRUE(tokens.insert(nameOf(state)).second);
    }
    tokens.clear();
    for (const auto action : forms::allActions()) {
        EXPECT_EQ(forms::parseAction(nameOf(action)), action);
        EXPECT_FALSE(titleOf(action).empty());
        EXPECT_TRUE(tokens.insert(nameOf(action)).second);
    }
    for (const auto role : forms::allRoles()) {
        EXPECT_EQ(forms::parseRole(nameOf(role)), role);
        EXPECT_FALSE(titleOf(role).empty());
    }
    EXPECT_FALSE(forms::parseCaseState("Draft"));
    EXPECT_FALSE(forms::parseAction(""));
    EXPECT_FALSE(forms::parseRole("king"));
}

}  // namespace
