#include <api/course_of_actions.h>
#include <api/get_case.h>

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using forms::Act;
using forms::Action;
using forms::CaseState;
using forms::Role;
using nlohmann::json;

base::Timestamp hall(const std::string& time)
{
    return base::parseTimestamp(time + ":00+08:00").value();
}

/// A case received on 2026-09-21 at 10:00.
class Earlier : public testing::Test
{
  protected:
    Earlier() { earlier.received = hall("2026-09-21T10:00"); }

    forms::Manifest& revision(int n, const std::string& arrived)
    {
        forms::Manifest manifest;
        manifest.sealed.revision = n;
        manifest.sealed.clerk = "clerk";
        manifest.sealed.received = earlier.received;
        manifest.sealedAt = hall(arrived) - std::chrono::minutes(30);
        manifest.verdict = forms::Verdict::Acceptable;
        earlier.revisions.push_back({n, hall(arrived), manifest});
        return *earlier.revisions.back().manifest;
    }

    api::ActionRecord& action(
        Action step, const std::string& by, Role role, const std::string& at, CaseState to)
    {
        api::ActionRecord record;
        record.request.action = step;
        record.by = by;
        record.role = role;
        record.at = hall(at);
        record.state = to;
        earlier.actions.push_back(record);
        earlier.state = to;
        return earlier.actions.back();
    }

    std::vector<std::string> told() const
    {
        std::vector<std::string> lines;
        for (const auto& entry : api::courseOfActions(earlier))
            lines.push_back(std::string(nameOf(entry.act)) + " " + base::formatHallTime(entry.at)
                            + (entry.by.empty() ? "" : " " + entry.by));
        return lines;
    }

    using Lines = std::vector<std::string>;

    api::EarlierCase earlier;
};

TEST_F(Earlier, ACaseThatWentStraightOnBecomesItsCourse)
{
    revision(1, "2026-09-21T11:00");
    action(Action::Claim, "reviewer", Role::Reviewer, "2026-09-22T09:00", CaseState::Submitted);
    action(Action::Accept, "reviewer", Role::Reviewer, "2026-09-22T09:10", CaseState::Accepted);
    action(Action::Examine, "reviewer", Role::Reviewer, "2026-09-22T09:20", CaseState::UnderReview);
    action(Action::Approve, "approver", Role::Approver, "2026-09-23T15:00", CaseState::Approved);
    EXPECT_EQ(told(),
              (Lines{"received 2026-09-21 10:00 clerk",
                     "sealed 2026-09-21 10:30 clerk",
                     "arrived 2026-09-21 11:00 clerk",
                     "claimed 2026-09-22 09:00 reviewer",
                     "accepted 2026-09-22 09:10 reviewer",
                     "examined 2026-09-22 09:20 reviewer",
                     "approved 2026-09-23 15:00 approver",
                     "released 2026-09-23 15:00 reviewer"}));
    const auto course = api::courseOfActions(earlier);
    EXPECT_EQ(forms::stateOf(course), CaseState::Approved);
    EXPECT_EQ(course.back().n, static_cast<int>(course.size()));
}

TEST_F(Earlier, WhoStillHasACaseKeepsIt)
{
    revision(1, "2026-09-21T11:00");
    action(Action::Claim, "reviewer", Role::Reviewer, "2026-09-22T09:00", CaseState::Submitted);
    earlier.claimedBy = "reviewer";
    EXPECT_EQ(forms::claimedBy(api::courseOfActions(earlier)), "reviewer");
}

TEST_F(Earlier, ADeemedAcceptanceKeepsTheDayThatWasTold)
{
    revision(1, "2026-09-21T11:00");
    action(Action::DeemAccepted, "clock", Role::Clock, "2026-09-29T00:01", CaseState::Accepted);
    earlier.accepted = hall("2026-09-21T10:00");
    EXPECT_EQ(told().back(), "deemed-accepted 2026-09-21 10:00 clock");
    EXPECT_EQ(forms::acceptanceOf(api::courseOfActions(earlier)), hall("2026-09-21T10:00"));
}

TEST_F(Earlier, ACorrectionAndItsNewRevisionFollowEachOther)
{
    auto& first = revision(1, "2026-09-21T11:00");
    first.verdict = forms::Verdict::NeedsCorrection;
    revision(2, "2026-09-25T11:00").verdict = forms::Verdict::Acceptable;
    earlier.state = CaseState::Submitted;
    EXPECT_EQ(told(),
              (Lines{"received 2026-09-21 10:00 clerk",
                     "sealed 2026-09-21 10:30 clerk",
                     "arrived 2026-09-21 11:00 clerk",
                     "correction-requested 2026-09-21 10:30 clerk",
                     "sealed 2026-09-25 10:30 clerk",
                     "arrived 2026-09-25 11:00 clerk",
                     "resubmitted 2026-09-25 10:30 clerk"}));
    EXPECT_EQ(api::courseOfActions(earlier)[3].paper, "one-time-notice");
}

