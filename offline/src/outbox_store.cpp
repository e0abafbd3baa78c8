#include <offline/outbox_store.h>

#include "outbox_row.h"
#include "sql.h"

namespace offline {

namespace {

constexpr std::string_view Columns =
    "SELECT case_id, revision, manifest, matter, state, cause, reason, attempts, put, changed, next_try, sent, total, "
    "official, received, purged, handed_in FROM outbox o ";

base::Result<OutboxEntry> entryOf(const Database& database, const Vault& vault, SQLite::Statement& row)
{
    const auto text = row.getColumn(0).getString();
    const auto id = base::CaseId::parse(text);
    const auto manifest = base::Digest::parse(row.getColumn(2).getString());
    const auto state = parseOutboxState(row.getColumn(4).getString());
    const auto cause =
        row.getColumn(5).isNull() ? std::nullopt : parseParkCause(row.getColumn(5).getString());
    if (!id || !manifest || !state || cause.has_value() != (*state == OutboxState::Parked))
        return sql::damagedRow(database, "outbox");
    OutboxEntry entry;
    entry.caseId = *id;
    entry.revision = row.getColumn(1).getInt();
    entry.manifest = *manifest;
    entry.matter = row.getColumn(3).getString();
    entry.state = *state;
    entry.cause = cause;
    entry.reason = row.getColumn(6).getString();
    entry.attempts = row.getColumn(7).getInt();
    entry.put = sql::timeOf(row.getColumn(8));
    entry.changed = sql::timeOf(row.getColumn(9));
    if (row.getColumn(10).getInt64() != 0)
        entry.nextTry = sql::timeOf(row.getColumn(10));
    entry.sent = {static_cast<std::uint64_t>(row.getColumn(11).getInt64())};
    entry.total = {static_cast<std::uint64_t>(row.getColumn(12).getInt64())};
    entry.received = sql::timeIfAny(row.getColumn(14));
    entry.purged = row.getColumn(15).getInt() != 0;
    entry.handedIn = row.getColumn(16).getInt() != 0;
    if (!row.getColumn(13).isNull()) {
        auto official =
            vault.openRow(sql::bytesOf(row.getColumn(13)), outboxContext("official", text, entry.revision));
        if (!official)
            return base::passOn(official);
        entry.officialNumber = std::move(*official);
    }
    return entry;
}

base::Result<std::vector<OutboxEntry>> entriesOf(const Database& database,
                                                 const Vault& vault,
                                                 SQLite::Statement& rows)
{
    std::vector<OutboxEntry> entries;
    while (rows.executeStep()) {
        auto entry = entryOf(database, vault, rows);
        if (!entry)
            return base::passOn(entry);
        entries.push_back(std::move(*entry));
    }
    return entries;
}

tl::unexpected<base::Error> notThere(const std::string& id, int revision)
{
    return base::fail(base::ErrorCode::NotFound,
                      "Case {case}, revision {revision}, is not in the outbox.",
                      {{"case", id}, {"revision", std::to_string(revision)}});
}

std::int64_t bytesOf(base::ByteCount count)
{
    return static_cast<std::int64_t>(count.value);
}

}  // namespace

OutboxStore::OutboxStore(Database& database, const Vault& vault, const base::Clock& clock)
    : m_database(database)
    , m_vault(vault)
    , m_clock(clock)
{}

base::Result<std::vector<OutboxEntry>> OutboxStore::list(std::size_t limit) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<OutboxEntry>> {
        SQLite::Statement open(m_database.sqlite(),
                               std::string(Columns) + "WHERE state <> 'received' ORDER BY seq LIMIT ?");
        open.bind(1, static_cast<std::int64_t>(limit));
        auto entries = entriesOf(m_database, m_vault, open);
        if (!entries || entries->size() >= limit)
            return entries;
        SQLite::Statement received(
            m_database.sqlite(), std::string(Columns) + "WHERE state = 'received' ORDER BY seq DESC LIMIT ?");
        received.bind(1, static_cast<std::int64_t>(limit - entries->size()));
        const auto rest = entriesOf(m_database, m_vault, received);
        if (!rest)
            return rest;
        entries->insert(entries->end(), rest->begin(), rest->end());
        return entries;
    });
}

