#include <forms/bundle.h>
#include <forms/child_cases.h>

#include <gtest/gtest.h>

namespace {

using forms::ChildCase;
using forms::ChildPlan;
using forms::ChildState;

using Lines = std::vector<std::string>;

base::Timestamp day(int day)
{
    return base::parseTimestamp("2026-11-0" + std::to_string(day) + "T02:00:00.000Z").value();
}

ChildPlan plan(const std::string& id, const std::string& after = {})
{
    return {id, "office of " + id, after, {}};
}

std::string dayOf(const std::optional<base::Timestamp>& at)
{
    return at ? base::formatDate(base::hallDate(*at)).substr(8) : "-";
}

/// "gas running 03 -": state, day of the start, day of the end.
Lines told(const std::vector<ChildCase>& children)
{
    Lines lines;
    for (const auto& child : children)
        lines.push_back(child.id + " " + std::string(nameOf(child.state)) + " " + dayOf(child.started) + " "
                        + dayOf(child.ended));
    return lines;
}

std::vector<ChildCase> moved(const std::vector<ChildCase>& children,
                             const std::string& id,
                             ChildState to,
                             int when)
{
    return forms::moveChild(children, {id, to, "approver", "words"}, day(when));
}

class Children : public testing::Test
{
  protected:
    std::vector<ChildCase> children =
        forms::arrangeChildren({}, {plan("water"), plan("gas"), plan("meter", "gas")}, day(1));
};

TEST_F(Children, BeginWithTheAcceptanceOrWaitForTheOneBefore)
{
    EXPECT_EQ(told(children), (Lines{"water running 01 -", "gas running 01 -", "meter waiting - -"}));
    EXPECT_EQ(children[2].after, "gas");
    EXPECT_EQ(children[2].department, "office of meter");
}

TEST_F(Children, WhatWaitsBeginsAtTheEndOfTheOneBefore)
{
    children = moved(children, "gas", ChildState::Done, 3);
    EXPECT_EQ(told(children), (Lines{"water running 01 -", "gas done 01 03", "meter running 03 -"}));
    EXPECT_EQ(children[1].by, "approver");
    EXPECT_EQ(children[1].note, "words");
    EXPECT_EQ(children[2].by, "");
}

TEST_F(Children, WhoWaitedForARefusedOneIsBlockedUntilSomebodyDecides)
{
    children = moved(children, "gas", ChildState::Refused, 3);
    EXPECT_EQ(told(children), (Lines{"water running 01 -", "gas refused 01 03", "meter blocked - -"}));
    EXPECT_EQ(told(moved(children, "meter", ChildState::Running, 4))[2], "meter running 04 -");
    EXPECT_EQ(told(moved(children, "meter", ChildState::Refused, 4))[2], "meter refused - 04");
}

TEST_F(Children, TheTroubleOfOneTouchesNoOtherThatDoesNotWaitForIt)
{
    children = moved(children, "water", ChildState::Refused, 2);
    EXPECT_EQ(told(children), (Lines{"water refused 01 02", "gas running 01 -", "meter waiting - -"}));
}

TEST_F(Children, EndWithTheirCase)
{
    children = forms::endChildren(moved(children, "water", ChildState::Done, 2), day(5));
    EXPECT_EQ(told(children), (Lines{"water done 01 02", "gas ended 01 05", "meter ended - 05"}));
}

TEST_F(Children, ALaterRevisionKeepsWhatIsSettledAddsWhatIsNewAndEndsWhatIsNotCalledForAnyMore)
{
    children = moved(children, "water", ChildState::Done, 2);
    const auto later = forms::arrangeChildren(children, {plan("tv"), plan("meter")}, day(6));
    EXPECT_EQ(told(later),
              (Lines{"tv running 06 -", "meter running 06 -", "water done 01 02", "gas ended 01 06"}));
}

TEST_F(Children, ALaterRevisionThatCallsForTheSameChangesNothing)
{
    const std::vector<ChildPlan> same{plan("water"), plan("gas"), plan("meter", "gas")};
    EXPECT_EQ(forms::arrangeChildren(children, same, day(6)), children);
    children = moved(children, "gas", ChildState::Refused, 3);
    EXPECT_EQ(forms::arrangeChildren(children, same, day(6)), children);
}

TEST_F(Children, OneThatWasEndedAndIsCalledForAgainBeginsAnew)
{
    const auto without = forms::arrangeChildren(children, {plan("gas")}, day(2));
    const auto again = forms::arrangeChildren(without, {plan("water"), plan("gas")}, day(4));
    EXPECT_EQ(told(again), (Lines{"water running 04 -", "gas running 01 -", "meter ended - 02"}));
}

TEST_F(Children, TheCaseIsApprovedOnlyWhenNoneIsOpen)
{
    const auto approve = [this] {
        return forms::takeStep(forms::CaseState::UnderReview,
                               forms::Action::Approve,
                               forms::Role::Approver,
                               "approver",
                               forms::withChildren({}, children));
    };
    const auto early = approve();
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, base::ErrorCode::NotAllowed);
    EXPECT_EQ(early.error().arguments.front().value, "office of water、office of gas、office of meter");
    children = moved(children, "water", ChildState::Done, 2);
    children = moved(children, "gas", ChildState::Refused, 2);
    EXPECT_FALSE(approve());
    children = moved(children, "meter", ChildState::Refused, 2);
    EXPECT_TRUE(approve());
}

TEST_F(Children, WhileOneIsOpenTheCaseIsRefusedAndWithdrawnAllTheSame)
{
    const auto past = forms::withChildren({}, children);
    EXPECT_TRUE(forms::takeStep(
        forms::CaseState::UnderReview, forms::Action::Refuse, forms::Role::Approver, "approver", past));
    EXPECT_TRUE(forms::takeStep(
        forms::CaseState::UnderReview, forms::Action::Withdraw, forms::Role::Clerk, "clerk", past));
}

TEST_F(Children, WhoDecidedAPartDoesNotCertifyTheCase)
{
    children = moved(children, "water", ChildState::Done, 2);
    const auto past = forms::withChildren({}, children);
    const auto own = forms::takeStep(
        forms::CaseState::Approved, forms::Action::Certify, forms::Role::Certifier, "approver", past);
    ASSERT_FALSE(own);
    EXPECT_EQ(own.error().code, base::ErrorCode::Separation);
    EXPECT_TRUE(forms::takeStep(
        forms::CaseState::Approved, forms::Action::Certify, forms::Role::Certifier, "other", past));
}

}  // namespace
