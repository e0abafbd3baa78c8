#include <offline/paper_store.h>

#include "sql.h"

#include <i18n/phrase.h>

#include <algorithm>
#include <array>

namespace offline {

namespace {

using i18n::messageId;

constexpr std::array States{PaperState::Waiting, PaperState::Kept, PaperState::Parked};

constexpr std::string_view Columns =
    "SELECT id, case_id, state, cause, reason, attempts, next_try, version, body FROM papers p ";

std::string contextOf(const std::string& id)
{
    return "papers:" + id;
}

std::optional<PaperState> parseState(std::string_view token)
{
    const auto found = std::ranges::find(States, token, [](PaperState state) { return nameOf(state); });
    return found == States.end() ? std::nullopt : std::optional(*found);
}

base::Result<PaperEntry> entryOf(const Database& database, const Vault& vault, SQLite::Statement& row)
{
    const auto text = row.getColumn(0).getString();
    const auto caseId = base::CaseId::parse(row.getColumn(1).getString());
    const auto state = parseState(row.getColumn(2).getString());
    const auto cause =
        row.getColumn(3).isNull() ? std::nullopt : parseParkCause(row.getColumn(3).getString());
    if (!caseId || !state || cause.has_value() != (*state == PaperState::Parked))
        return sql::damagedRow(database, "papers");
    const auto body = vault.openRow(sql::bytesOf(row.getColumn(8)), contextOf(text));
    if (!body)
        return base::passOn(body);
    auto record = api::parseDocumentRecord(*body);
    if (!record)
        return base::passOn(record);
    PaperEntry entry;
    entry.caseId = *caseId;
    entry.record = std::move(*record);
    entry.state = *state;
    entry.cause = cause;
    entry.reason = row.getColumn(4).getString();
    entry.attempts = row.getColumn(5).getInt();
    if (row.getColumn(6).getInt64() != 0)
        entry.nextTry = sql::timeOf(row.getColumn(6));
    entry.version = row.getColumn(7).getInt();
    return entry;
}

/// The back office is told of a paper when it has the case.
constexpr std::string_view MayGo =
    "state = 'waiting' AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.case_id = p.case_id AND o.revision = 1 "
    "AND o.state <> 'received')";

base::Status statusOf(const base::Result<int>& updated)
{
    return updated ? base::Status() : base::Status(base::passOn(updated));
}

}  // namespace

std::string_view nameOf(PaperState state)
{
    switch (state) {
    case PaperState::Waiting: return "waiting";
    case PaperState::Kept: return "kept";
    case PaperState::Parked: return "parked";
    }
    return {};
}

std::string_view titleOf(PaperState state)
{
    switch (state) {
    case PaperState::Waiting: return messageId("Waiting to be sent");
    case PaperState::Kept: return messageId("Kept by the back office");
    case PaperState::Parked: return messageId("Stopped: somebody must act");
    }
    return {};
}

std::span<const PaperState> allPaperStates()
{
    return States;
}

PaperStore::PaperStore(Database& database, const Vault& vault)
    : m_database(database)
    , m_vault(vault)
{}

base::Status PaperStore::put(base::CaseId caseId, const api::DocumentRecord& record, PaperState state)
{
    return m_database.transact([&]() -> base::Status {
        const auto id = record.id.toString();
        SQLite::Statement row(
            m_database.sqlite(),
            "INSERT INTO papers (id, case_id, sha256, made, state, body) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET body = excluded.body, state = excluded.state, cause = NULL, reason = '', "
            "attempts = 0, next_try = 0, version = version + 1");
        row.bind(1, id);
        row.bind(2, caseId.toString());
        row.bind(3, record.sha256.toString());
        sql::bindTime(row, 4, record.made);
        row.bind(5, std::string(nameOf(state)));
        sql::bindBlob(row, 6, m_vault.sealRow(api::toJson(record), contextOf(id)));
        row.exec();
        return {};
    });
}

base::Result<std::vector<PaperEntry>> PaperStore::select(const std::string& where, const Binder& bind) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<PaperEntry>> {
        SQLite::Statement rows(m_database.sqlite(), std::string(Columns) + where);
        if (bind)
            bind(rows);
        std::vector<PaperEntry> entries;
        while (rows.executeStep()) {
            auto entry = entryOf(m_database, m_vault, rows);
            if (!entry)
                return base::passOn(entry);
            entries.push_back(std::move(*entry));
        }
        return entries;
    });
}

base::Result<int> PaperStore::update(const std::string& set, const Binder& bind)
{
    int count = 0;
    const auto done = m_database.transact([&]() -> base::Status {
        SQLite::Statement row(m_database.sqlite(), "UPDATE papers SET " + set);
        if (bind)
            bind(row);
        count = row.exec();
        return {};
    });
    if (!done)
        return base::passOn(done);
    return count;
}

