// What only time brings about, with a clock that the test moves. The days are counted beside them.
#include "office_bench.h"

#include <server/child_store.h>
#include <server/revision_store.h>

#include <forms/jws.h>

#include <gtest/gtest.h>

namespace server_tests {

namespace {

using forms::Act;
using forms::CaseState;
using Lines = std::vector<std::string>;

class Sweep : public testing::Test
{
  protected:
    OfficeBench bench{"2026-04-01T09:00"};
};

// 行政许可法 art. 32(4): five working days from the receipt, 09-28, 09-29, 09-30, 10-08, 10-09 (09-25 to 09-27 and 10-01 to
// 10-07 are off). A return to the window is our own affair and stops nothing.
TEST_F(Sweep, AReturnForOurBadScanDoesNotStopTheFiveDays)
{
    const auto id = bench.add(bench.licence(),
                              {{Act::Received, "2026-09-24T10:00"},
                               {Act::Sealed, "2026-09-24T10:20"},
                               {Act::Arrived, "2026-09-24T10:21"},
                               {Act::Returned, "2026-09-24T15:00", "reviewer"}});
    bench.at("2026-10-09T23:59");
    bench.sweep();
    EXPECT_EQ(bench.state(id), CaseState::Returned);
    bench.at("2026-10-10T00:00");
    bench.sweep();
    EXPECT_EQ(bench.told(id, 5), (Lines{"deemed-accepted 2026-09-24 10:00"}));
    EXPECT_EQ(bench.state(id), CaseState::Accepted);
    EXPECT_EQ(bench.course(id).back().by, "clock");
    EXPECT_EQ(bench.course(id).back().calendar, 1);
    EXPECT_EQ(bench.record(id).index.waitsFor, forms::WaitsFor::Reviewer);
}

// The corrected papers came on 05-20: 05-21, 05-22, 05-25, 05-26, 05-27 are the five days, and the promise of five working
// days runs from 05-20 as well.
TEST_F(Sweep, AfterACorrectionItIsDeemedAcceptedFromTheDayTheNewPapersCame)
{
    const auto id = bench.add(bench.licence(),
                              {{Act::Received, "2026-04-29T10:00"},
                               {Act::Sealed, "2026-04-29T10:20"},
                               {Act::Arrived, "2026-04-29T10:21"},
                               {Act::CorrectionRequested, "2026-04-30T09:00", "reviewer", {"m-id"}},
                               {Act::Sealed, "2026-05-20T10:00"},
                               {Act::Arrived, "2026-05-20T10:01"},
                               {Act::Resubmitted, "2026-05-20T10:00"}});
    bench.at("2026-05-27T23:59");
    bench.sweep();
    EXPECT_EQ(bench.state(id), CaseState::Submitted);
    bench.at("2026-05-28T00:00");
    bench.sweep();
    EXPECT_EQ(bench.told(id, 8), (Lines{"deemed-accepted 2026-05-20 10:00"}));
    EXPECT_EQ(bench.record(id).index.accepted, hall("2026-05-20T10:00"));
    EXPECT_EQ(bench.record(id).index.due, base::parseDate("2026-05-27"));
}

TEST_F(Sweep, APromiseOfHoursIsDueAtItsHour)
{
    const auto id = bench.add(bench.licence({{"n", 48}, {"unit", "hour"}}),
                              {{Act::Received, "2026-04-29T09:00"},
                               {Act::Sealed, "2026-04-29T09:20"},
                               {Act::Arrived, "2026-04-29T09:21"},
                               {Act::Accepted, "2026-04-29T10:00", "reviewer"}});
    EXPECT_EQ(bench.record(id).index.due, base::parseDate("2026-05-01"));
    EXPECT_EQ(bench.record(id).index.dueAt, hall("2026-05-01T10:00"));
}

TEST_F(Sweep, NothingLapsesWhereTheOfficeSetsNoTimeToAnswer)
{
    const auto id = bench.add(bench.licence(),
                              {{Act::Received, "2026-04-29T10:00"},
                               {Act::Sealed, "2026-04-29T10:20"},
                               {Act::Arrived, "2026-04-29T10:21"},
                               {Act::CorrectionRequested, "2026-04-30T09:00", "reviewer", {"m-id"}}});
    bench.at("2026-12-30T09:00");
    bench.sweep();
    EXPECT_EQ(bench.state(id), CaseState::CorrectionRequested);
    EXPECT_FALSE(bench.record(id).index.wakes);
}

TEST_F(Sweep, AMissedDeferralIsWrittenOnceAndTheCaseWaitsForTheApplicant)
{
    const auto id = bench.add(bench.licence(),
                              {{Act::Received, "2026-04-20T10:00"},
                               {Act::Deferred, "2026-04-20T10:10", "clerk", {"m-hkb"}, "2026-04-24"},
                               {Act::Sealed, "2026-04-20T10:20"},
                               {Act::Arrived, "2026-04-20T10:21"},
                               {Act::Accepted, "2026-04-20T11:00", "reviewer"}});
    bench.at("2026-04-24T23:59");
    bench.sweep();
    EXPECT_EQ(bench.told(id, 6), Lines{});
    bench.at("2026-04-25T00:00");
    bench.sweep();
    bench.at("2026-04-27T09:00");
    bench.sweep();
    EXPECT_EQ(bench.told(id, 6), (Lines{"deferral-missed 2026-04-25 00:00"}));
    EXPECT_EQ(bench.course(id).back().cites, (Lines{"m-hkb"}));
    EXPECT_EQ(bench.state(id), CaseState::Accepted);
}

TEST_F(Sweep, WhatTheClockBringsTogetherIsWrittenTogether)
{
    const auto id = bench.add(bench.licence(),
                              {{Act::Received, "2026-04-20T10:00"},
                               {Act::Deferred, "2026-04-20T10:10", "clerk", {"m-hkb"}, "2026-04-21"},
                               {Act::Sealed, "2026-04-20T10:20"},
                               {Act::Arrived, "2026-04-20T10:21"}});
    bench.at("2026-05-20T09:00");
    bench.sweep();
    EXPECT_EQ(bench.told(id, 5),
              (Lines{"deemed-accepted 2026-04-20 10:00", "deferral-missed 2026-04-22 00:00"}));
}

TEST_F(Sweep, DeemsNothingAcceptedWhereTheRuleStatesNone)
{
    const auto id = bench.submitted(bench.guide("sb-jfzm"), "2026-04-01T10:00");
    bench.at("2026-06-01T09:00");
    bench.sweep();
    EXPECT_EQ(bench.state(id), CaseState::Submitted);
}

TEST_F(Sweep, GuessesNoDateInAYearWithoutACalendar)
{
    const auto id = bench.submitted(bench.licence(), "2040-03-05T10:00");
    bench.at("2040-06-01T09:00");
    bench.sweep();
    EXPECT_EQ(bench.state(id), CaseState::Submitted);
    EXPECT_FALSE(bench.record(id).index.due);
}

TEST_F(Sweep, ADamagedCaseKeepsNoOtherWaiting)
{
    const auto guide = bench.licence();
    const auto broken = bench.submitted(guide, "2026-04-20T10:00");
    const auto lost = bench.submitted(guide, "2026-04-20T10:00");
    const auto good = bench.submitted(guide, "2026-04-20T11:00");
    bench.run("UPDATE course SET json = '{' WHERE case_id = $1 AND n = 2", {broken.toString()});
    bench.run("UPDATE cases SET state = 'lost' WHERE id = $1", {lost.toString()});
    bench.at("2026-05-20T09:00");
    bench.sweep();
    EXPECT_EQ(bench.state(good), CaseState::Accepted);
    EXPECT_EQ(bench.state(broken), CaseState::Submitted);
}

TEST_F(Sweep, GivesBundlesThatAnOlderVersionAcceptedTheirChildrenOnce)
{
    const auto guide = bench.guide("sdqg-gh");
    const auto add = [&](Act last) {
        const auto id = bench.add(guide,
                                  {{Act::Received, "2026-04-01T09:00"},
                                   {Act::Sealed, "2026-04-01T09:00"},
                                   {Act::Arrived, "2026-04-01T09:00"},
                                   {Act::Accepted, "2026-04-01T09:30", "reviewer"},
                                   {last, "2026-04-01T10:00", "approver"}});
        forms::Manifest manifest;
        manifest.sealed.id = id;
        manifest.sealed.division = "330399";
        manifest.sealed.workstation = "ws-1";
        manifest.sealed.clerk = "clerk";
        manifest.sealed.number = "ws-1-260401-1";
        manifest.sealed.received = manifest.sealedAt = hall("2026-04-01T09:00");
        manifest.today = base::hallDate(manifest.sealedAt);
        manifest.sealed.guide = {guide.code, guide.version, guide.sha256};
        manifest.sealed.answers = {{"utilities", std::vector<std::string>{"water", "gas"}}};
        const auto payload = forms::manifestToJson(manifest);
        const auto jws = forms::signJws(payload, forms::ManifestFormat, base::SigningKey::generate());
        bench.read([&](server::Transaction& transaction) {
            server::RevisionStore(transaction)
                .add({id, 1, base::Digest::of(payload), jws, "", "clerk", "clerk", "ws-1", manifest.sealedAt},
                     {});
            return transaction.run("INSERT INTO unplanned (case_id) VALUES ($1)", {id.toString()});
        });
        return id;
    };
    const auto childrenOf = [&](base::CaseId id) {
        return bench.read(
            [id](server::Transaction& transaction) { return server::ChildStore(transaction).ofCase(id); });
    };
    const auto open = add(Act::Examined);
    const auto over = add(Act::Refused);
    bench.sweep();
    const auto children = childrenOf(open);
    ASSERT_EQ(children.size(), 2U);
    EXPECT_EQ(children[0].id, "sdqg-water");
    EXPECT_EQ(children[1].id, "sdqg-gas");
    EXPECT_EQ(children[1].started, hall("2026-04-01T09:30"));
    EXPECT_TRUE(childrenOf(over).empty());
    bench.at("2026-04-02T09:00");
    bench.sweep();
    EXPECT_EQ(childrenOf(open), children);
}

}  // namespace

}  // namespace server_tests
