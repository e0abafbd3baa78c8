// The table of forms and what a real office does are the same.
#include "office_bench.h"

#include <forms/allowed.h>
#include <forms/case_flow.h>

#include <gtest/gtest.h>

#include <map>

namespace server_tests {

namespace {

using forms::Act;
using forms::Action;
using forms::CaseState;
using forms::Role;

const std::string Then = "2026-09-21T10:00";

/// A course that ends in that state, with nothing in the way of any step the table gives it.
std::vector<OfficeBench::Told> leadingTo(CaseState state)
{
    const std::vector<OfficeBench::Told> arrived{
        {Act::Received, Then}, {Act::Sealed, Then}, {Act::Arrived, Then}};
    const auto with = [&](const std::vector<Act>& more) {
        auto course = arrived;
        for (const auto act : more)
            course.push_back({act, Then, "earlier"});
        return course;
    };
    switch (state) {
    case CaseState::Draft: return {};
    case CaseState::Sealed: return {{Act::Received, Then}, {Act::Sealed, Then}};
    case CaseState::Submitted: return arrived;
    case CaseState::CorrectionRequested: return with({Act::CorrectionRequested});
    case CaseState::Returned: return with({Act::Returned});
    case CaseState::NotAccepted: return with({Act::NotAccepted});
    case CaseState::Accepted: return with({Act::Accepted});
    case CaseState::UnderReview: return with({Act::Accepted, Act::Examined});
    case CaseState::Suspended: return with({Act::Accepted, Act::Examined, Act::ProcedureBegun});
    case CaseState::Approved: return with({Act::Accepted, Act::Examined, Act::Approved});
    case CaseState::Refused: return with({Act::Accepted, Act::Examined, Act::Refused});
    case CaseState::Certified: return with({Act::Accepted, Act::Examined, Act::Approved, Act::Certified});
    case CaseState::Delivered: return with({Act::Accepted, Act::Examined, Act::Approved, Act::Delivered});
    case CaseState::Closed:
        return with({Act::Accepted, Act::Examined, Act::Approved, Act::Delivered, Act::Closed});
    case CaseState::Withdrawn: return with({Act::Withdrawn});
    case CaseState::Terminated: return with({Act::Terminated});
    }
    return {};
}

/// Everything a step may need, right for the guide.
api::ActionRequest wellFormed(Action action)
{
    api::ActionRequest request;
    request.id = base::ActionId::make(hall(Then));
    request.action = action;
    request.reason = "示例理由";
    request.cites = {action == Action::NotAccept ? "route:rr-nolocal" : "m-id/id-valid"};
    request.taker = "示例甲";
    request.how = "person";
    request.proof = "签收";
    if (action == Action::Extend)
        request.period = forms::Period{10, forms::TimeUnit::Workday, {}};
    if (action == Action::Suspend) {
        request.procedure = "jy";
        request.period = forms::Period{3, forms::TimeUnit::Workday, {}};
    }
    return request;
}

bool comesByItself(Action action)
{
    return action == Action::Seal || action == Action::Arrive || action == Action::Resubmit
           || action == Action::Supply || action == Action::Claim || action == Action::Release
           || action == Action::SettleFlag;
}

/// What the table gives, but for the two steps that want more of the past than a state: settling is not for this guide,
/// and an approved case is terminated for a missed deferral only.
std::optional<CaseState> byTheTable(CaseState from, Action action, Role role)
{
    const auto* step = forms::findStep(from, action, role);
    if (step == nullptr || comesByItself(action) || action == Action::Settle
        || (action == Action::Terminate && forms::traitsOf(from).decided))
        return std::nullopt;
    return step->to;
}

TEST(CaseSteps, EveryStateActionAndRoleGoesAsTheTableSays)
{
    OfficeBench bench("2026-09-21T10:05");
    const auto guide = bench.licence();
    int taken = 0;
    for (const auto state : forms::allCaseStates()) {
        const auto course = leadingTo(state);
        if (course.empty())
            continue;  // a draft is nothing the back office knows of
        for (const auto role : forms::allRoles()) {
            auto id = bench.add(guide, course);
            ASSERT_EQ(bench.state(id), state);
            for (const auto action : forms::allActions()) {
                const auto to = byTheTable(state, action, role);
                const auto outcome = bench.take(id, wellFormed(action), {"fresh", {role}, {}, {}, {}});
                if (action == Action::Claim || action == Action::Release || action == Action::SettleFlag) {
                    id = bench.add(guide, course);
                    continue;
                }
                EXPECT_EQ(outcome.answer.has_value(), to.has_value())
                    << nameOf(state) << " " << nameOf(action) << " " << nameOf(role) << ": "
                    << (outcome.refusal ? base::describe(*outcome.refusal) : "taken");
                EXPECT_EQ(bench.state(id), to.value_or(state)) << nameOf(state) << " " << nameOf(action);
                if (!outcome.answer)
                    continue;
                EXPECT_EQ(outcome.answer->state, *to);
                ++taken;
                id = bench.add(guide, course);
            }
        }
    }
    EXPECT_GT(taken, 25);
}

TEST(CaseSteps, WhatIsOfferedIsExactlyWhatFormsAllows)
{
    OfficeBench bench("2026-09-21T10:05");
    const auto guide = bench.licence();
    for (const auto state : forms::allCaseStates()) {
        const auto course = leadingTo(state);
        if (course.empty())
            continue;
        const auto id = bench.add(guide, course);
        const auto told = bench.course(id);
        for (const auto role : forms::allRoles()) {
            const forms::Person person{"fresh", {role}, {}, {}, {}};
            const auto offered = bench.allowed(id, person);
            const auto allowed = forms::allowed(guide, told, {}, person, bench.clock.time);
            EXPECT_EQ(offered, (std::vector<api::RequestedAction>{allowed.begin(), allowed.end()}))
                << nameOf(state) << " " << nameOf(role);
        }
    }
}

TEST(CaseSteps, OneSittingAtTheWindowIsFourEntriesInOneStep)
{
    OfficeBench bench("2026-09-21T10:05");
    const auto guide = bench.guide("sb-jfzm", [](nlohmann::json& json) { json["decides"] = "window"; });
    const auto id = bench.submitted(guide, Then);
    const auto outcome = bench.take(id, wellFormed(Action::Settle), {"clerk", {Role::Clerk}, {}, {}, {}});
    ASSERT_TRUE(outcome.answer) << base::describe(*outcome.refusal);
    EXPECT_EQ(outcome.answer->state, CaseState::Delivered);
    EXPECT_EQ(bench.told(id, 4),
              (std::vector<std::string>{"accepted 2026-09-21 10:05",
                                        "examined 2026-09-21 10:05",
                                        "approved 2026-09-21 10:05",
                                        "delivered 2026-09-21 10:05"}));
}

TEST(CaseSteps, TheClockIsWrittenBeforeAStepAlsoWhenTheStepIsRefused)
{
    OfficeBench bench("2026-09-21T10:05");
    const auto id = bench.submitted(bench.licence(), Then);
    bench.at("2026-10-20T09:00");  // five working days from 09-21 end on 09-29
    const auto outcome =
        bench.take(id, wellFormed(Action::RequestCorrection), {"reviewer", {Role::Reviewer}, {}, {}, {}});
    EXPECT_TRUE(outcome.refusal);
    EXPECT_EQ(bench.state(id), CaseState::Accepted);
    EXPECT_EQ(bench.told(id, 4), (std::vector<std::string>{"deemed-accepted 2026-09-21 10:00"}));
}

TEST(CaseSteps, AnExtensionComesOnceBeforeTheLimitHasPassed)
{
    OfficeBench bench("2026-09-21T10:05");
    const auto guide = bench.licence();
    const forms::Person approver{"approver", {Role::Approver}, {}, {}, {}};
    const auto id = bench.add(guide, leadingTo(CaseState::UnderReview));
    // 行政许可法 42 extends the law's twenty working days: 09-22 to 24, 28 to 30, 10-08 to 10, 12 to 16, 19 to 23, 26.
    bench.at("2026-10-27T09:00");
    EXPECT_TRUE(bench.take(id, wellFormed(Action::Extend), approver).refusal);
    bench.at("2026-10-26T16:00");
    EXPECT_TRUE(bench.take(id, wellFormed(Action::Extend), approver).answer)
        << "promised until 09-29, broken";
    bench.at("2026-09-25T09:00");
    const auto other = bench.add(guide, leadingTo(CaseState::UnderReview));
    EXPECT_TRUE(bench.take(other, wellFormed(Action::Extend), approver).answer);
    // 09-29 and ten working days: 09-30, 10-08, 10-09, 10-10 (a worked Saturday), 10-12 to 10-16, 10-19.
    EXPECT_EQ(bench.record(other).index.due, base::parseDate("2026-10-19"));
    EXPECT_TRUE(bench.take(other, wellFormed(Action::Extend), approver).refusal);
}

TEST(CaseSteps, WhileAProcedureStopsTheClockNoDateIsDue)
{
    OfficeBench bench("2026-09-21T10:05");
    const forms::Person approver{"approver", {Role::Approver}, {}, {}, {}};
    const auto id = bench.add(bench.licence(), leadingTo(CaseState::UnderReview));
    ASSERT_TRUE(bench.take(id, wellFormed(Action::Suspend), approver).answer);
    EXPECT_TRUE(bench.record(id).index.paused);
    EXPECT_FALSE(bench.record(id).index.due);
    EXPECT_EQ(bench.record(id).index.waitsFor, forms::WaitsFor::Procedure);
    bench.at("2026-09-23T10:00");
    ASSERT_TRUE(bench.take(id, wellFormed(Action::Resume), approver).answer);
    // 09-22 and 09-23 do not count, 09-25 is off: 09-24, 09-28, 09-29, 09-30, 10-08.
    EXPECT_EQ(bench.record(id).index.due, base::parseDate("2026-10-08"));
}

}  // namespace

}  // namespace server_tests