base::Result<std::vector<PaperEntry>> PaperStore::ofCase(base::CaseId id) const
{
    return select("WHERE case_id = ? ORDER BY made, id",
                  [&](SQLite::Statement& rows) { rows.bind(1, id.toString()); });
}

base::Result<std::vector<PaperEntry>> PaperStore::unsettled() const
{
    return select("WHERE state <> 'kept' ORDER BY made, id");
}

base::Result<std::vector<PaperEntry>> PaperStore::due(base::Timestamp now, std::size_t limit) const
{
    return select("WHERE " + std::string(MayGo) + " AND next_try <= ? ORDER BY made, id LIMIT ?",
                  [&](SQLite::Statement& rows) {
                      sql::bindTime(rows, 1, now);
                      rows.bind(2, static_cast<std::int64_t>(limit));
                  });
}

base::Result<std::optional<base::Timestamp>> PaperStore::nextTry() const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::optional<base::Timestamp>> {
        SQLite::Statement row(m_database.sqlite(),
                              "SELECT next_try FROM papers p WHERE " + std::string(MayGo)
                                  + " ORDER BY next_try LIMIT 1");
        return row.executeStep() ? std::optional(sql::timeOf(row.getColumn(0))) : std::nullopt;
    });
}

// A row that is not found by these was taken back, or was added to meanwhile and goes again.

base::Status PaperStore::kept(base::DocumentId id, int version)
{
    return statusOf(update("state = 'kept', cause = NULL, reason = '', attempts = 0, next_try = 0 "
                           "WHERE id = ? AND version = ?",
                           [&](SQLite::Statement& row) {
                               row.bind(1, id.toString());
                               row.bind(2, version);
                           }));
}

base::Status PaperStore::tryLater(base::DocumentId id, base::Timestamp when, std::string_view reason)
{
    return statusOf(update("state = 'waiting', cause = NULL, attempts = attempts + 1, next_try = ?, reason = ? "
                           "WHERE id = ?",
                           [&](SQLite::Statement& row) {
                               sql::bindTime(row, 1, when);
                               row.bind(2, std::string(reason));
                               row.bind(3, id.toString());
                           }));
}

base::Status PaperStore::park(base::DocumentId id, ParkCause cause, std::string_view reason)
{
    return statusOf(update("state = 'parked', cause = ?, next_try = 0, reason = ? WHERE id = ?",
                           [&](SQLite::Statement& row) {
                               row.bind(1, std::string(nameOf(cause)));
                               row.bind(2, std::string(reason));
                               row.bind(3, id.toString());
                           }));
}

base::Status PaperStore::putOffDue(base::Timestamp now, base::Timestamp when)
{
    return statusOf(update("next_try = ?, reason = 'network', attempts = attempts + 1 "
                           "WHERE state = 'waiting' AND next_try <= ?",
                           [&](SQLite::Statement& row) {
                               sql::bindTime(row, 1, when);
                               sql::bindTime(row, 2, now);
                           }));
}

base::Status PaperStore::wake()
{
    return statusOf(update("next_try = 0, attempts = 0 WHERE state = 'waiting' AND next_try > 0 "
                           "AND reason IN ('network', 'not-our-server')"));
}

base::Status PaperStore::hurry()
{
    return statusOf(update("next_try = 0, attempts = 0 WHERE state = 'waiting' AND next_try > 0"));
}

base::Result<int> PaperStore::retry(std::optional<base::CaseId> id)
{
    return update("state = 'waiting', cause = NULL, next_try = 0, attempts = 0 "
                  "WHERE state <> 'kept' AND (?1 = '' OR case_id = ?1)",
                  [&](SQLite::Statement& row) { row.bind(1, id ? id->toString() : std::string()); });
}

base::Status PaperStore::takeBack(base::CaseId id)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(m_database.sqlite(),
                              "DELETE FROM papers WHERE case_id = ? AND state <> 'kept'");
        row.bind(1, id.toString());
        row.exec();
        return {};
    });
}

base::Result<int> PaperStore::nextNumber(std::string_view workstation, std::string_view body, int year)
{
    int number = 0;
    const auto done = m_database.transact([&]() -> base::Status {
        SQLite::Statement row(
            m_database.sqlite(),
            "INSERT INTO paper_numbers (workstation, body, year, last) VALUES (?, ?, ?, 1) "
            "ON CONFLICT (workstation, body, year) DO UPDATE SET last = last + 1 RETURNING last");
        row.bind(1, std::string(workstation));
        row.bind(2, std::string(body));
        row.bind(3, year);
        while (row.executeStep())
            number = row.getColumn(0).getInt();
        return {};
    });
    if (!done)
        return base::passOn(done);
    return number;
}

}  // namespace offline
