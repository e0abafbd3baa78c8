// What a new calendar or office document does to the cases that are under way.
#include "office_bench.h"

#include <base/durable_file.h>
#include <server/catalogue_press.h>
#include <server/change_store.h>

#include <gtest/gtest.h>

namespace server_tests {

namespace {

using forms::Act;
using forms::CaseState;
using Lines = std::vector<std::string>;

class ReleaseReckoning : public testing::Test
{
  protected:
    /// A year in which these days are off beside the weekends.
    std::filesystem::path calendar(const std::string& year, const std::string& off)
    {
        const auto file = bench.folder / "calendar.json";
        EXPECT_TRUE(
            base::writeDurably(file, R"({")" + year + R"(": {"off": [)" + off + R"(], "work": []}})"));
        return file;
    }

    /// A publication of a calendar and nothing else.
    server::Publication days(const std::string& year, const std::string& off)
    {
        server::Publication publication;
        publication.calendar = calendar(year, off);
        return publication;
    }

    server::PublishedRelease publish(const server::Publication& publication)
    {
        return server::publishCatalogue(bench.folder, publication, bench.clock).value();
    }

    std::vector<api::Change> changes()
    {
        return bench
            .read([](server::Transaction& transaction) {
                return server::ChangeStore(transaction).after({"330399", {}}, 0, 100);
            })
            .whole;
    }

    /// Accepted in the morning; promised in five working days.
    base::CaseId accepted(const std::string& day)
    {
        return bench.add(guide,
                         {{Act::Received, day + "T09:00"},
                          {Act::Sealed, day + "T09:00"},
                          {Act::Arrived, day + "T09:00"},
                          {Act::Accepted, day + "T09:30", "reviewer"}});
    }

