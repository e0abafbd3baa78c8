#include <server/audit_store.h>
#include <server/child_store.h>
#include <server/counter_store.h>
#include <server/database.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

namespace server {

namespace {

class Records : public testing::Test
{
  protected:
    Records()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "onewindow-records-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        database = std::move(Database::open(folder / "backoffice.db").value());
    }

    ~Records() override
    {
        database.reset();
        std::filesystem::remove_all(folder);
    }

    std::int64_t next(const std::string& name)
    {
        return database
            ->write([&](Transaction& transaction) -> base::Result<std::int64_t> {
                return CounterStore(transaction).next(name);
            })
            .value();
    }

    std::filesystem::path folder;
    std::unique_ptr<Database> database;
};

TEST_F(Records, AnErrorTakesEverythingBack)
{
    EXPECT_EQ(next("n"), 1);
    const auto failed = database->write([](Transaction& transaction) -> base::Status {
        static_cast<void>(CounterStore(transaction).next("n"));
        return base::fail(base::ErrorCode::Conflict, "No.");
    });
    EXPECT_EQ(failed.error().code, base::ErrorCode::Conflict);
    EXPECT_EQ(next("n"), 2);
}

TEST_F(Records, ABrokenStatementIsAnErrorAndTakesEverythingBack)
{
    const auto failed = database->write([](Transaction& transaction) -> base::Status {
        static_cast<void>(CounterStore(transaction).next("n"));
        transaction.run("INSERT INTO nowhere VALUES (1)", {});
        return {};
    });
    EXPECT_FALSE(failed);
    EXPECT_EQ(next("n"), 1);
}

TEST_F(Records, BytesComeBackAsTheyWere)
{
    const std::string bytes("\0\xff'; --\0", 8);
    const auto back = database->write([&](Transaction& transaction) -> base::Result<std::string> {
        transaction.run("INSERT INTO guides (sha256, code, version, bytes) VALUES ($1, $2, $3, $4)",
                        {"d", "c'", "版本", Blob{bytes}});
        const auto row = transaction.row("SELECT bytes, code, version FROM guides WHERE sha256 = $1", {"d"});
        EXPECT_EQ(row->text(1), "c'");
        EXPECT_EQ(row->text(2), "版本");
        return row->text(0);
    });
    EXPECT_EQ(back.value(), bytes);
}

TEST_F(Records, OfAVersionWithoutChildrenRememberWhichCasesAreToGetTheirs)
{
    const auto accepted = base::CaseId::parse("01890a5d-ac96-774b-bcce-b302099a8057").value();
    ASSERT_TRUE(database->write([&](Transaction& transaction) -> base::Status {
        for (const auto* table : {"cases", "course", "documents", "document_pages", "offices"})
            transaction.run("DROP TABLE IF EXISTS " + std::string(table), {});
        transaction.run(
            "CREATE TABLE cases (id TEXT PRIMARY KEY, division TEXT, revision BIGINT, state TEXT, matter TEXT, matter_name "
            "TEXT, guide TEXT, official TEXT, applicant TEXT, received TEXT, current_from TEXT, accepted TEXT, state_since "
            "TEXT, due TEXT, claimed_by TEXT, accepted_by TEXT, examined_by TEXT, approved_by TEXT, corrections BIGINT, "
            "flagged BIGINT, replaces TEXT)",
            {});
        transaction.run("DROP TABLE children", {});
        transaction.run("DROP TABLE unplanned", {});
        transaction.run("UPDATE schema_version SET version = 2", {});
        for (const auto& [id, state] : {std::pair<std::string, std::string>{accepted.toString(), "accepted"},
                                        {"01890a5d-ac96-774b-bcce-b302099a8058", "closed"}})
            transaction.run(
                "INSERT INTO cases (id, division, revision, state, matter, matter_name, guide, official, applicant, "
                "received, current_from, accepted, state_since, due, claimed_by, accepted_by, examined_by, approved_by, "
                "corrections, flagged, replaces) VALUES ($1, '', 1, $2, '', '', '', $3, '', '', '', '', '', '', '', '', "
                "'', '', 0, 0, '')",
                {id, state, id});
        return {};
    }));
    database.reset();
    database = std::move(Database::open(folder / "backoffice.db").value());
    const auto unplanned =
        database->read([](Transaction& transaction) -> base::Result<RowsRead<base::CaseId>> {
            return ChildStore(transaction).unplanned();
        });
    EXPECT_EQ(unplanned->whole, std::vector{accepted});
}

TEST_F(Records, ManyThreadsCountWithoutAGap)
{
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 25; ++n)
                next("n");
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(next("n"), 101);
}

TEST_F(Records, EachCaseHasAnAuditChainOfItsOwnThatVerifies)
{
    const base::Timestamp now{std::chrono::milliseconds(1'700'000'000'000)};
    const auto one = base::CaseId::make(now);
    const auto other = base::CaseId::make(now);
    const auto chain =
        database->write([&](Transaction& transaction) -> base::Result<std::vector<api::AuditEntry>> {
            AuditStore audit(transaction);
            audit.add(now, "clerk", "login");
            for (int i = 0; i < 3; ++i) {
                audit.add(now, "clerk", "view", one);
                audit.add(now, "reviewer", "view", other);
            }
            return audit.chainOf(one);
        });
    ASSERT_EQ(chain->size(), 3U);
    EXPECT_TRUE(chain->front().prev.isZero());
    EXPECT_TRUE(api::verifyAudit(*chain));
    auto forged = *chain;
    forged[1].bytes.replace(forged[1].bytes.find("clerk"), 5, "admin");
    EXPECT_FALSE(api::verifyAudit(forged));
}

}  // namespace

}  // namespace server