TEST_F(Earlier, WhatWasPutOffIsOpenUntilTheRevisionThatBroughtIt)
{
    auto& first = revision(1, "2026-09-21T11:00");
    first.verdict = forms::Verdict::AcceptableWithDeferral;
    first.sealed.materialEntry("m-hkb").deferredUntil = base::parseDate("2026-09-28");
    action(Action::Accept, "reviewer", Role::Reviewer, "2026-09-22T09:10", CaseState::Accepted);
    const auto open = forms::openDeferrals(api::courseOfActions(earlier));
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front(), (forms::CourseDeferral{"m-hkb", *base::parseDate("2026-09-28"), false}));
    revision(2, "2026-09-24T11:00").sealed.materialEntry("m-hkb").proof =
        forms::Proof{"data-sharing", "R-1", hall("2026-09-24T10:00")};
    EXPECT_EQ(told().back(), "supplied 2026-09-24 10:30 clerk");
    EXPECT_TRUE(forms::openDeferrals(api::courseOfActions(earlier)).empty());
    EXPECT_EQ(forms::stateOf(api::courseOfActions(earlier)), CaseState::Accepted);
}

TEST_F(Earlier, FlagsStandWithTheirCause)
{
    revision(1, "2026-09-21T11:00");
    earlier.flags = {{hall("2026-09-21T11:00"), "duplicate"}, {hall("2026-09-22T08:00"), "uncited-demand"}};
    EXPECT_EQ(forms::openFlags(api::courseOfActions(earlier)), (Lines{"duplicate", "uncited-demand"}));
}

TEST_F(Earlier, WhatHadLapsedAndWasCalledClosedIsTerminated)
{
    revision(1, "2026-09-21T11:00").verdict = forms::Verdict::NeedsCorrection;
    action(Action::Lapse, "clock", Role::Clock, "2026-12-21T00:00", CaseState::Closed);
    const auto course = api::courseOfActions(earlier);
    EXPECT_EQ(course.back().act, Act::Lapsed);
    EXPECT_EQ(forms::stateOf(course), CaseState::Terminated);
}

TEST_F(Earlier, EveryStateIsWhereTheCourseEndsAlsoWhenNothingElseIsKnown)
{
    for (const auto state : forms::allCaseStates()) {
        if (state == CaseState::Draft || state == CaseState::Sealed)
            continue;
        earlier.revisions = {{1, hall("2026-09-21T11:00"), {}}};
        earlier.state = state;
        EXPECT_EQ(forms::stateOf(api::courseOfActions(earlier)), state) << nameOf(state);
    }
}

TEST_F(Earlier, WithoutManifestsNobodyIsSaidToHaveSealedIt)
{
    earlier.revisions = {{1, hall("2026-09-21T11:00"), {}}, {2, hall("2026-09-25T11:00"), {}}};
    earlier.state = CaseState::Submitted;
    EXPECT_EQ(told(),
              (Lines{"received 2026-09-21 10:00",
                     "sealed 2026-09-21 11:00",
                     "arrived 2026-09-21 11:00",
                     "correction-requested 2026-09-21 11:00",
                     "sealed 2026-09-25 11:00",
                     "arrived 2026-09-25 11:00",
                     "resubmitted 2026-09-25 11:00"}));
}

TEST_F(Earlier, AKeptAnswerWithActionsIsReadAsTheCourseTheyMake)
{
    api::CaseDetail detail;
    detail.summary.caseId = base::CaseId::make(earlier.received);
    detail.summary.state = CaseState::Refused;
    detail.summary.matter = "hk-qy";
    detail.summary.received = earlier.received;
    detail.revisions = {{1, "", base::Digest::of("1"), hall("2026-09-21T11:00"), "clerk"}};
    auto body = json::parse(toJson(detail));
    body.erase("course");
    body.erase("documents");
    body["notices"] = json::array();
    const auto id = base::ActionId::make(earlier.received).toString();
    body["actions"] = {{{"id", id},
                        {"action", "refuse"},
                        {"revision", 1},
                        {"reason", "不符合条件"},
                        {"points", {"m-id"}},
                        {"by", "approver"},
                        {"role", "approver"},
                        {"at", "2026-09-24T03:00:00.000Z"},
                        {"state", "refused"}}};
    const auto read = api::parseCaseDetail(body.dump());
    ASSERT_TRUE(read) << base::describe(read.error());
    EXPECT_EQ(forms::stateOf(read->course), CaseState::Refused);
    EXPECT_EQ(read->course.back().reason, "不符合条件");
    EXPECT_EQ(read->course.back().cites, (Lines{"m-id"}));
    EXPECT_EQ(read->course.back().by, "approver");
    EXPECT_TRUE(read->documents.empty());
}

}  // namespace
