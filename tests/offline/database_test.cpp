#include "offline/bench.h"

#include "schema_store.h"

#include <base/durable_file.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <gtest/gtest.h>

#include <fstream>

namespace {

namespace fs = std::filesystem;

/// Opens the folder of a bench anew, as a program started later does.
offline::Workplace reopened(tests::Bench& bench)
{
    return offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
}

void overwrite(const fs::path& file, std::streamoff from, std::size_t length)
{
    std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
    bytes.seekp(from);
    bytes << std::string(length, '\x5a');
}

/// Where the next page that holds rows of a table begins: what hangs on a page above the rows is lost with it.
std::streamoff leafAfter(const fs::path& file, std::size_t from)
{
    constexpr std::size_t PageSize = 4096;
    constexpr char TableLeaf = 0x0d;
    const auto bytes = base::readFile(file).value();
    auto page = from / PageSize * PageSize;
    while (page + PageSize < bytes.size() && bytes[page] != TableLeaf)
        page += PageSize;
    return static_cast<std::streamoff>(page);
}

/// Makes the store what the version before courses left: its tables, and the states it knew.
void undoTheCourse(const fs::path& file)
{
    constexpr int VersionBefore = 4;
    SQLite::Database store(file.string(), SQLite::OPEN_READWRITE);
    store.exec("PRAGMA foreign_keys = OFF");
    store.exec("UPDATE outbox SET state = 'asking', attempts = 1");
    for (const char* step :
         {"DROP TABLE papers",
          "DROP TABLE paper_numbers",
          "DROP TABLE release_left_out",
          "DROP TABLE guides_left_out",
          "DROP TABLE offices",
          "ALTER TABLE releases DROP COLUMN office",
          "ALTER TABLE outbox DROP COLUMN handed_in",
          "ALTER TABLE inbox_cursor DROP COLUMN pulled",
          "PRAGMA writable_schema = ON",
          "UPDATE sqlite_master SET sql = replace(sql, ',''terminated''', '') WHERE name = 'cases'",
          "PRAGMA writable_schema = OFF"})
        store.exec(step);
    store.exec("PRAGMA user_version = " + std::to_string(VersionBefore));
}

}  // namespace

TEST(Database, WritesToDiskBeforeItAnswers)
{
    tests::Bench bench;
    auto& sqlite = bench.place.database().sqlite();
    EXPECT_EQ(sqlite.execAndGet("PRAGMA journal_mode").getString(), "wal");
    EXPECT_EQ(sqlite.execAndGet("PRAGMA synchronous").getInt(), 2);
    EXPECT_EQ(sqlite.execAndGet("PRAGMA foreign_keys").getInt(), 1);
}

TEST(Database, UndoesATransactionThatFailed)
{
    tests::Bench bench;
    const auto draft = bench.draft();
    const auto failed = bench.place.database().transact([&]() -> base::Status {
        EXPECT_TRUE(bench.place.cases().change(draft.id, [](forms::Case& c) -> base::Status {
            c.matterName = "changed";
            return {};
        }));
        return base::fail(base::ErrorCode::Failed, "enough");
    });
    EXPECT_FALSE(failed.has_value());
    EXPECT_EQ(bench.place.cases().load(draft.id)->matterName, draft.matterName);
}

TEST(Database, RefusesAFileOfANewerProgram)
{
    tests::Bench bench;
    bench.place.database().sqlite().exec("PRAGMA user_version = 999");
    bench.close();
    EXPECT_EQ(offline::Database::open(bench.folder, bench.clock).error().code, base::ErrorCode::NotAllowed);
}