base::Result<std::optional<OutboxEntry>> OutboxStore::find(base::CaseId id, int revision) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::optional<OutboxEntry>> {
        SQLite::Statement row(m_database.sqlite(),
                              std::string(Columns) + "WHERE case_id = ? AND revision = ?");
        row.bind(1, id.toString());
        row.bind(2, revision);
        if (!row.executeStep())
            return std::optional<OutboxEntry>();
        auto entry = entryOf(m_database, m_vault, row);
        if (!entry)
            return base::passOn(entry);
        return std::optional(std::move(*entry));
    });
}

base::Result<OutboxEntry> OutboxStore::get(base::CaseId id, int revision) const
{
    auto found = find(id, revision);
    if (!found)
        return base::passOn(found);
    if (!*found)
        return notThere(id.toString(), revision);
    return std::move(**found);
}

base::Result<std::string> OutboxStore::manifestJws(base::CaseId id, int revision) const
{
    return sealedColumn(id, revision, "jws");
}

base::Result<std::string> OutboxStore::receiptJws(base::CaseId id, int revision) const
{
    return sealedColumn(id, revision, "receipt");
}

base::Result<std::string> OutboxStore::sealedColumn(base::CaseId id, int revision, const char* column) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::string> {
        const auto text = id.toString();
        SQLite::Statement row(m_database.sqlite(),
                              std::string("SELECT ") + column
                                  + " FROM outbox WHERE case_id = ? AND revision = ?");
        row.bind(1, text);
        row.bind(2, revision);
        if (!row.executeStep() || row.getColumn(0).isNull())
            return notThere(text, revision);
        return m_vault.openRow(sql::bytesOf(row.getColumn(0)), outboxContext(column, text, revision));
    });
}

base::Result<std::vector<OutboxPage>> OutboxStore::pages(base::CaseId id, int revision) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<OutboxPage>> {
        SQLite::Statement rows(m_database.sqlite(),
                               "SELECT sha256, bytes, type, upload, there FROM outbox_pages "
                               "WHERE case_id = ? AND revision = ? ORDER BY place");
        rows.bind(1, id.toString());
        rows.bind(2, revision);
        std::vector<OutboxPage> pages;
        while (rows.executeStep()) {
            const auto digest = base::Digest::parse(rows.getColumn(0).getString());
            if (!digest)
                return sql::damagedRow(m_database, "outbox_pages");
            pages.push_back({*digest,
                             {static_cast<std::uint64_t>(rows.getColumn(1).getInt64())},
                             rows.getColumn(2).getString(),
                             rows.getColumn(3).getString(),
                             rows.getColumn(4).getInt() != 0});
        }
        return pages;
    });
}

base::Result<std::vector<OutboxEntry>> OutboxStore::due(base::Timestamp now, std::size_t limit) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<OutboxEntry>> {
        SQLite::Statement rows(
            m_database.sqlite(),
            std::string(Columns)
                + "WHERE state <> 'received' AND state <> 'parked' AND next_try <= ? "
                  "AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.case_id = o.case_id "
                  "AND e.revision < o.revision AND e.state <> 'received') ORDER BY seq LIMIT ?");
        sql::bindTime(rows, 1, now);
        rows.bind(2, static_cast<std::int64_t>(limit));
        return entriesOf(m_database, m_vault, rows);
    });
}