    OfficeBench bench{"2026-11-24T10:00"};
    const forms::Guide guide = bench.licence();
};

TEST_F(ReleaseReckoning, ADayOffMoreMovesWhatIsDueAndIsTold)
{
    const auto id = accepted("2026-11-24");
    EXPECT_EQ(bench.record(id).index.due, base::parseDate("2026-12-01"));  // 11-25, 26, 27, 30, 12-01
    const auto before = changes().size();
    const auto published = publish(days("2026", R"("2026-11-27")"));
    EXPECT_TRUE(published.consequences.empty());
    EXPECT_EQ(bench.record(id).index.due, base::parseDate("2026-12-02"));
    EXPECT_EQ(bench.record(id).index.release, 2);
    const auto told = changes();
    ASSERT_EQ(told.size(), before + 1);
    EXPECT_EQ(told.back().kind, api::ChangeKind::Due);
    EXPECT_EQ(told.back().caseId, id);
}

TEST_F(ReleaseReckoning, AReleaseOfGuidesAloneMovesNothingAndTellsNobody)
{
    const auto id = accepted("2026-11-24");
    const auto before = changes().size();
    server::Publication publication;
    publication.withdrawn = {"gt-sl"};
    static_cast<void>(publish(publication));
    EXPECT_EQ(bench.record(id).index.release, 2);
    EXPECT_EQ(changes().size(), before);
}

TEST_F(ReleaseReckoning, WhatACalendarBringsAtOnceIsShownBeforeItIsPublished)
{
    const auto waiting = bench.submitted(guide, "2027-01-04T09:00");
    const auto fresh = bench.submitted(guide, "2027-02-22T09:00");
    bench.at("2027-02-22T10:00");
    bench.sweep();
    EXPECT_EQ(bench.state(waiting), CaseState::Submitted) << "nothing is guessed without a calendar";
    auto publication = days("2027", R"("2027-01-01")");
    publication.preview = true;
    const auto judged = publish(publication);
    ASSERT_EQ(judged.consequences.size(), 1U);
    EXPECT_EQ(judged.consequences.front().caseId, waiting);
    EXPECT_EQ(judged.consequences.front().entry.act, Act::DeemedAccepted);
    EXPECT_FALSE(bench.record(waiting).index.due) << "looked at only";
    EXPECT_EQ(server::publishedCatalogues(bench.folder)->front().release, 1);
    publication.preview = false;
    EXPECT_EQ(publish(publication).catalogue.release, 2);
    EXPECT_EQ(bench.record(waiting).index.due, base::parseDate("2027-01-11"));  // 01-05 to 01-08, 01-11
    EXPECT_EQ(bench.record(fresh).index.due, base::parseDate("2027-03-01"));
    bench.sweep();
    EXPECT_EQ(bench.told(waiting, 4), (Lines{"deemed-accepted 2027-01-04 09:00"}));
    EXPECT_EQ(bench.course(waiting).back().calendar, 2);
    EXPECT_EQ(bench.state(fresh), CaseState::Submitted);
}

TEST_F(ReleaseReckoning, WhatTheClockBroughtDoesNotUnhappen)
{
    const auto id = bench.submitted(guide, "2026-11-24T09:00");
    bench.at("2026-12-02T09:00");  // five working days ended on 12-01
    bench.sweep();
    EXPECT_EQ(bench.state(id), CaseState::Accepted);
    static_cast<void>(publish(days("2026", R"("2026-11-25", "2026-11-26", "2026-11-27")")));
    bench.sweep();
    EXPECT_EQ(bench.state(id), CaseState::Accepted);
    EXPECT_EQ(bench.course(id).size(), 4U);
}

TEST_F(ReleaseReckoning, AnApplicantsTimeLapsesOnlyWhenTheOfficeHasSetOneAndEndsTheCase)
{
    auto json = nlohmann::json::parse(
        base::readFile(std::filesystem::path(OW_SOURCE_DIR) / "forms/offices/330399.office.json").value());
    json["lapse"] = {{"n", 30}, {"unit", "day"}};
    const auto file = bench.folder / "office.json";
    ASSERT_TRUE(base::writeDurably(file, json.dump()));
    const auto id = bench.add(guide,
                              {{Act::Received, "2026-11-24T09:00"},
                               {Act::Sealed, "2026-11-24T09:00"},
                               {Act::Arrived, "2026-11-24T09:00"},
                               {Act::CorrectionRequested, "2026-11-24T09:30", "reviewer", {"m-id"}}});
    EXPECT_FALSE(bench.record(id).index.wakes);
    server::Publication publication;
    publication.office = file;
    static_cast<void>(publish(publication));
    bench.at("2026-12-24T20:00");  // thirty days after 11-24
    bench.sweep();
    EXPECT_EQ(bench.state(id), CaseState::CorrectionRequested);
    bench.at("2026-12-25T00:00");
    bench.sweep();
    EXPECT_EQ(bench.told(id, 5), (Lines{"lapsed 2026-12-25 00:00"}));
    EXPECT_EQ(bench.state(id), CaseState::Terminated);
    EXPECT_EQ(bench.record(id).index.waitsFor, forms::WaitsFor::Nobody);
}

TEST_F(ReleaseReckoning, ADamagedCaseIsNamedAndStaysAsItIs)
{
    const auto broken = accepted("2026-11-24");
    const auto good = accepted("2026-11-24");
    bench.run("UPDATE course SET json = '{' WHERE case_id = $1 AND n = 1", {broken.toString()});
    const auto published = publish(days("2026", R"("2026-11-27")"));
    EXPECT_EQ(published.damaged, (std::vector<server::DamagedRow>{{"course", broken.toString()}}));
    EXPECT_EQ(bench.record(good).index.due, base::parseDate("2026-12-02"));
    EXPECT_EQ(bench.record(broken).index.due, base::parseDate("2026-12-01"));
}

TEST_F(ReleaseReckoning, TheLightOfAListIsThatOfTheMoment)
{
    const auto id = accepted("2026-11-24");
    const auto light = [&](const std::string& time) {
        bench.at(time);
        return bench.light(id);
    };
    EXPECT_EQ(light("2026-11-25T09:00"), forms::Light::Green);
    EXPECT_EQ(light("2026-11-30T09:00"), forms::Light::Yellow);
    EXPECT_EQ(light("2026-12-02T09:00"), forms::Light::Red);
}

}  // namespace

}  // namespace server_tests
