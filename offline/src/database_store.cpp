#include <offline/database.h>

#include "file_lock.h"
#include "salvage_store.h"
#include "schema_store.h"
#include "sql.h"

#include <base/durable_file.h>

#include <sqlite3.h>

#include <sys/stat.h>

namespace offline {

namespace {

namespace fs = std::filesystem;

constexpr int BusyMilliseconds = 5000;

fs::path checkWanted(const DataFolder& folder)
{
    return folder.root() / "check.wanted";
}

bool isDamage(const SQLite::Exception& exception)
{
    return exception.getErrorCode() == SQLITE_CORRUPT || exception.getErrorCode() == SQLITE_NOTADB;
}

std::unique_ptr<SQLite::Database> connect(const DataFolder& folder)
{
    auto database = std::make_unique<SQLite::Database>(
        folder.database().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, BusyMilliseconds);
    ::chmod(folder.database().c_str(), 0600);
    database->exec("PRAGMA journal_mode = WAL");
    database->exec("PRAGMA synchronous = FULL");
    database->exec("PRAGMA foreign_keys = ON");
    database->exec("PRAGMA secure_delete = ON");
    database->exec("PRAGMA trusted_schema = OFF");
    return database;
}

/// Somebody died with the database open, or met damage in it.
bool endedUnclean(const DataFolder& folder)
{
    std::error_code error;
    const auto log = folder.database().string() + "-wal";
    const auto size = fs::file_size(log, error);
    return (!error && size > 0) || fs::exists(checkWanted(folder), error);
}

bool isSound(const DataFolder& folder)
{
    std::error_code ignored;
    if (!fs::exists(folder.database(), ignored))
        return true;
    try {
        const auto database = connect(folder);
        return database->execAndGet("PRAGMA quick_check(1)").getString() == "ok";
    } catch (const SQLite::Exception& exception) {
        if (!isDamage(exception))
            throw;
        return false;
    }
}

}  // namespace

struct Database::State {
    State(DataFolder where, FileLock users)
        : folder(std::move(where))
        , openLock(std::move(users))
    {}

    DataFolder folder;
    FileLock openLock;  ///< shared by all who have the database open; goes last
    std::unique_ptr<SQLite::Database> connection;
    int depth = 0;
    std::optional<Salvage> salvaged;
};

namespace {

/// What must be done while nobody else has the file open: finish a salvage, check after an unclean end, salvage.
base::Result<std::optional<Salvage>> makeSound(const DataFolder& folder, base::Timestamp now, bool checkAll)
{
    if (auto finished = finishSalvage(folder); !finished)
        return base::passOn(finished);
    if (!checkAll && !endedUnclean(folder))
        return std::optional<Salvage>();
    if (isSound(folder)) {
        std::error_code ignored;
        fs::remove(checkWanted(folder), ignored);
        return std::optional<Salvage>();
    }
    auto salvaged = salvage(folder, now);
    if (!salvaged)
        return base::passOn(salvaged);
    return std::optional(*salvaged);
}

}  // namespace

Database::Database(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

base::Result<Database> Database::open(const DataFolder& folder, const base::Clock& clock)
{
    const auto lockFile = folder.root() / "open.lock";
    auto alone = FileLock::tryOnce(lockFile, FileLock::Kind::Exclusive);
    auto lock = alone ? std::move(alone) : FileLock::wait(lockFile, FileLock::Kind::Shared);
    if (!lock)
        return base::passOn(lock);
    const bool first = alone.has_value();
    auto state = std::make_unique<State>(folder, std::move(*lock));
    for (const bool checkAll : {false, true}) {
        try {
            if (first) {
                auto sound = makeSound(folder, clock.now(), checkAll);
                if (!sound)
                    return base::passOn(sound);
                if (*sound)
                    state->salvaged = std::move(*sound);
            }
            state->connection = connect(folder);
            if (auto migrated = migrate(*state->connection); !migrated)
                return base::passOn(migrated);
            break;
        } catch (const SQLite::Exception& exception) {
            state->connection.reset();
            if (first && !checkAll && isDamage(exception))
                continue;
            Database failed(std::move(state));
            return tl::unexpected(sql::errorOf(failed, exception));
        }
    }
    if (first)
        state->openLock.share();
    return Database(std::move(state));
}

const std::optional<Salvage>& Database::salvage() const
{
    return m_state->salvaged;
}

SQLite::Database& Database::sqlite()
{
    return *m_state->connection;
}

base::Result<std::string> Database::changeMark()
{
    return sql::guarded(*this, [&]() -> base::Result<std::string> {
        const auto others = sqlite().execAndGet("PRAGMA data_version").getString();
        return others + "/" + std::to_string(sqlite().getTotalChanges());
    });
}

void Database::noteDamage() const
{
    // Best effort: the disk may be the very thing that is broken.
    static_cast<void>(base::writeDurably(checkWanted(m_state->folder), "damage was met\n"));
}

base::Status Database::transact(const std::function<base::Status()>& work)
{
    const auto guardedWork = [&] { return sql::guarded(*this, work); };
    if (m_state->depth > 0)
        return guardedWork();
    auto begun = sql::guarded(*this, [&]() -> base::Status {
        sqlite().exec("BEGIN IMMEDIATE");
        return {};
    });
    if (!begun)
        return begun;
    ++m_state->depth;
    auto done = guardedWork();
    --m_state->depth;
    if (done)
        done = sql::guarded(*this, [&]() -> base::Status {
            sqlite().exec("COMMIT");
            return {};
        });
    if (!done)
        sqlite().tryExec("ROLLBACK");  // SQLite may have done so itself
    return done;
}

namespace sql {

base::Error errorOf(const Database& database, const SQLite::Exception& exception)
{
    if (isDamage(exception)) {
        database.noteDamage();
        return base::
            fail(base::ErrorCode::Damaged,
                 "The database of this workstation is damaged. Close every window of the program and start it again: it "
                 "will be copied aside and repaired as far as possible.")
                .value();
    }
    if (exception.getErrorCode() == SQLITE_FULL)
        return base::fail(base::ErrorCode::NoSpace, "The disk is full. Make room; nothing was lost.").value();
    if (exception.getErrorCode() == SQLITE_BUSY)
        return base::fail(base::ErrorCode::Failed,
                          "Another program is writing to this data folder. Try again.")
            .value();
    return base::fail(base::ErrorCode::Failed,
                      "The database cannot be used: {reason}",
                      {{"reason", exception.what()}})
        .value();
}

tl::unexpected<base::Error> damagedRow(const Database& database, std::string_view table)
{
    database.noteDamage();
    return base::fail(base::ErrorCode::Damaged,
                      "A row of the table {table} is not what was written.",
                      {{"table", std::string(table)}});
}

}  // namespace sql

}  // namespace offline
