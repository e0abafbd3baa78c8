// Records of the version before there was a course are opened and go on.
#include "office_bench.h"

#include <forms/jws.h>
#include <server/case_store.h>
#include <server/change_store.h>
#include <server/course_store.h>
#include <server/revision_store.h>

#include <gtest/gtest.h>

namespace server_tests {

namespace {

using forms::Act;
using forms::CaseState;
using Lines = std::vector<std::string>;

/// The table of cases as schema version 3 made it.
constexpr auto EarlierCases = R"(
CREATE TABLE cases (id TEXT PRIMARY KEY, division TEXT NOT NULL, revision BIGINT NOT NULL, state TEXT NOT NULL,
                    matter TEXT NOT NULL, matter_name TEXT NOT NULL, guide TEXT NOT NULL, official TEXT NOT NULL UNIQUE,
                    applicant TEXT NOT NULL, received TEXT NOT NULL, current_from TEXT NOT NULL,
                    accepted TEXT NOT NULL, state_since TEXT NOT NULL, due TEXT NOT NULL, claimed_by TEXT NOT NULL,
                    accepted_by TEXT NOT NULL, examined_by TEXT NOT NULL, approved_by TEXT NOT NULL,
                    corrections BIGINT NOT NULL, flagged BIGINT NOT NULL, replaces TEXT NOT NULL))";

class CourseMigration : public testing::Test
{
  protected:
    CourseMigration()
    {
        for (const auto* table : {"cases", "course", "documents", "document_pages", "offices"})
            bench.run("DROP TABLE IF EXISTS " + std::string(table));
        bench.run(EarlierCases);
        bench.run("UPDATE schema_version SET version = 3");
    }

    /// A case as that version kept it.
    base::CaseId add(const std::string& state,
                     const std::string& accepted = "",
                     const std::string& claimedBy = "")
    {
        const auto id = base::CaseId::make(bench.clock.time);
        const auto time = base::formatTimestamp(hall("2026-09-21T10:00"));
        bench.run(
            "INSERT INTO cases VALUES ($1, '330399', 1, $2, 'hk-qy', '户口迁移', $3, $1, '示**', $4, $4, $5, $4, "
            "'2026-09-22', $6, '', '', '', 0, 0, '')",
            {id.toString(),
             state,
             guide.sha256.toString(),
             time,
             accepted.empty() ? std::string() : base::formatTimestamp(hall(accepted)),
             claimedBy});
        return id;
    }

    void revision(base::CaseId id, int n, const std::string& arrived, forms::Verdict verdict)
    {
        forms::Manifest manifest;
        manifest.sealed.id = id;
        manifest.sealed.revision = n;
        manifest.sealed.division = "330399";
        manifest.sealed.workstation = "ws-1";
        manifest.sealed.clerk = "clerk";
        manifest.sealed.number = "ws-1-260921-1";
        manifest.sealed.received = hall("2026-09-21T10:00");
        manifest.sealedAt = hall(arrived);
        manifest.today = base::hallDate(manifest.sealedAt);
        manifest.sealed.guide = {guide.code, guide.version, guide.sha256};
        manifest.verdict = verdict;
        const auto payload = forms::manifestToJson(manifest);
        const auto jws = forms::signJws(payload, forms::ManifestFormat, base::SigningKey::generate());
        bench.read([&](server::Transaction& transaction) {
            server::RevisionStore(transaction)
                .add({id, n, base::Digest::of(payload), jws, "", "clerk", "agent", "ws-1", hall(arrived)},
                     {});
            return 0;
        });
    }

    void action(base::CaseId id,
                int place,
                const std::string& name,
                const std::string& by,
                const std::string& at,
                const std::string& state,
                const std::string& role = "")
    {
        const auto action = base::ActionId::make(hall(at)).toString();
        bench.run("INSERT INTO actions VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{}')",
                  {action,
                   id.toString(),
                   std::int64_t{place},
                   R"({"id": ")" + action + R"(", "action": ")" + name + R"(", "revision": 1})",
                   base::Digest::of(action).toString(),
                   by,
                   role.empty() ? by : role,
                   base::formatTimestamp(hall(at)),
                   state});
    }