base::Result<std::optional<base::Timestamp>> OutboxStore::nextTry() const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::optional<base::Timestamp>> {
        SQLite::Statement row(m_database.sqlite(),
                              "SELECT next_try FROM outbox WHERE state <> 'received' AND state <> 'parked' "
                              "ORDER BY next_try LIMIT 1");
        return row.executeStep() ? std::optional(sql::timeOf(row.getColumn(0))) : std::nullopt;
    });
}

base::Status OutboxStore::update(base::CaseId id, int revision, const std::string& set, const Binder& bind)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(
            m_database.sqlite(),
            "UPDATE outbox SET changed = :changed, " + set
                + " WHERE case_id = :case AND revision = :revision AND state <> 'received'");
        row.bind(":changed", static_cast<std::int64_t>(m_clock.now().time_since_epoch().count()));
        row.bind(":case", id.toString());
        row.bind(":revision", revision);
        if (bind)
            bind(row);
        return row.exec() == 1 ? base::Status() : base::Status(notThere(id.toString(), revision));
    });
}

base::Status OutboxStore::enter(base::CaseId id, int revision, OutboxState state)
{
    const bool handsIn = state == OutboxState::AwaitingReceipt || state == OutboxState::Asking;
    return update(id,
                  revision,
                  std::string("state = :state, cause = NULL, next_try = 0") + (handsIn ? ", handed_in = 1" : ""),
                  [&](SQLite::Statement& row) { row.bind(":state", std::string(nameOf(state))); });
}

base::Status OutboxStore::tryLater(
    base::CaseId id, int revision, OutboxState state, base::Timestamp when, std::string_view reason)
{
    return update(id,
                  revision,
                  "state = :state, cause = NULL, next_try = :when, reason = :reason, attempts = attempts + 1",
                  [&](SQLite::Statement& row) {
                      row.bind(":state", std::string(nameOf(state)));
                      row.bind(":when", static_cast<std::int64_t>(when.time_since_epoch().count()));
                      row.bind(":reason", std::string(reason));
                  });
}

base::Status OutboxStore::park(base::CaseId id, int revision, ParkCause cause, std::string_view reason)
{
    return update(id,
                  revision,
                  "state = 'parked', cause = :cause, next_try = 0, reason = :reason",
                  [&](SQLite::Statement& row) {
                      row.bind(":cause", std::string(nameOf(cause)));
                      row.bind(":reason", std::string(reason));
                  });
}

base::Status OutboxStore::notePage(base::CaseId id, int revision, const OutboxPage& page)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(m_database.sqlite(),
                              "UPDATE outbox_pages SET upload = ?, there = ? "
                              "WHERE case_id = ? AND revision = ? AND sha256 = ?");
        row.bind(1, page.upload);
        row.bind(2, page.there ? 1 : 0);
        row.bind(3, id.toString());
        row.bind(4, revision);
        row.bind(5, page.sha256.toString());
        return row.exec() == 1 ? base::Status() : base::Status(notThere(id.toString(), revision));
    });
}

base::Status OutboxStore::noteSent(base::CaseId id, int revision, base::ByteCount sent)
{
    // Getting on is what ends a series of failed attempts.
    return update(id,
                  revision,
                  "attempts = CASE WHEN :sent > sent THEN 0 ELSE attempts END, sent = :sent",
                  [&](SQLite::Statement& row) { row.bind(":sent", bytesOf(sent)); });
}

base::Status OutboxStore::receive(base::CaseId id,
                                  int revision,
                                  std::string_view receiptJws,
                                  std::string_view officialNumber)
{
    const auto text = id.toString();
    return update(id,
                  revision,
                  "state = 'received', cause = NULL, next_try = 0, reason = '', attempts = 0, sent = total, "
                  "received = :changed, receipt = :receipt, official = :official",
                  [&](SQLite::Statement& row) {
                      const auto receipt =
                          m_vault.sealRow(receiptJws, outboxContext("receipt", text, revision));
                      const auto official =
                          m_vault.sealRow(officialNumber, outboxContext("official", text, revision));
                      row.bind(":receipt", receipt.data(), static_cast<int>(receipt.size()));
                      row.bind(":official", official.data(), static_cast<int>(official.size()));
                  });
}