TEST(Database, TakesWhatAnOlderProgramKeptAlong)
{
    const std::string text = R"({"level": {"name": "县级"}, "local_sub_items": [{"name": "本地名"}]})";
    tests::Bench bench;
    bench.close();
    fs::remove(bench.folder.database());
    {
        SQLite::Database old(bench.folder.database().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        old.exec(offline::migrations().front());
        old.exec("PRAGMA user_version = 1");
        SQLite::Statement guide(
            old,
            "INSERT INTO guides (sha256, code, version, effective_from, by_hand, name, department, "
            "entry, bytes) VALUES (?1, ?2, '1', '2025-01-01', 1, 'A', 'D', json_object('code', ?2), ?3)");
        for (const auto& [code, bytes] : {std::pair{"a", text}, std::pair{"b", std::string("no JSON")}}) {
            guide.reset();
            guide.bind(1, base::Digest::of(bytes).toString());
            guide.bind(2, code);
            guide.bind(3, bytes.data(), static_cast<int>(bytes.size()));
            guide.exec();
        }
        for (const char* id : {"1", "2"})
            old.exec(
                "INSERT INTO cases (id, revision, state, matter, matter_name, guide_version, received, changed, pages, "
                "summary) VALUES ('"
                + std::string(id) + "', 1, 'draft', 'a', 'A', '1', 7, 7, 0, x'')");
    }
    bench.reopen();
    const auto today = *base::parseDate("2026-01-01");
    EXPECT_EQ(bench.place.catalogue().guideBytes(base::Digest::of(text)).value(), text);
    EXPECT_EQ(bench.place.catalogue().guides(today)->size(), 2U);
    EXPECT_EQ(bench.place.catalogue().guides(today)->front().level, "县级");
    EXPECT_EQ(bench.place.catalogue().matters(today)->front().localNames, std::vector<std::string>{"本地名"});
    EXPECT_EQ(bench.place.matterUse().of("clerk")->front().everyones, 2U);
}

TEST(Database, TakesAStoreOfTheVersionBeforeCoursesAlongAndGoesOn)
{
    tests::Bench bench;
    const auto sealed = bench.put(1);
    const auto kept = bench.place.pages().read(sealed.pages.front().sha256).value();
    const auto draft = bench.draft(1);
    bench.close();
    undoTheCourse(bench.folder.database());
    bench.reopen();
    // What was there reads as it was, finds its pages, and may go where no case went before.
    EXPECT_EQ(bench.place.cases().load(draft.id).value().number, draft.number);
    EXPECT_EQ(bench.place.cases().resolve(draft.number).value(), draft.id);
    EXPECT_EQ(bench.place.pages().read(sealed.pages.front().sha256).value(), kept);
    EXPECT_TRUE(bench.place.outbox().get(sealed.id, 1)->handedIn) << "it was tried before: it may have arrived";
    const auto ended = bench.place.cases().change(draft.id, [](forms::Case& c) -> base::Status {
        c.state = forms::CaseState::Terminated;
        return {};
    });
    ASSERT_TRUE(ended.has_value()) << base::describe(ended.error());
    EXPECT_EQ(bench.place.papers().nextNumber("W1", "测规资", 2026).value(), 1);
    bench.clock.advance(std::chrono::hours(24 * 30));
    EXPECT_EQ(bench.place.pages().removeUnused(std::chrono::hours(24)).value(), 0) << "no page lost its case";
    EXPECT_FALSE(bench.place.audit().verify()->broken.has_value());
}

TEST(Database, IsSharedBySeveralProcesses)
{
    tests::Bench bench;
    auto other = reopened(bench);
    const auto draft = bench.draft();
    EXPECT_EQ(other.cases().load(draft.id)->number, draft.number);
    EXPECT_NE(other.cases().nextNumber("W1", base::hallDate(bench.clock.now())).value(), draft.number);
}

TEST(Database, CopiesADamagedFileAsideAndSavesTheRowsThatRead)
{
    tests::Bench bench;
    std::vector<base::CaseId> ids;
    for (int i = 0; i < 60; ++i)
        ids.push_back(bench.draft(1, 100).id);
    bench.close();
    const auto size = fs::file_size(bench.folder.database());
    ASSERT_GT(size, std::size_t{40} * 4096);
    overwrite(bench.folder.database(), leafAfter(bench.folder.database(), size * 2 / 3), 4096);
    const auto bytes = base::readFile(bench.folder.database()).value();
    ASSERT_TRUE(base::writeDurably(bench.folder.root() / "check.wanted", "x").has_value());

    auto place = reopened(bench);
    ASSERT_TRUE(place.database().salvage().has_value());
    EXPECT_EQ(base::readFile(place.database().salvage()->copy / "onewindow.db").value(), bytes);
    EXPECT_FALSE(place.database().salvage()->incomplete.empty());
    int opened = 0;
    for (const auto& id : ids)
        opened += place.cases().load(id).has_value() ? 1 : 0;
    EXPECT_GT(opened, 30);
    EXPECT_TRUE(place.cases().create([&] {
        auto c = forms::Case();
        c.id = base::CaseId::make(bench.clock.now());
        return c;
    }()));
}

TEST(Database, SavesEverythingWhenOnlyTheFirstPageIsGone)
{
    tests::Bench bench;
    const auto draft = bench.draft();
    bench.close();
    overwrite(bench.folder.database(), 0, 4096);
    auto place = reopened(bench);
    ASSERT_TRUE(place.database().salvage().has_value());
    EXPECT_EQ(forms::caseToJson(place.cases().load(draft.id).value()), forms::caseToJson(draft));
    EXPECT_EQ(place.pages().read(draft.pages[0].sha256)->size(), 3000U);
}

TEST(Database, BringsBackThePagesOfALostDatabase)
{
    tests::Bench bench;
    const auto draft = bench.draft();
    bench.close();
    ASSERT_TRUE(base::writeDurably(bench.folder.database(), std::string(100000, 'x')).has_value());
    auto place = reopened(bench);
    ASSERT_TRUE(place.database().salvage().has_value());
    EXPECT_TRUE(place.pages().read(draft.pages[0].sha256).has_value());
    EXPECT_EQ(place.pages().removeUnused(std::chrono::hours(24)).value(), 0);
}

TEST(Database, ChecksAfterDamageWasMet)
{
    tests::Bench bench;
    bench.place.database().noteDamage();
    bench.close();
    const auto place = reopened(bench);
    EXPECT_FALSE(fs::exists(bench.folder.root() / "check.wanted"));
}
