#include <forms/child_flow.h>

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <tuple>

namespace {

using forms::CaseState;
using forms::ChildAction;
using forms::ChildState;
using forms::Role;

/// The table once more, in words: from, action, role, to.
const std::set<std::tuple<std::string, std::string, std::string, std::string>> Allowed{
    {"waiting", "begin-child", "clock", "running"},
    {"waiting", "block-child", "clock", "blocked"},
    {"waiting", "end-child", "clock", "ended"},
    {"blocked", "begin-child", "reviewer", "running"},
    {"blocked", "begin-child", "approver", "running"},
    {"blocked", "refuse-child", "reviewer", "refused"},
    {"blocked", "refuse-child", "approver", "refused"},
    {"blocked", "end-child", "clock", "ended"},
    {"running", "finish-child", "reviewer", "done"},
    {"running", "finish-child", "approver", "done"},
    {"running", "refuse-child", "reviewer", "refused"},
    {"running", "refuse-child", "approver", "refused"},
    {"running", "end-child", "clock", "ended"},
};

forms::CasePast past()
{
    forms::CasePast past;
    past.sealedBy = {"clerk"};
    past.acceptedBy = "accepter";
    past.examinedBy = "examiner";
    return past;
}

TEST(ChildFlow, AllowsExactlyTheTableForEveryStateActionAndRole)
{
    std::size_t allowed = 0;
    for (const auto from : forms::allChildStates())
        for (const auto action : forms::allChildActions())
            for (const auto role : forms::allRoles()) {
                const auto to = forms::takeChildStep(from, action, role, "somebody", past());
                const auto name = to ? std::string(nameOf(*to)) : std::string();
                const std::string state(nameOf(from));
                const bool expected =
                    Allowed.contains({state, std::string(nameOf(action)), std::string(nameOf(role)), name});
                EXPECT_EQ(to.has_value(), expected) << state << ' ' << nameOf(action) << ' ' << nameOf(role);
                if (!to) {
                    EXPECT_EQ(to.error().code, base::ErrorCode::NotAllowed);
                }
                allowed += to.has_value();
            }
    EXPECT_EQ(allowed, Allowed.size());
    EXPECT_EQ(forms::childFlow().size(), Allowed.size());
}

TEST(ChildFlow, WhatIsSettledStaysAndWhatIsOpenCanBeSettled)
{
    for (const auto from : forms::allChildStates()) {
        bool left = false;
        for (const auto& step : forms::childFlow())
            left = left || step.from == from;
        EXPECT_EQ(left, forms::isOpen(from)) << nameOf(from);
    }
}

TEST(ChildFlow, WhoSealedOrAcceptedTheCaseDecidesNoPartOfIt)
{
    for (const auto* user : {"clerk", "accepter"})
        for (const auto action : {ChildAction::Finish, ChildAction::Refuse}) {
            const auto step = forms::takeChildStep(ChildState::Running, action, Role::Reviewer, user, past());
            ASSERT_FALSE(step) << user;
            EXPECT_EQ(step.error().code, base::ErrorCode::Separation);
        }
    EXPECT_TRUE(
        forms::takeChildStep(ChildState::Blocked, ChildAction::Begin, Role::Reviewer, "accepter", past()));
    EXPECT_TRUE(
        forms::takeChildStep(ChildState::Running, ChildAction::Finish, Role::Reviewer, "examiner", past()));
}

TEST(ChildFlow, PartsAreSettledFromAcceptanceToTheDecision)
{
    const std::set<CaseState> settles{CaseState::Accepted, CaseState::UnderReview, CaseState::Suspended};
    for (const auto state : forms::allCaseStates())
        EXPECT_EQ(forms::settlesChildren(state), settles.contains(state)) << nameOf(state);
}

TEST(ChildFlow, EveryWordIsReadBack)
{
    for (const auto state : forms::allChildStates())
        EXPECT_EQ(forms::parseChildState(nameOf(state)), state);
    for (const auto action : forms::allChildActions())
        EXPECT_EQ(forms::parseChildAction(nameOf(action)), action);
    EXPECT_FALSE(forms::parseChildState("lost"));
    EXPECT_FALSE(forms::parseChildAction("approve"));
}

}  // namespace
