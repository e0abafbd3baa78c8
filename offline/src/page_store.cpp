#include <offline/page_store.h>

#include "sql.h"

#include <base/durable_file.h>
#include <base/encoding.h>

namespace offline {

namespace {

namespace fs = std::filesystem;

tl::unexpected<base::Error> notThere(const base::Digest& page)
{
    return base::fail(base::ErrorCode::NotFound,
                      "The page {page} is not on this workstation.",
                      {{"page", page.toString()}});
}

/// What a sealed file holds, found by reading it through.
base::Result<KeptPage> examine(const fs::path& file, const base::Key& key)
{
    base::Hasher hasher;
    std::uint64_t bytes = 0;
    const auto read = base::readSealedFile(file, key, [&](std::span<const std::byte> part) -> base::Status {
        hasher.add(part);
        bytes += part.size();
        return {};
    });
    if (!read)
        return base::passOn(read);
    return KeptPage{hasher.finish(), {bytes}};
}

}  // namespace

PageStore::PageStore(Database& database,
                     const DataFolder& folder,
                     const Vault& vault,
                     const base::Clock& clock)
    : m_database(database)
    , m_folder(folder)
    , m_vault(vault)
    , m_clock(clock)
{}

base::Result<KeptPage> PageStore::keep(std::string_view image)
{
    const KeptPage page{base::Digest::of(image), {image.size()}};
    const auto file = m_folder.page(page.sha256);
    if (auto made = base::makeFolder(file.parent_path()); !made)
        return base::passOn(made);
    // Also when the page is here already: the one on disk might no longer open, these bytes are known to be good.
    auto beside = file;
    beside += "." + base::toHex(base::randomBytes(6)) + ".part";
    auto written = [&]() -> base::Status {
        auto writer = base::SealedFileWriter::create(beside, m_vault.pageKey());
        if (!writer)
            return base::passOn(writer);
        if (auto put = writer->write(base::asBytes(image)); !put)
            return put;
        if (auto finished = writer->finish(); !finished)
            return finished;
        return base::renameDurably(beside, file);
    }();
    if (!written) {
        std::error_code ignored;
        fs::remove(beside, ignored);
        return base::passOn(written);
    }
    if (auto recorded = record(page); !recorded)
        return base::passOn(recorded);
    return page;
}

base::Result<KeptPage> PageStore::keepSpooled(const fs::path& spooled, const base::Digest& expected)
{
    const auto key = m_vault.keyOfFile(spooled);
    if (!key)
        return base::passOn(key);
    const auto page = examine(spooled, *key);
    if (!page)
        return page;
    if (page->sha256 != expected)
        return base::fail(
            base::ErrorCode::Damaged,
            "The scanned page {file} is not the one the scanner reported. It was left where it is.",
            {{"file", spooled.filename().string()}});
    const auto file = m_folder.page(page->sha256);
    if (auto made = base::makeFolder(file.parent_path()); !made)
        return base::passOn(made);
    // A worker that died after its last byte may not have synced it; for one that did this costs nothing.
    if (auto synced = base::syncFile(spooled); !synced)
        return base::passOn(synced);
    // The row comes first: a row without a file is cleared away, but a file without a row or spool place is an orphan.
    if (auto recorded = record(*page); !recorded)
        return base::passOn(recorded);
    if (auto renamed = base::renameDurably(spooled, file); !renamed)
        return base::passOn(renamed);
    return page;
}

base::Status PageStore::record(const KeptPage& page)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement insert(m_database.sqlite(),
                                 "INSERT INTO pages (sha256, bytes, kept) VALUES (?, ?, ?) "
                                 "ON CONFLICT (sha256) DO UPDATE SET kept = excluded.kept");
        insert.bind(1, page.sha256.toString());
        insert.bind(2, static_cast<std::int64_t>(page.bytes.value));
        sql::bindTime(insert, 3, m_clock.now());
        insert.exec();
        return {};
    });
}

