#include <offline/outbox_store.h>

#include "outbox_row.h"
#include "page_sending.h"
#include "sql.h"

#include <set>

namespace offline {

namespace {

/// Everything whose bytes go up before the manifest: pages and papers, each digest once, since two pages may be the same
/// image. Papers that earlier versions made have no bytes here.
std::vector<OutboxPage> bytesOf(const forms::Case& sealed)
{
    std::vector<OutboxPage> all;
    std::set<base::Digest> seen;
    const auto add = [&](const base::Digest& sha256, base::ByteCount bytes, std::string type) {
        if (seen.insert(sha256).second)
            all.push_back({sha256, bytes, std::move(type), {}, false});
    };
    for (const auto& page : sealed.pages)
        if (!page.discarded)
            add(page.sha256, page.bytes, page.type);
    for (const auto& notice : sealed.notices)
        if (notice.bytes.value > 0)
            add(notice.sha256, notice.bytes, std::string(PaperType));
    return all;
}

}  // namespace

base::Status OutboxStore::put(const forms::SealedCase& sealed)
{
    const auto& manifest = sealed.manifest().sealed;
    return m_database.transact([&]() -> base::Status {
        const auto there = find(manifest.id, manifest.revision);
        if (!there)
            return base::passOn(there);
        if (*there)
            return (*there)->manifest == sealed.digest()
                       ? base::Status()
                       : base::fail(
                           base::ErrorCode::Conflict,
                           "Revision {revision} of case {case} was sealed before with other content.",
                           {{"case", manifest.id.toString()},
                            {"revision", std::to_string(manifest.revision)}});
        if (auto follows = checkFollows(manifest); !follows)
            return follows;
        return insert(sealed);
    });
}

base::Status OutboxStore::checkFollows(const forms::Case& sealed) const
{
    if (sealed.revision == 1)
        return {};
    if (!sealed.previous)
        return base::fail(base::ErrorCode::NotAllowed,
                          "Revision {revision} of case {case} does not name the revision before it.",
                          {{"case", sealed.id.toString()}, {"revision", std::to_string(sealed.revision)}});
    const auto before = find(sealed.id, sealed.revision - 1);
    if (!before)
        return base::passOn(before);
    if (*before && (*before)->manifest != *sealed.previous)
        return base::fail(
            base::ErrorCode::Conflict,
            "Revision {revision} of case {case} does not follow the revision put here before it.",
            {{"case", sealed.id.toString()}, {"revision", std::to_string(sealed.revision)}});
    return {};
}

base::Status OutboxStore::insert(const forms::SealedCase& sealed)
{
    const auto& manifest = sealed.manifest().sealed;
    const auto id = manifest.id.toString();
    const auto pages = bytesOf(manifest);
    std::uint64_t total = 0;
    for (const auto& page : pages)
        total += page.bytes.value;
    const auto now = m_clock.now();
    SQLite::Statement row(
        m_database.sqlite(),
        "INSERT INTO outbox (case_id, revision, manifest, matter, state, put, changed, total, jws) "
        "VALUES (?, ?, ?, ?, 'waiting', ?, ?, ?, ?)");
    row.bind(1, id);
    row.bind(2, manifest.revision);
    row.bind(3, sealed.digest().toString());
    row.bind(4, manifest.guide.code);
    sql::bindTime(row, 5, now);
    sql::bindTime(row, 6, now);
    row.bind(7, static_cast<std::int64_t>(total));
    sql::bindBlob(row, 8, m_vault.sealRow(sealed.jws(), outboxContext("jws", id, manifest.revision)));
    row.exec();
    SQLite::Statement page(m_database.sqlite(),
                           "INSERT INTO outbox_pages (case_id, revision, place, sha256, bytes, type) "
                           "VALUES (?, ?, ?, ?, ?, ?)");
    for (std::size_t place = 0; place < pages.size(); ++place) {
        page.bind(1, id);
        page.bind(2, manifest.revision);
        page.bind(3, static_cast<std::int64_t>(place));
        page.bind(4, pages[place].sha256.toString());
        page.bind(5, static_cast<std::int64_t>(pages[place].bytes.value));
        page.bind(6, pages[place].type);
        page.exec();
        page.reset();
    }
    return {};
}

}  // namespace offline
