#include <desk/activities.h>

#include <gtest/gtest.h>

namespace {

using desk::Activity;
using desk::takesPart;
using forms::Role;

TEST(Activities, ClerkAndAgentTakeIn)
{
    EXPECT_TRUE(takesPart({Role::Clerk}, Activity::Intake));
    EXPECT_TRUE(takesPart({Role::Agent}, Activity::Intake));
}

TEST(Activities, AReviewerDoesNotTakeInAndAnAdministratorDoesNeither)
{
    EXPECT_FALSE(takesPart({Role::Reviewer}, Activity::Intake));
    EXPECT_FALSE(takesPart({Role::Admin}, Activity::Intake));
    EXPECT_FALSE(takesPart({Role::Admin}, Activity::Review));
    EXPECT_FALSE(takesPart({}, Activity::Review));
}

TEST(Activities, EverybodyWithAStepAtTheBackOfficeReviews)
{
    for (const auto role : {Role::Reviewer, Role::Approver, Role::Certifier, Role::Supervisor, Role::Clerk})
        EXPECT_TRUE(takesPart({role}, Activity::Review)) << forms::nameOf(role);
}

TEST(Activities, OneRoleOfSeveralIsEnough)
{
    EXPECT_TRUE(takesPart({Role::Admin, Role::Clerk}, Activity::Intake));
}

}  // namespace
