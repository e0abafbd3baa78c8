#include <offline/spool.h>

#include "file_lock.h"
#include "sql.h"

#include <base/durable_file.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace offline {

namespace {

namespace fs = std::filesystem;

std::string contextOf(base::BatchId id)
{
    return "spool_batches:" + id.toString();
}

/// Complete pages by number, which is the order of the paper.
std::vector<fs::path> pagesIn(const fs::path& folder, std::string_view ending)
{
    std::vector<fs::path> pages;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ending)
            pages.push_back(entry->path());
    std::ranges::sort(pages, [](const fs::path& a, const fs::path& b) {
        const auto left = a.stem().string();
        const auto right = b.stem().string();
        return left.size() != right.size() ? left.size() < right.size() : left < right;
    });
    return pages;
}

/// Taken for as long as a process fills or clears a batch; a dead one's goes with it.
base::Result<std::shared_ptr<const void>> hold(const fs::path& folder)
{
    auto lock = FileLock::tryOnce(folder / "held.lock", FileLock::Kind::Exclusive);
    if (!lock)
        return base::passOn(lock);
    return std::shared_ptr<const void>(std::make_shared<FileLock>(std::move(*lock)));
}

}  // namespace

Spool::Spool(Database& database, const DataFolder& folder, const Vault& vault, const base::Clock& clock)
    : m_database(database)
    , m_folder(folder)
    , m_vault(vault)
    , m_clock(clock)
{}

base::Result<SpoolBatch> Spool::begin(base::CaseId caseId, std::string_view material, std::string_view party)
{
    const auto now = m_clock.now();
    SpoolBatch batch{base::BatchId::make(now), caseId, std::string(material), std::string(party), {}, {}, {}};
    batch.folder = m_folder.spool(batch.id);
    batch.key = m_vault.batchKey(batch.id);
    if (auto made = base::makeFolder(batch.folder); !made)
        return base::passOn(made);
    auto held = hold(batch.folder);
    if (!held)
        return base::passOn(held);
    batch.hold = std::move(*held);
    const nlohmann::json target = {{"material", batch.material}, {"party", batch.party}};
    const auto written = m_database.transact([&]() -> base::Status {
        SQLite::Statement insert(
            m_database.sqlite(),
            "INSERT INTO spool_batches (id, case_id, begun, target) VALUES (?, ?, ?, ?)");
        insert.bind(1, batch.id.toString());
        insert.bind(2, caseId.toString());
        sql::bindTime(insert, 3, now);
        sql::bindBlob(insert, 4, m_vault.sealRow(target.dump(), contextOf(batch.id)));
        insert.exec();
        return {};
    });
    if (!written)
        return base::passOn(written);
    return batch;
}

base::Status Spool::end(base::BatchId batch)
{
    const auto folder = m_folder.spool(batch);
    if (!pagesIn(folder, ".page").empty())
        return base::fail(
            base::ErrorCode::NotAllowed,
            "Scanned pages of this batch are not kept yet. They must be kept before the batch can end.");
    std::error_code error;
    fs::remove_all(folder, error);
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement remove(m_database.sqlite(), "DELETE FROM spool_batches WHERE id = ?");
        remove.bind(1, batch.toString());
        remove.exec();
        return {};
    });
}

base::Result<std::vector<SpoolLeftover>> Spool::leftovers() const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<SpoolLeftover>> {
        std::vector<SpoolLeftover> leftovers;
        SQLite::Statement rows(m_database.sqlite(),
                               "SELECT id, case_id, target FROM spool_batches ORDER BY id");
        while (rows.executeStep()) {
            const auto id = base::BatchId::parse(rows.getColumn(0).getString());
            const auto caseId = base::CaseId::parse(rows.getColumn(1).getString());
            if (!id || !caseId)
                return sql::damagedRow(m_database, "spool_batches");
            const auto target = m_vault.openRow(sql::bytesOf(rows.getColumn(2)), contextOf(*id));
            if (!target)
                return base::passOn(target);
            const auto place = nlohmann::json::parse(*target, nullptr, false);
            if (!place.is_object())
                return sql::damagedRow(m_database, "spool_batches");
            SpoolLeftover leftover;
            leftover.batch = {*id,
                              *caseId,
                              place.value("material", std::string()),
                              place.value("party", std::string()),
                              m_folder.spool(*id),
                              m_vault.batchKey(*id),
                              {}};
            std::error_code ignored;
            if (fs::is_directory(leftover.batch.folder, ignored)) {
                auto held = hold(leftover.batch.folder);
                if (!held)
                    continue;
                leftover.batch.hold = std::move(*held);
            }
            leftover.pages = pagesIn(leftover.batch.folder, ".page");
            leftover.incomplete = static_cast<int>(pagesIn(leftover.batch.folder, ".part").size());
            leftovers.push_back(std::move(leftover));
        }
        return leftovers;
    });
}

}  // namespace offline
