// A row that is not what was written is refused by its name and never becomes another value.
#include "office_bench.h"

#include <server/account_store.h>
#include <server/action_store.h>
#include <server/annotation_store.h>
#include <server/audit_store.h>
#include <server/case_store.h>
#include <server/change_store.h>
#include <server/child_store.h>
#include <server/clerk_key_store.h>
#include <server/counter_store.h>
#include <server/course_store.h>
#include <server/document_store.h>
#include <server/guide_store.h>
#include <server/page_store.h>
#include <server/revision_store.h>
#include <server/upload_store.h>

#include <gtest/gtest.h>

namespace server_tests {

namespace {

using server::Transaction;

const std::string Id = "01890a5d-ac96-774b-bcce-b302099a8057";
const std::string Time = "2026-09-21T02:00:00.000Z";
const std::string Digest = base::Digest::of("x").toString();

class DamagedRows : public testing::Test
{
  protected:
    static base::CaseId caseId() { return base::CaseId::parse(Id).value(); }

    static std::string annotation()
    {
        forms::Annotation mark;
        mark.id = base::AnnotationId::parse(Id).value();
        mark.creator = "reviewer";
        mark.created = base::parseTimestamp(Time).value();
        mark.caseId = caseId();
        mark.pointer = "/materials/0";
        return forms::annotationToJson(mark);
    }

    /// Damages one column of a table and reads; whole before it was damaged.
    template <class Read>
    void expectDamaged(const std::string& table,
                       const std::string& column,
                       const server::Value& value,
                       const std::string& back,
                       const Read& work)
    {
        const auto attempt = [&] {
            return bench.office->database->read([&](Transaction& transaction) -> base::Status {
                work(transaction);
                return {};
            });
        };
        const auto whole = attempt();
        EXPECT_TRUE(whole) << table << ": " << base::describe(whole.error());
        bench.run("UPDATE " + table + " SET " + column + " = $1", {value});
        const auto damaged = attempt();
        ASSERT_FALSE(damaged) << table << "." << column;
        EXPECT_EQ(damaged.error().code, base::ErrorCode::Damaged) << table << "." << column;
        EXPECT_NE(base::describe(damaged.error()).find(table), std::string::npos)
            << base::describe(damaged.error());
        bench.run("UPDATE " + table + " SET " + column + " = $1", {back});
    }

