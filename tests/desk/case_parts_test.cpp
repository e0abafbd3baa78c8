#include "reviewed_case.h"

#include <desk/case_parts.h>
#include <desk/step_offer.h>

#include <gtest/gtest.h>

namespace {

using forms::ChildAction;
using forms::ChildState;
using forms::Role;

api::Identity person(const std::string& name, std::vector<Role> roles)
{
    return {name, name, std::move(roles), "330399", {}};
}

api::ChildRecord part(ChildState state)
{
    api::ChildRecord record;
    record.child.id = "sdqg-water";
    record.child.department = "自来水公司";
    record.child.state = state;
    return record;
}

/// "finish-child free": each offer with the obstacle's message id.
std::vector<std::string> told(const api::Identity& who, const api::ChildRecord& record)
{
    auto dossier = reviewed::dossier();
    dossier.detail.course = reviewed::course({reviewed::entry(forms::Act::Accepted, "reviewer", 120)});
    dossier.detail.children = {record};
    std::vector<std::string> lines;
    for (const auto& offer : desk::partOffers(dossier, who, record))
        lines.push_back(std::string(nameOf(offer.action)) + " "
                        + (offer.obstacle ? offer.obstacle->id : "free"));
    return lines;
}

using Lines = std::vector<std::string>;

TEST(CaseParts, AreSettledByWhomTheBackOfficeAllows)
{
    auto running = part(ChildState::Running);
    running.allowed = {ChildAction::Finish, ChildAction::Refuse};
    EXPECT_EQ(told(person("approver", {Role::Approver}), running),
              (Lines{"finish-child free", "refuse-child free"}));
}

TEST(CaseParts, SayWhyTheyCannotBeSettled)
{
    const auto running = part(ChildState::Running);
    const std::string roles = "Only reviewers and approvers settle the parts of a case.";
    const std::string own = "You sealed or accepted this case: somebody else decides its parts.";
    const std::string now = "The back office does not allow it now.";
    EXPECT_EQ(told(person("clerk", {Role::Clerk}), running),
              (Lines{"finish-child " + roles, "refuse-child " + roles}));
    EXPECT_EQ(told(person("reviewer", {Role::Reviewer}), running),
              (Lines{"finish-child " + own, "refuse-child " + own}));
    EXPECT_EQ(told(person("approver", {Role::Approver}), running),
              (Lines{"finish-child " + now, "refuse-child " + now}));
}

TEST(CaseParts, OneThatWaitsOrIsSettledOffersNothing)
{
    const auto approver = person("approver", {Role::Approver});
    for (const auto state : {ChildState::Waiting, ChildState::Done, ChildState::Refused, ChildState::Ended})
        EXPECT_TRUE(told(approver, part(state)).empty()) << nameOf(state);
    EXPECT_EQ(told(approver, part(ChildState::Blocked)).size(), 2U);
}

TEST(CaseParts, TheStepToApproveSaysWhichPartsAreOpen)
{
    auto dossier = reviewed::dossier();
    dossier.detail.course = reviewed::course({reviewed::entry(forms::Act::Accepted, "reviewer", 120),
                                              reviewed::entry(forms::Act::Examined, "reviewer", 130)});
    dossier.detail.children = {part(ChildState::Running)};
    const auto approver = person("approver", {Role::Approver});
    for (const auto& offer : desk::stepOffers(dossier, approver))
        if (offer.action == forms::Action::Approve) {
            ASSERT_TRUE(offer.obstacle);
            EXPECT_EQ(offer.obstacle->id,
                      "The case is approved when each of its parts is settled. Open: {parts}.");
            EXPECT_EQ(offer.obstacle->arguments.front().value, "自来水公司");
            return;
        }
    FAIL() << "approval is not offered";
}

}  // namespace
