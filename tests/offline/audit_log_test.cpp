#include "offline/bench.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <gtest/gtest.h>

namespace {

class AuditLog : public testing::Test
{
  protected:
    AuditLog()
    {
        for (int i = 0; i < 5; ++i)
            EXPECT_TRUE(
                bench.place.audit().record("clerk", "case.view", id, "n" + std::to_string(i)).has_value());
    }

    void tamper(const std::string& sql)
    {
        auto& sqlite = bench.place.database().sqlite();
        sqlite.exec("DROP TRIGGER IF EXISTS audit_unchanged; DROP TRIGGER IF EXISTS audit_kept;");
        sqlite.exec(sql);
    }

    tests::Bench bench;
    base::CaseId id = base::CaseId::make(bench.clock.now());
};

}  // namespace

TEST_F(AuditLog, IsWholeWhenNobodyTouchedIt)
{
    const auto verdict = bench.place.audit().verify().value();
    EXPECT_EQ(verdict.entries, 5U);
    EXPECT_FALSE(verdict.broken.has_value());
    const auto entries = bench.place.audit().list(id, 2).value();
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].detail, "n4");
    EXPECT_EQ(entries[0].prev, entries[1].digest);
}

TEST_F(AuditLog, RefusesToBeRewritten)
{
    auto& sqlite = bench.place.database().sqlite();
    EXPECT_THROW(sqlite.exec("DELETE FROM audit WHERE seq = 5"), SQLite::Exception);
    EXPECT_THROW(sqlite.exec("UPDATE audit SET bytes = '' WHERE seq = 5"), SQLite::Exception);
}

TEST_F(AuditLog, FindsAChangedEntry)
{
    tamper("UPDATE audit SET bytes = replace(bytes, 'n2', 'nX') WHERE seq = 3");
    EXPECT_EQ(bench.place.audit().verify()->broken, 3U);
}

TEST_F(AuditLog, FindsARemovedEntry)
{
    tamper("DELETE FROM audit WHERE seq = 2");
    EXPECT_EQ(bench.place.audit().verify()->broken, 2U);
}

TEST_F(AuditLog, FindsACutTail)
{
    tamper("DELETE FROM audit WHERE seq > 3");
    EXPECT_EQ(bench.place.audit().verify()->broken, 4U);
}

TEST_F(AuditLog, FindsAnEntryMovedToAnotherCase)
{
    tamper("UPDATE audit SET case_id = NULL WHERE seq = 4");
    EXPECT_EQ(bench.place.audit().verify()->broken, 4U);
}
