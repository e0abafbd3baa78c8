#include "salvage_store.h"

#include "schema_store.h"

#include <base/durable_file.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <sys/stat.h>

#include <algorithm>
#include <fstream>

namespace offline {

namespace {

namespace fs = std::filesystem;

fs::path beside(const DataFolder& folder, const char* ending)
{
    return folder.database().string() + ending;
}

base::Status syncToDisk(const fs::path& file)
{
    if (auto synced = base::syncFile(file); !synced)
        return synced;
    return base::syncFolder(file.parent_path());
}

base::Status copyAside(const DataFolder& folder, const fs::path& place)
{
    if (auto made = base::makeFolder(place); !made)
        return made;
    for (const char* ending : {"", "-wal", "-shm"}) {
        const auto from = beside(folder, ending);
        std::error_code error;
        if (!fs::exists(from, error))
            continue;
        const auto to = place / from.filename();
        if (!fs::copy_file(from, to, fs::copy_options::overwrite_existing, error))
            return base::fail(
                base::ErrorCode::NoSpace,
                "The damaged database could not be copied to {folder}: {reason}. Make room on the disk.",
                {{"folder", place.string()}, {"reason", error.message()}});
        if (auto synced = syncToDisk(to); !synced)
            return synced;
    }
    return {};
}

struct Table {
    std::string name;
    std::string columns;
    int width = 0;
    std::string backwards;  ///< by the key the rows lie in: any other order jumps into the damage early
};

std::vector<Table> tablesOf(SQLite::Database& database)
{
    std::vector<Table> tables;
    SQLite::Statement names(database,
                            "SELECT m.name, l.wr FROM sqlite_master AS m "
                            "JOIN pragma_table_list AS l ON l.schema = 'main' AND l.name = m.name "
                            "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.rowid");
    while (names.executeStep()) {
        const bool withoutRowid = names.getColumn(1).getInt() != 0;
        Table table{names.getColumn(0).getString(),
                    {},
                    0,
                    withoutRowid ? " ORDER BY 1 DESC" : " ORDER BY rowid DESC"};
        SQLite::Statement columns(database,
                                  "SELECT name FROM pragma_table_info('" + table.name + "') ORDER BY cid");
        for (; columns.executeStep(); ++table.width)
            table.columns += (table.width == 0 ? "" : ", ") + columns.getColumn(0).getString();
        tables.push_back(std::move(table));
    }
    return tables;
}

void bindColumn(SQLite::Statement& insert, int place, const SQLite::Column& value)
{
    if (value.isNull())
        insert.bind(place);
    else if (value.isInteger())
        insert.bind(place, value.getInt64());
    else if (value.isBlob())
        insert.bind(place, value.getBlob(), value.getBytes());
    else
        insert.bind(place, value.getString());
}

/// Reads until the damage; says whether the end was reached.
bool copyRows(SQLite::Database& from,
              SQLite::Database& to,
              const Table& table,
              const std::string& order,
              std::uint64_t& rows)
{
    std::string places = "?";
    for (int i = 1; i < table.width; ++i)
        places += ", ?";
    SQLite::Statement insert(
        to, "INSERT OR IGNORE INTO " + table.name + " (" + table.columns + ") VALUES (" + places + ")");
    try {
        SQLite::Statement select(from, "SELECT " + table.columns + " FROM " + table.name + order);
        while (select.executeStep()) {
            insert.reset();
            for (int i = 0; i < table.width; ++i)
                bindColumn(insert, i + 1, select.getColumn(i));
            try {
                rows += static_cast<std::uint64_t>(insert.exec());
            } catch (const SQLite::Exception&) {
                continue;  // a row that breaks the table's own rules was damaged too
            }
        }
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

/// Both ends of a table usually read even where its middle does not.
void copyTables(SQLite::Database& from, SQLite::Database& to, Salvage& result)
{
    to.exec("PRAGMA foreign_keys = OFF");
    const auto tables = tablesOf(to);
    to.exec("BEGIN");
    for (const auto& table : tables) {
        if (copyRows(from, to, table, "", result.rows))
            continue;
        copyRows(from, to, table, table.backwards, result.rows);
        result.incomplete.push_back(table.name);
    }
    to.exec("COMMIT");
}

bool readsAtAll(const fs::path& file)
{
    try {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
        return database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() > 0;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

/// When the first page is gone, nothing reads. The tables of a new file stand at the same pages, because they were made
/// by the same steps: its description of itself serves.
void lendDescription(const fs::path& fresh, const fs::path& broken)
{
    std::error_code ignored;
    const auto size = std::min(fs::file_size(fresh, ignored), fs::file_size(broken, ignored));
    SQLite::Database database(fresh.string(), SQLite::OPEN_READONLY);
    const auto pageSize = static_cast<std::size_t>(database.execAndGet("PRAGMA page_size").getInt());
    std::string page(pageSize, '\0');
    std::ifstream from(fresh, std::ios::binary);
    from.read(page.data(), static_cast<std::streamsize>(pageSize));
    const auto count = static_cast<std::uint32_t>(fs::file_size(broken, ignored) / pageSize);
    for (int i = 0; i < 4; ++i)
        page[28 + static_cast<std::size_t>(i)] = static_cast<char>(count >> (24 - 8 * i));
    page.replace(92, 4, page, 24, 4);  // "page count is valid for this change counter"
    if (size < pageSize)
        return;
    std::fstream to(broken, std::ios::binary | std::ios::in | std::ios::out);
    to.write(page.data(), static_cast<std::streamsize>(pageSize));
}

void rebuild(const DataFolder& folder, const fs::path& fresh, Salvage& result)
{
    std::error_code ignored;
    fs::remove(fresh, ignored);
    SQLite::Database to(fresh.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    ::chmod(fresh.c_str(), 0600);
    if (auto migrated = migrate(to); !migrated)
        throw SQLite::Exception(migrated.error().message);
    const auto working = beside(folder, ".working");
    fs::copy_file(folder.database(), working, fs::copy_options::overwrite_existing, ignored);
    const auto wal = beside(folder, "-wal");
    if (fs::exists(wal, ignored))
        fs::copy_file(wal, working.string() + "-wal", fs::copy_options::overwrite_existing, ignored);
    if (!readsAtAll(working))
        lendDescription(fresh, working);
    try {
        SQLite::Database from(working.string(), SQLite::OPEN_READWRITE);
        copyTables(from, to, result);
    } catch (const SQLite::Exception&) {
        for (const auto& table : tablesOf(to))
            result.incomplete.push_back(table.name);
    }
    for (const char* ending : {"", "-wal", "-shm"})
        fs::remove(working.string() + ending, ignored);
}

}  // namespace

base::Status finishSalvage(const DataFolder& folder)
{
    const auto complete = beside(folder, ".salvaged");
    std::error_code ignored;
    if (!fs::exists(complete, ignored))
        return {};
    // The old log must be gone before the new file takes the name, or SQLite would play it into the new one.
    fs::remove(beside(folder, "-wal"), ignored);
    fs::remove(beside(folder, "-shm"), ignored);
    if (auto synced = base::syncFolder(folder.root()); !synced)
        return synced;
    if (auto renamed = base::renameDurably(complete, folder.database()); !renamed)
        return renamed;
    fs::remove(folder.root() / "check.wanted", ignored);
    return base::syncFolder(folder.root());
}

base::Result<Salvage> salvage(const DataFolder& folder, base::Timestamp now)
{
    Salvage result;
    auto name = base::formatTimestamp(now);
    std::ranges::replace(name, ':', '-');
    result.copy = folder.damaged() / name;
    if (auto copied = copyAside(folder, result.copy); !copied)
        return base::passOn(copied);
    const auto fresh = beside(folder, ".rebuilt");
    try {
        rebuild(folder, fresh, result);
    } catch (const SQLite::Exception& exception) {
        return base::fail(
            base::ErrorCode::Damaged,
            "The damaged database was copied to {folder}, but no new one could be built: {reason}",
            {{"folder", result.copy.string()}, {"reason", exception.what()}});
    }
    if (auto synced = syncToDisk(fresh); !synced)
        return base::passOn(synced);
    if (auto complete = base::renameDurably(fresh, beside(folder, ".salvaged")); !complete)
        return base::passOn(complete);
    if (auto finished = finishSalvage(folder); !finished)
        return base::passOn(finished);
    return result;
}

}  // namespace offline