    OfficeBench bench{"2026-09-21T10:05"};
};

TEST_F(DamagedRows, ACaseIsRefusedInEveryColumnThatIsRead)
{
    const auto id = bench.submitted(bench.licence(), "2026-09-21T10:00");
    const auto find = [id](Transaction& transaction) {
        static_cast<void>(server::CaseStore(transaction).find(id));
    };
    const auto guide = bench.record(id).guide.toString();
    for (const auto& [column, value, back] :
         {std::tuple<std::string, std::string, std::string>{"state", "lost", "submitted"},
          {"received", "yesterday", Time},
          {"state_since", "", Time},
          {"guide", "00", guide},
          {"revision", "two", "1"},
          {"due", "2026-02-30", ""},
          {"wakes", "soon", ""},
          {"waits_for", "godot", "reviewer"},
          {"calendar", "9999999999999999999999", "1"}})
        expectDamaged("cases", column, value, back, find);
}

TEST_F(DamagedRows, ACourseWithAGapOrAnEntryThatDoesNotReadIsNone)
{
    const auto id = bench.submitted(bench.licence(), "2026-09-21T10:00");
    const auto open = [&] {
        return bench.office->database->read([id](Transaction& transaction) -> base::Result<forms::Course> {
            return server::CourseStore(transaction).ofCase(id);
        });
    };
    ASSERT_TRUE(open());
    bench.run("UPDATE course SET json = '{\"act\": \"teleported\"}' WHERE n = 2");
    EXPECT_EQ(open().error().code, base::ErrorCode::Damaged);
    bench.run("UPDATE course SET json = 'not json' WHERE n = 2");
    EXPECT_EQ(open().error().code, base::ErrorCode::Damaged);
    bench.run("DELETE FROM course WHERE n = 2");
    EXPECT_EQ(open().error().code, base::ErrorCode::Damaged);
    bench.run("DELETE FROM course");
    EXPECT_EQ(open().error().code, base::ErrorCode::Damaged);
}

TEST_F(DamagedRows, AListStepsOverADamagedCaseAndNamesIt)
{
    const auto guide = bench.licence();
    const auto good = bench.submitted(guide, "2026-09-21T10:00");
    const auto bad = bench.submitted(guide, "2026-09-21T10:01");
    const auto last = bench.submitted(guide, "2026-09-21T10:02");
    bench.run("UPDATE cases SET state = 'lost' WHERE id = $1", {bad.toString()});
    const auto portion = bench.read([](Transaction& transaction) {
        return server::CaseStore(transaction).list({}, {"330399", {}}).value();
    });
    ASSERT_EQ(portion.cases.whole.size(), 2U);
    EXPECT_EQ(portion.cases.whole[0].id, good);
    EXPECT_EQ(portion.cases.whole[1].id, last);
    EXPECT_EQ(portion.cases.damaged, (std::vector<server::DamagedRow>{{"cases", bad.toString()}}));
    api::CasesQuery query;
    query.limit = 2;
    const auto first = bench.read([&](Transaction& transaction) {
        return server::CaseStore(transaction).list(query, {"330399", {}}).value();
    });
    query.cursor = first.cursor;
    const auto rest = bench.read([&](Transaction& transaction) {
        return server::CaseStore(transaction).list(query, {"330399", {}}).value();
    });
    ASSERT_FALSE(rest.cases.whole.empty());
    EXPECT_EQ(rest.cases.whole.back().id, last) << "a damaged row does not end the list";
}

TEST_F(DamagedRows, OfEveryOtherTableAreRefusedByName)
{
    bench.run("INSERT INTO revisions VALUES ($1, 1, $2, 'j', 'r', 'clerk', 'clerk', 'ws-1', $3)",
              {Id, Digest, Time});
    expectDamaged("revisions", "manifest", "00", Digest, [](Transaction& transaction) {
        static_cast<void>(server::RevisionStore(transaction).ofCase(caseId()));
    });
    bench.run("INSERT INTO annotations VALUES ($1, $1, 1, 'reviewer', $2, $3)", {Id, Digest, annotation()});
    expectDamaged("annotations", "json", "{}", annotation(), [](Transaction& transaction) {
        static_cast<void>(server::AnnotationStore(transaction).ofCase(caseId()));
    });
    expectDamaged("annotations", "request_digest", "00", Digest, [](Transaction& transaction) {
        static_cast<void>(server::AnnotationStore(transaction).find(base::AnnotationId::parse(Id).value()));
    });
    bench.run("INSERT INTO actions VALUES ($1, $1, 1, $2, $3, 'reviewer', 'reviewer', $4, 'accepted', '{}')",
              {Id, R"({"id": ")" + Id + R"(", "action": "accept", "revision": 1})", Digest, Time});
    for (const auto& [column, value, back] :
         {std::tuple<std::string, std::string, std::string>{"role", "king", "reviewer"},
          {"state", "lost", "accepted"},
          {"at", "", Time}})
        expectDamaged("actions", column, value, back, [](Transaction& transaction) {
            static_cast<void>(server::ActionStore(transaction).find(base::ActionId::parse(Id).value()));
        });
    bench.run("INSERT INTO children VALUES ($1, 1, 'water', 'd', '', 'running', '', '', '', '')", {Id});
    expectDamaged("children", "state", "lost", "running", [](Transaction& transaction) {
        static_cast<void>(server::ChildStore(transaction).ofCase(caseId()));
    });
    expectDamaged("users", "roles", "clerk,king", "clerk", [](Transaction& transaction) {
        static_cast<void>(server::AccountStore(transaction).find("clerk"));
    });
    bench.run("INSERT INTO sessions VALUES ('t', 'clerk', 'ws-1', $1, '2027-01-01T00:00:00.000Z')", {Time});
    expectDamaged("sessions", "created", "once", Time, [this](Transaction& transaction) {
        static_cast<void>(server::SessionStore(transaction).find("t", bench.clock.time));
    });
    bench.run("INSERT INTO uploads VALUES ('u', 'clerk', $1, 'image/jpeg', 9, 0, 'open', $2, '')",
              {Digest, Time});
    for (const auto& [column, value, back] :
         {std::tuple<std::string, std::string, std::string>{"state", "half", "open"},
          {"sha256", "", Digest},
          {"length", "many", "9"}})
        expectDamaged("uploads", column, value, back, [](Transaction& transaction) {
            static_cast<void>(server::UploadStore(transaction).find("u"));
        });
    bench.run("INSERT INTO pages VALUES ($1, 'image/jpeg', 9, $2)", {Digest, Time});
    expectDamaged("pages", "bytes", "many", "9", [](Transaction& transaction) {
        static_cast<void>(server::PageIndexStore(transaction).find(base::Digest::of("x")));
    });
    const auto key = base::SigningKey::generate().publicKey();
    bench.run("INSERT INTO clerk_keys VALUES ('k', 'clerk', 'ws-1', $1, $2)", {key.toBase64Url(), Time});
    expectDamaged("clerk_keys", "public_key", "AAAA", key.toBase64Url(), [](Transaction& transaction) {
        static_cast<void>(server::ClerkKeyStore(transaction).find("k"));
    });
    bench.run("INSERT INTO counters VALUES ('n', 1)");
    expectDamaged("counters", "value", "one", "1", [](Transaction& transaction) {
        static_cast<void>(server::CounterStore(transaction).last("n"));
    });
}

TEST_F(DamagedRows, AChangeThatDoesNotReadIsGonePast)
{
    const auto guide = bench.licence();
    static_cast<void>(bench.submitted(guide, "2026-09-21T10:00"));
    static_cast<void>(bench.submitted(guide, "2026-09-21T10:01"));
    bench.run("UPDATE changes SET state = 'lost' WHERE seq = 1");
    const auto changes = bench.read([](Transaction& transaction) {
        return server::ChangeStore(transaction).after({"330399", {}}, 0, 10);
    });
    ASSERT_EQ(changes.whole.size(), 1U);
    EXPECT_EQ(changes.whole.front().cursor, "2");
    EXPECT_EQ(changes.damaged, (std::vector<server::DamagedRow>{{"changes", "1"}}));
}

TEST_F(DamagedRows, NothingIsAddedToAnAuditChainWhoseLastLineIsDamaged)
{
    const auto add = [&] {
        return bench.office->database->write([&](Transaction& transaction) -> base::Status {
            server::AuditStore(transaction).add(bench.clock.time, "clerk", "view", caseId());
            return {};
        });
    };
    ASSERT_TRUE(add());
    bench.run("UPDATE audit SET digest = '' WHERE chain = $1", {Id});
    EXPECT_EQ(add().error().code, base::ErrorCode::Damaged);
}

}  // namespace

}  // namespace server_tests