base::Status OutboxStore::withdraw(base::CaseId id, int revision)
{
    return m_database.transact([&]() -> base::Status {
        const auto entry = get(id, revision);
        if (!entry)
            return base::passOn(entry);
        if (entry->state == OutboxState::Received)
            return notThere(id.toString(), revision);
        for (const char* table : {"outbox_pages", "outbox"}) {
            SQLite::Statement row(m_database.sqlite(),
                                  std::string("DELETE FROM ") + table
                                      + " WHERE case_id = ? AND revision = ?");
            row.bind(1, id.toString());
            row.bind(2, revision);
            row.exec();
        }
        return {};
    });
}

base::Result<int> OutboxStore::makeDue(const std::string& where, const Binder& bind)
{
    int count = 0;
    const auto done = m_database.transact([&]() -> base::Status {
        // Also safe for what was sent already: the same manifest gets the same receipt again.
        SQLite::Statement row(
            m_database.sqlite(),
            "UPDATE outbox SET next_try = 0, attempts = 0, changed = :changed, cause = NULL, "
            "state = CASE WHEN state = 'parked' THEN 'waiting' ELSE state END WHERE "
                + where);
        row.bind(":changed", static_cast<std::int64_t>(m_clock.now().time_since_epoch().count()));
        if (bind)
            bind(row);
        count = row.exec();
        return {};
    });
    if (!done)
        return base::passOn(done);
    return count;
}

base::Result<int> OutboxStore::retry(base::CaseId id)
{
    return makeDue("state <> 'received' AND case_id = :case",
                   [&](SQLite::Statement& row) { row.bind(":case", id.toString()); });
}

base::Result<int> OutboxStore::retryAll()
{
    return makeDue("state <> 'received'", {});
}

base::Status OutboxStore::wake()
{
    const auto woken = makeDue("state <> 'received' AND state <> 'parked' AND next_try > 0 "
                               "AND reason IN ('network', 'not-our-server')",
                               {});
    return woken ? base::Status() : base::Status(base::passOn(woken));
}

base::Status OutboxStore::hurry()
{
    const auto hurried = makeDue("state <> 'received' AND state <> 'parked' AND next_try > 0", {});
    return hurried ? base::Status() : base::Status(base::passOn(hurried));
}

base::Status OutboxStore::putOffDue(base::Timestamp now, base::Timestamp when)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(
            m_database.sqlite(),
            "UPDATE outbox SET next_try = ?1, reason = 'network', attempts = attempts + 1, changed = ?2, "
            "state = CASE WHEN state IN ('asking', 'awaiting-receipt') THEN 'asking' ELSE 'waiting' END "
            "WHERE state <> 'received' AND state <> 'parked' AND next_try <= ?2");
        sql::bindTime(row, 1, when);
        sql::bindTime(row, 2, now);
        row.exec();
        return {};
    });
}

base::Result<std::vector<OutboxEntry>> OutboxStore::purgeable(base::Timestamp receivedBefore) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<OutboxEntry>> {
        SQLite::Statement rows(
            m_database.sqlite(),
            std::string(Columns)
                + "WHERE state = 'received' AND purged = 0 AND received < ? ORDER BY received");
        sql::bindTime(rows, 1, receivedBefore);
        return entriesOf(m_database, m_vault, rows);
    });
}

base::Status OutboxStore::notePurged(base::CaseId id, int revision)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(
            m_database.sqlite(),
            "UPDATE outbox SET purged = 1 WHERE case_id = ? AND revision = ? AND state = 'received'");
        row.bind(1, id.toString());
        row.bind(2, revision);
        return row.exec() == 1 ? base::Status() : base::Status(notThere(id.toString(), revision));
    });
}

}  // namespace offline
