#include "reviewed_case.h"

#include <desk/step_offer.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using forms::Act;
using forms::Action;
using forms::Role;

api::Identity person(const std::string& name, std::vector<Role> roles)
{
    return {name, name, std::move(roles), "330399", {}};
}

/// The obstacle's message id; "free" when there is none, "not offered" when the table has no such step here.
std::string obstacle(const desk::Dossier& dossier, const api::Identity& who, Action action)
{
    for (const auto& offer : desk::stepOffers(dossier, who))
        if (offer.action == action)
            return offer.obstacle ? offer.obstacle->id : "free";
    return "not offered";
}

const auto Reviewer = person("reviewer", {Role::Reviewer});

/// Accepted by one and examined by two.
forms::Course underReview(const std::vector<forms::CourseEntry>& more = {})
{
    auto course = reviewed::course(
        {reviewed::entry(Act::Accepted, "one", 120), reviewed::entry(Act::Examined, "two", 130)});
    for (const auto& each : more)
        append(course, each);
    return course;
}

TEST(StepOffer, TakesWhatTheBackOfficeAllows)
{
    auto dossier = reviewed::dossier();
    dossier.detail.allowed = {Action::Accept, Action::Claim};
    EXPECT_EQ(obstacle(dossier, Reviewer, Action::Accept), "free");
    EXPECT_EQ(obstacle(dossier, Reviewer, Action::Approve), "not offered");
    EXPECT_EQ(obstacle(dossier, Reviewer, Action::DeemAccepted), "not offered");
    EXPECT_EQ(obstacle(dossier, Reviewer, Action::Resubmit), "not offered");
}

TEST(StepOffer, NamesTheRoleThatIsLacking)
{
    auto dossier = reviewed::dossier();
    dossier.detail.course = underReview();
    EXPECT_EQ(obstacle(dossier, Reviewer, Action::Approve), "Only for the role “{role}”.");
}

TEST(StepOffer, NamesWhoHasTheCase)
{
    auto dossier = reviewed::dossier();
    dossier.detail.course = reviewed::course({reviewed::entry(Act::Claimed, "clerk", 110)});
    const auto offers = desk::stepOffers(dossier, Reviewer);
    const auto accept = std::find_if(
        offers.begin(), offers.end(), [](const auto& offer) { return offer.action == Action::Accept; });
    ASSERT_NE(accept, offers.end());
    ASSERT_TRUE(accept->obstacle);
    EXPECT_EQ(accept->obstacle->id, "{user} works on this case.");
    EXPECT_EQ(accept->obstacle->arguments.front().value, "窗口人员");
}

TEST(StepOffer, ASecondCorrectionNeedsTheSupervisor)
{
    auto dossier = reviewed::dossier();
    dossier.detail.course = reviewed::course({reviewed::entry(Act::CorrectionRequested, "reviewer", 120),
                                              reviewed::entry(Act::Resubmitted, "clerk", 130)});
    EXPECT_EQ(obstacle(dossier, Reviewer, Action::RequestCorrection),
              "{user} may not request a correction again: the applicant is told everything at once. "
              "Ask the supervisor.");
    dossier.detail.allowed = {Action::RequestCorrection};
    EXPECT_EQ(obstacle(dossier, person("supervisor", {Role::Supervisor}), Action::RequestCorrection), "free");
}

TEST(StepOffer, WhoHadAPartDoesNotDecideAndWhoDecidedDoesNotCertify)
{
    auto dossier = reviewed::dossier();
    dossier.detail.course = underReview();
    const std::string decided = "You had a part in this case: another approver decides it.";
    for (const auto* name : {"one", "two", "clerk"})
        EXPECT_EQ(obstacle(dossier, person(name, {Role::Approver}), Action::Approve), decided) << name;
    append(dossier.detail.course, reviewed::entry(Act::Approved, "three", 140));
    EXPECT_EQ(obstacle(dossier, person("three", {Role::Certifier}), Action::Certify),
              "You decided this case or a part of it: another certifier certifies it.");
}

TEST(StepOffer, ExtendsOnlyWhatTheGuideExtendsAndSuspendsOnlyForItsProcedures)
{
    auto dossier = reviewed::dossier();
    dossier.detail.course = underReview();
    dossier.detail.allowed = {Action::Extend, Action::Suspend};
    const auto approver = person("approver", {Role::Approver});
    EXPECT_EQ(obstacle(dossier, approver, Action::Extend), "The guide of this matter allows no extension.");
    EXPECT_EQ(obstacle(dossier, approver, Action::Suspend), "free");
    auto guide = *dossier.guide;
    guide.limits.specialProcedures.clear();
    guide.limits.extension = forms::Period{10, forms::TimeUnit::Workday, {}};
    guide.limits.promised = {20, forms::TimeUnit::Workday, {}};
    dossier.guide = std::make_shared<const forms::Guide>(guide);
    EXPECT_EQ(obstacle(dossier, approver, Action::Extend), "free");
    EXPECT_EQ(obstacle(dossier, approver, Action::Suspend),
              "The guide of this matter knows no special procedure.");
    dossier.detail.course = underReview({reviewed::entry(Act::Extended, "approver", 140)});
    EXPECT_EQ(obstacle(dossier, approver, Action::Extend), "The limit of this case was extended already.");
    dossier.detail.course = underReview();
    guide.limits.promised = {1, forms::TimeUnit::Minute, {}};
    dossier.guide = std::make_shared<const forms::Guide>(guide);
    EXPECT_EQ(obstacle(dossier, approver, Action::Extend),
              "The limit has passed: it can be extended only before it ends.");
}

TEST(StepOffer, UnderTheLicensingLawACompleteCaseIsNotTurnedAway)
{
    auto dossier = reviewed::dossier();
    auto guide = *dossier.guide;
    guide.limits.correction.regime = "xkf32";
    guide.routes.clear();
    dossier.guide = std::make_shared<const forms::Guide>(guide);
    EXPECT_NE(obstacle(dossier, Reviewer, Action::NotAccept).find("art. 32(5)"), std::string::npos);
    guide.routes = {{"other", {}, forms::RouteOutcome::NotCompetent, "由市局办理"}};
    dossier.guide = std::make_shared<const forms::Guide>(guide);
    dossier.detail.allowed = {Action::NotAccept};
    EXPECT_EQ(obstacle(dossier, Reviewer, Action::NotAccept), "free");
}

TEST(StepOffer, AFlagIsSettledByTheSupervisorAndOnlyWhereThereIsOne)
{
    auto dossier = reviewed::dossier();
    EXPECT_EQ(obstacle(dossier, Reviewer, Action::SettleFlag), "not offered");
    auto flagged = reviewed::entry(Act::Flagged, "clerk", 120);
    flagged.cites = {"duplicate"};
    dossier.detail.course = reviewed::course({flagged});
    EXPECT_EQ(obstacle(dossier, Reviewer, Action::SettleFlag), "Only a supervisor settles flags.");
    dossier.detail.allowed = {Action::SettleFlag};
    EXPECT_EQ(obstacle(dossier, person("supervisor", {Role::Supervisor}), Action::SettleFlag), "free");
}

TEST(StepOffer, SaysThatTheCounterSettlesOnlyWhatTheGuideLetsItDecide)
{
    auto dossier = reviewed::dossier();
    const auto clerk = person("clerk2", {Role::Clerk});
    EXPECT_EQ(obstacle(dossier, clerk, Action::Accept), "Only for the role “{role}”.");
    EXPECT_EQ(
        obstacle(dossier, clerk, Action::Settle),
        "{user} may not settle this case at the counter: its guide leaves the decision to the department.");
}

}  // namespace
