// What nobody may ever do, written down a second time from the law (行政许可法 arts. 31, 32, 34, 42, 44, 45; DOMAIN: 接件、审批、
// 用印 are three people's) and not from the table of steps. Every state, act and role is tried through mayTake() with a
// course that leads there; what no sentence forbids must be allowed, so nothing is forbidden without a sentence either.
#include "courses_to_states.h"

#include <algorithm>
#include <set>

namespace {

using forms::Action;
using forms::CaseState;
using forms::Role;
using tests::courseTo;
using tests::hall;
using Never = tests::Never;

using Roles = std::set<Role>;
using Actions = std::set<Action>;
using States = std::set<CaseState>;

template <class Value>
std::set<Value> allBut(std::span<const Value> all, const std::set<Value>& kept)
{
    std::set<Value> others(all.begin(), all.end());
    for (const auto& one : kept)
        others.erase(one);
    return others;
}

Roles everybody()
{
    return allBut(forms::allRoles(), {});
}

Roles everybodyBut(Roles kept)
{
    return allBut(forms::allRoles(), kept);
}

States anywhere()
{
    return allBut(forms::allCaseStates(), {});
}

States anywhereBut(States kept)
{
    return allBut(forms::allCaseStates(), kept);
}

/// These roles never take these acts in these states.
struct Forbidden {
    const char* sentence;
    Roles roles;
    Actions acts;
    States states;
};

std::vector<Forbidden> nevers()
{
    using enum CaseState;
    const Actions decisions{Action::Approve, Action::Refuse};
    const Actions answers{
        Action::Accept, Action::RequestCorrection, Action::ReturnToWindow, Action::NotAccept};
    const Actions ofTheClock{Action::DeemAccepted, Action::Lapse};
    const Actions withPapers{Action::Seal, Action::Arrive, Action::Resubmit, Action::Supply};
    return {
        {"What comes with a sealed revision is done at the window, by no request.",
         everybody(),
         withPapers,
         anywhere()},
        {"An administrator does nothing to a case.",
         {Role::Admin},
         allBut(forms::allActions(), {}),
         anywhere()},
        {"A supervisor only asks for a second correction, takes a claim away and settles flags.",
         {Role::Supervisor},
         allBut(forms::allActions(), {Action::RequestCorrection, Action::Release, Action::SettleFlag}),
         anywhere()},
        {"A village agent does nothing to a case that has arrived, and never delivers.",
         {Role::Agent},
         allBut(forms::allActions(), {}),
         anywhere()},
        {"The clock decides nothing and hands nothing over; it brings what silence means and files.",
         {Role::Clock},
         allBut(forms::allActions(), {Action::DeemAccepted, Action::Lapse, Action::Close}),
         anywhere()},
        {"Nobody but the clock says that silence accepted a case or that time ran out.",
         everybodyBut({Role::Clock}),
         ofTheClock,
         anywhere()},

        {"Silence accepts what was handed in and not answered, and nothing else.",
         everybody(),
         {Action::DeemAccepted},
         anywhereBut({Submitted, Returned})},
        {"Only an applicant who was asked to correct runs out of time.",
         everybody(),
         {Action::Lapse},
         anywhereBut({CorrectionRequested})},

        {"Only a reviewer accepts, does not accept or returns a case.",
         everybodyBut({Role::Reviewer}),
         {Action::Accept, Action::NotAccept, Action::ReturnToWindow},
         anywhere()},
        {"Only a reviewer or a supervisor asks for a correction.",
         everybodyBut({Role::Reviewer, Role::Supervisor}),
         {Action::RequestCorrection},
         anywhere()},
        {"An application is answered once, while it is submitted: nobody accepts twice, none is asked of after acceptance.",
         everybody(),
         answers,
         anywhereBut({Submitted})},
        {"Only a reviewer begins the examination.",
         everybodyBut({Role::Reviewer}),
         {Action::Examine},
         anywhere()},
        {"Nothing is examined before it is accepted, and nothing twice.",
         everybody(),
         {Action::Examine},
         anywhereBut({Accepted})},

        {"Only an approver decides.", everybodyBut({Role::Approver}), decisions, anywhere()},
        {"Nothing is decided but what is under review, and nothing while a procedure runs.",
         everybody(),
         decisions,
         anywhereBut({UnderReview})},
        {"Only an approver stops, resumes or extends the time (art. 42: the head of the authority).",
         everybodyBut({Role::Approver}),
         {Action::Suspend, Action::Resume, Action::Extend},
         anywhere()},
        {"No time is stopped or extended but that of a case under review.",
         everybody(),
         {Action::Suspend, Action::Extend},
         anywhereBut({UnderReview})},
        {"Nothing is resumed that does not stand still.",
         everybody(),
         {Action::Resume},
         anywhereBut({Suspended})},
        {"Only an approver ends a case without a decision.",
         everybodyBut({Role::Approver}),
         {Action::Terminate},
         anywhere()},
        {"Nobody ends what is not here, what is over or what is decided (but for a deferral that was missed).",
         everybody(),
         {Action::Terminate},
         {Draft,
          Sealed,
          NotAccepted,
          Approved,
          Certified,
          Refused,
          Delivered,
          Closed,
          Withdrawn,
          Terminated}},

        {"Only a certifier seals a certificate.",
         everybodyBut({Role::Certifier}),
         {Action::Certify},
         anywhere()},
        {"Nothing is certified but what was approved.",
         everybody(),
         {Action::Certify},
         anywhereBut({Approved})},
        {"Only a clerk hands over what was decided.",
         everybodyBut({Role::Clerk}),
         {Action::Deliver},
         anywhere()},
        {"Nothing is handed over before it is decided, and nothing twice.",
         everybody(),
         {Action::Deliver},
         anywhereBut({Approved, Certified, Refused})},
        {"Only a clerk or the clock files.",
         everybodyBut({Role::Clerk, Role::Clock}),
         {Action::Close},
         anywhere()},
        {"Nothing is filed before it is delivered.", everybody(), {Action::Close}, anywhereBut({Delivered})},

        {"Only a clerk withdraws for the applicant.",
         everybodyBut({Role::Clerk}),
         {Action::Withdraw},
         anywhere()},
        {"Nobody withdraws what is not here, what is over or what is decided.",
         everybody(),
         {Action::Withdraw},
         {Draft,
          Sealed,
          NotAccepted,
          Approved,
          Refused,
          Certified,
          Delivered,
          Closed,
          Withdrawn,
          Terminated}},
        {"Only a clerk settles on the spot.", everybodyBut({Role::Clerk}), {Action::Settle}, anywhere()},
        {"Nothing is settled on the spot that somebody began to handle.",
         everybody(),
         {Action::Settle},
         anywhereBut({Submitted})},

        {"Only who examines, decides or certifies takes a case to work on it.",
         everybodyBut({Role::Reviewer, Role::Approver, Role::Certifier}),
         {Action::Claim},
         anywhere()},
        {"Nobody takes a case that is not here, that ended, or that only waits to be handed over and filed.",
         everybody(),
         {Action::Claim},
         {Draft, Sealed, NotAccepted, Refused, Delivered, Closed, Withdrawn, Terminated}},
        {"Nobody gives back what nobody took.", everybody(), {Action::Release}, anywhere()},
        {"Nobody settles a flag that is not raised.", everybody(), {Action::SettleFlag}, anywhere()},
    };
}

TEST_F(Never, HappensAndEverythingElseMayHappen)
{
    const auto sentences = nevers();
    std::size_t tried = 0;
    for (const auto state : forms::allCaseStates()) {
        const auto told = courseTo(state);
        ASSERT_EQ(forms::stateOf(told.course), state) << nameOf(state);
        for (const auto action : forms::allActions())
            for (const auto role : forms::allRoles()) {
                const auto forbidden =
                    std::find_if(sentences.begin(), sentences.end(), [&](const Forbidden& never) {
                        return never.roles.contains(role) && never.acts.contains(action)
                               && never.states.contains(state);
                    });
                ++tried;
                EXPECT_EQ(may("somebody", {role}, action, told), forbidden == sentences.end())
                    << nameOf(role) << ' ' << nameOf(action) << ' ' << nameOf(state) << ": "
                    << (forbidden == sentences.end() ? "no sentence forbids it" : forbidden->sentence);
            }
    }
    EXPECT_EQ(tried, 16u * 25u * 8u);
}

TEST_F(Never, DoSeveralRolesTogetherAllowWhatNoneOfThemDoes)
{
    for (const auto state : forms::allCaseStates()) {
        const auto told = courseTo(state);
        for (const auto action : forms::allActions()) {
            bool some = false;
            for (const auto role : forms::allRoles())
                some = some || may("somebody", {role}, action, told);
            const std::vector<Role> all(forms::allRoles().begin(), forms::allRoles().end());
            EXPECT_EQ(may("somebody", all, action, told), some) << nameOf(action) << ' ' << nameOf(state);
        }
        EXPECT_TRUE(
            forms::allowed(guide, told.course, office, {"somebody", {}, {}, {}, {}}, hall("2026-04-14T09:00"))
                .empty())
            << "somebody without a role";
    }
}
}  // namespace