    OfficeBench bench{"2026-09-30T09:00"};
    const forms::Guide guide = bench.licence();
};

TEST_F(CourseMigration, ActionsBecomeTheCourseOnceAndTheColumnsFollow)
{
    const auto id = add("under-review", "2026-09-22T09:10");
    revision(id, 1, "2026-09-21T11:00", forms::Verdict::Acceptable);
    action(id, 1, "claim", "reviewer", "2026-09-22T09:00", "submitted");
    action(id, 2, "accept", "reviewer", "2026-09-22T09:10", "accepted");
    action(id, 3, "examine", "reviewer", "2026-09-22T09:20", "under-review");
    bench.run("INSERT INTO flags VALUES ($1, 1, $2, 'duplicate')",
              {id.toString(), base::formatTimestamp(hall("2026-09-21T11:00"))});
    bench.reopen();
    const Lines wanted{"received 2026-09-21 10:00",
                       "sealed 2026-09-21 11:00",
                       "arrived 2026-09-21 11:00",
                       "flagged 2026-09-21 11:00",
                       "claimed 2026-09-22 09:00",
                       "accepted 2026-09-22 09:10",
                       "examined 2026-09-22 09:20",
                       "released 2026-09-22 09:20"};
    EXPECT_EQ(bench.told(id), wanted);
    const auto index = bench.record(id).index;
    EXPECT_EQ(index.state, CaseState::UnderReview);
    EXPECT_EQ(index.accepted, hall("2026-09-22T09:10"));
    EXPECT_EQ(index.due, base::parseDate("2026-09-30"));  // 09-23, 09-24, 09-28, 09-29, 09-30
    EXPECT_EQ(index.waitsFor, forms::WaitsFor::Approver);
    EXPECT_EQ(index.flags, (Lines{"duplicate"}));
    EXPECT_EQ(index.release, 1);
    bench.reopen();
    EXPECT_EQ(bench.told(id), wanted) << "once";
}

TEST_F(CourseMigration, WhoseDueDateMovedIsToldBeforeAnythingElse)
{
    const auto id = add("under-review", "2026-09-22T09:10");
    revision(id, 1, "2026-09-21T11:00", forms::Verdict::Acceptable);
    action(id, 1, "accept", "reviewer", "2026-09-22T09:10", "accepted");
    action(id, 2, "examine", "reviewer", "2026-09-22T09:20", "under-review");
    bench.reopen();
    const auto changes = bench.read([](server::Transaction& transaction) {
        return server::ChangeStore(transaction).after({"330399", {}}, 0, 10);
    });
    ASSERT_EQ(changes.whole.size(), 1U);
    EXPECT_EQ(changes.whole.front().kind, api::ChangeKind::Due);
    EXPECT_EQ(changes.whole.front().caseId, id);
}

TEST_F(CourseMigration, TheStepsGoOnWhereTheyWereLeft)
{
    const auto id = add("under-review", "2026-09-22T09:10");
    revision(id, 1, "2026-09-21T11:00", forms::Verdict::Acceptable);
    action(id, 1, "accept", "reviewer", "2026-09-22T09:10", "accepted");
    action(id, 2, "examine", "examiner", "2026-09-22T09:20", "under-review", "reviewer");
    bench.reopen();
    api::ActionRequest approve;
    approve.id = base::ActionId::make(bench.clock.time);
    approve.action = forms::Action::Approve;
    for (const auto* part : {"clerk", "reviewer", "examiner"}) {
        const auto outcome = bench.take(id, approve, {part, {forms::Role::Approver}, {}, {}, {}});
        ASSERT_TRUE(outcome.refusal) << part;
        EXPECT_EQ(outcome.refusal->code, base::ErrorCode::Separation) << part;
    }
    EXPECT_TRUE(bench.take(id, approve, {"approver", {forms::Role::Approver}, {}, {}, {}}).answer);
}

TEST_F(CourseMigration, ADeemedAcceptanceKeepsItsDayAndAnIncompleteFirstRevisionItsCorrection)
{
    const auto deemed = add("accepted", "2026-09-21T10:00");
    revision(deemed, 1, "2026-09-21T11:00", forms::Verdict::Acceptable);
    action(deemed, 1, "deem-accepted", "clock", "2026-09-29T00:01", "accepted");
    const auto asked = add("correction-requested");
    revision(asked, 1, "2026-09-21T11:00", forms::Verdict::NeedsCorrection);
    const auto lapsed = add("closed");
    revision(lapsed, 1, "2026-09-21T11:00", forms::Verdict::NeedsCorrection);
    action(lapsed, 1, "lapse", "clock", "2026-09-29T00:01", "closed");
    bench.reopen();
    EXPECT_EQ(bench.told(deemed, 4), (Lines{"deemed-accepted 2026-09-21 10:00"}));
    EXPECT_EQ(bench.record(deemed).index.accepted, hall("2026-09-21T10:00"));
    EXPECT_EQ(bench.state(asked), CaseState::CorrectionRequested);
    EXPECT_EQ(bench.record(asked).index.waitsFor, forms::WaitsFor::Applicant);
    EXPECT_EQ(bench.state(lapsed), CaseState::Terminated);
}

TEST_F(CourseMigration, ACaseThatDoesNotReadIsDamagedAndTheOthersGoOn)
{
    const auto broken = add("under-review");
    action(broken, 1, "accept", "reviewer", "2026-09-22T09:10", "accepted");
    bench.run("UPDATE actions SET at = 'once'");
    const auto good = add("submitted");
    revision(good, 1, "2026-09-21T11:00", forms::Verdict::Acceptable);
    bench.reopen();
    EXPECT_EQ(bench.state(good), CaseState::Submitted);
    const auto course = bench.office->database->read(
        [broken](server::Transaction& transaction) -> base::Result<forms::Course> {
            return server::CourseStore(transaction).ofCase(broken);
        });
    EXPECT_EQ(course.error().code, base::ErrorCode::Damaged);
}

}  // namespace

}  // namespace server_tests