bool PageStore::has(const base::Digest& page) const
{
    std::error_code ignored;
    return fs::exists(m_folder.page(page), ignored);
}

base::Result<std::string> PageStore::read(const base::Digest& page) const
{
    const auto file = m_folder.page(page);
    if (!has(page))
        return notThere(page);
    const auto key = m_vault.keyOfFile(file);
    if (!key)
        return base::passOn(key);
    auto image = base::readSealedFile(file, *key);
    if (image && base::Digest::of(*image) != page)
        return base::fail(base::ErrorCode::Damaged,
                          "The page {page} is not what was kept under its name.",
                          {{"page", page.toString()}});
    return image;
}

base::Result<std::string> PageStore::readRange(const base::Digest& page,
                                               std::uint64_t offset,
                                               std::size_t length) const
{
    const auto file = m_folder.page(page);
    if (!has(page))
        return notThere(page);
    const auto key = m_vault.keyOfFile(file);
    if (!key)
        return base::passOn(key);
    return base::readSealedRange(file, *key, offset, length);
}

base::Result<base::ByteCount> PageStore::size(const base::Digest& page) const
{
    if (!has(page))
        return notThere(page);
    const auto size = base::sealedPlainSize(m_folder.page(page));
    if (!size)
        return base::passOn(size);
    return base::ByteCount{*size};
}

base::Result<int> PageStore::removeUnused(std::chrono::hours age)
{
    std::vector<base::Digest> unused;
    const auto listed = m_database.transact([&]() -> base::Status {
        // In one write transaction with the removal, so that no case can begin to name a page meanwhile.
        SQLite::Statement rows(
            m_database.sqlite(),
            "SELECT sha256 FROM pages p WHERE kept < ? "
            "AND NOT EXISTS (SELECT 1 FROM case_pages c WHERE c.sha256 = p.sha256) "
            "AND NOT EXISTS (SELECT 1 FROM papers m WHERE m.sha256 = p.sha256) "
            "AND NOT EXISTS (SELECT 1 FROM outbox_pages o JOIN outbox e USING (case_id, revision) "
            "WHERE o.sha256 = p.sha256 AND e.purged = 0)");
        sql::bindTime(rows, 1, m_clock.now() - age);
        while (rows.executeStep())
            if (const auto digest = base::Digest::parse(rows.getColumn(0).getString()))
                unused.push_back(*digest);
        SQLite::Statement remove(m_database.sqlite(), "DELETE FROM pages WHERE sha256 = ?");
        for (const auto& page : unused) {
            std::error_code error;
            fs::remove(m_folder.page(page), error);
            if (error)
                return base::fail(base::ErrorCode::Failed,
                                  "{file}: {reason}",
                                  {{"file", m_folder.page(page).string()}, {"reason", error.message()}});
            remove.bind(1, page.toString());
            remove.exec();
            remove.reset();
        }
        return {};
    });
    if (!listed)
        return base::passOn(listed);
    return static_cast<int>(unused.size());
}

bool PageStore::isRecorded(const base::Digest& page) const
{
    const auto known = sql::guarded(m_database, [&]() -> base::Result<bool> {
        SQLite::Statement row(m_database.sqlite(), "SELECT 1 FROM pages WHERE sha256 = ?");
        row.bind(1, page.toString());
        return row.executeStep();
    });
    return known.value_or(false);
}

base::Result<int> PageStore::adoptOrphans()
{
    int adopted = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(m_folder.pages(), error), end; !error && entry != end;
         entry.increment(error))
    {
        const auto digest = base::Digest::parse(entry->path().filename().string());
        if (!digest || !entry->is_regular_file(error) || isRecorded(*digest))
            continue;
        const auto bytes = base::sealedPlainSize(entry->path());
        if (!bytes)
            continue;  // not a page file: nothing is lost by leaving it
        if (auto recorded = record({*digest, {*bytes}}); !recorded)
            return base::passOn(recorded);
        ++adopted;
    }
    return adopted;
}

}  // namespace offline
