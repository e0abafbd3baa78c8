#include <offline/inbox_store.h>

#include "sql.h"

#include <base/sealed_blob.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace offline {

namespace {

constexpr std::string_view Columns =
    "SELECT case_id, revision, state, changed, open, unseen, body FROM inbox ";

std::string contextOf(const std::string& id)
{
    return "inbox:" + id;
}

/// The signed manifests are large and lie in the outbox already.
api::CaseDetail withoutManifests(api::CaseDetail detail)
{
    for (auto& revision : detail.revisions)
        revision.manifest.clear();
    return detail;
}

int openOf(const api::CaseDetail& detail)
{
    return static_cast<int>(
        std::ranges::count_if(detail.annotations, [](const forms::Annotation& annotation) {
            return !annotation.settled && annotation.motivation == forms::Motivation::Assessing;
        }));
}

base::Timestamp lastChange(const api::CaseDetail& detail)
{
    auto last = detail.summary.received;
    for (const auto& revision : detail.revisions)
        last = std::max(last, revision.received);
    for (const auto& entry : detail.course)
        last = std::max(last, entry.noted);
    for (const auto& annotation : detail.annotations)
        last = std::max(last, annotation.created);
    return last;
}

tl::unexpected<base::Error> notThere(const std::string& id)
{
    return base::fail(
        base::ErrorCode::NotFound, "Nothing has come back for case {case} yet.", {{"case", id}});
}

}  // namespace

InboxStore::InboxStore(Database& database, const Vault& vault)
    : m_database(database)
    , m_vault(vault)
{}

base::Result<std::string> InboxStore::cursor() const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::string> {
        SQLite::Statement row(m_database.sqlite(), "SELECT cursor FROM inbox_cursor WHERE one = 1");
        return row.executeStep() ? row.getColumn(0).getString() : std::string();
    });
}

base::Status InboxStore::moveCursor(std::string_view cursor, base::Timestamp now)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(m_database.sqlite(),
                              "INSERT OR REPLACE INTO inbox_cursor (one, cursor, pulled) VALUES (1, ?, ?)");
        row.bind(1, std::string(cursor));
        sql::bindTime(row, 2, now);
        row.exec();
        return {};
    });
}

base::Result<std::optional<base::Timestamp>> InboxStore::pulled() const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::optional<base::Timestamp>> {
        SQLite::Statement row(m_database.sqlite(),
                              "SELECT pulled FROM inbox_cursor WHERE one = 1 AND pulled > 0");
        return row.executeStep() ? std::optional(sql::timeOf(row.getColumn(0))) : std::nullopt;
    });
}

base::Status InboxStore::keep(const api::CaseDetail& detail)
{
    const auto id = detail.summary.caseId.toString();
    const auto body = api::toJson(withoutManifests(detail));
    const auto fingerprint = base::keyedHash(body, m_vault.lookupKey());
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(
            m_database.sqlite(),
            "INSERT INTO inbox (case_id, revision, state, changed, open, unseen, fingerprint, body) "
            "VALUES (?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (case_id) DO UPDATE SET revision = excluded.revision, "
            "state = excluded.state, changed = excluded.changed, open = excluded.open, "
            "unseen = CASE WHEN fingerprint = excluded.fingerprint THEN unseen ELSE 1 END, "
            "fingerprint = excluded.fingerprint, body = excluded.body");
        row.bind(1, id);
        row.bind(2, detail.summary.revision);
        row.bind(3, std::string(nameOf(detail.summary.state)));
        sql::bindTime(row, 4, lastChange(detail));
        row.bind(5, openOf(detail));
        sql::bindBlob(row, 6, fingerprint);
        sql::bindBlob(row, 7, m_vault.sealRow(body, contextOf(id)));
        row.exec();
        return {};
    });
}

base::Result<std::vector<InboxRow>> InboxStore::list() const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<InboxRow>> {
        std::vector<InboxRow> result;
        SQLite::Statement rows(m_database.sqlite(),
                               std::string(Columns) + "ORDER BY changed DESC, case_id DESC");
        while (rows.executeStep()) {
            const auto text = rows.getColumn(0).getString();
            const auto id = base::CaseId::parse(text);
            const auto state = forms::parseCaseState(rows.getColumn(2).getString());
            if (!id || !state)
                return sql::damagedRow(m_database, "inbox");
            InboxRow row{*id,
                         rows.getColumn(1).getInt(),
                         *state,
                         sql::timeOf(rows.getColumn(3)),
                         rows.getColumn(4).getInt(),
                         rows.getColumn(5).getInt() != 0};
            result.push_back(std::move(row));
        }
        return result;
    });
}

base::Result<api::CaseDetail> InboxStore::detail(base::CaseId id) const
{
    return sql::guarded(m_database, [&]() -> base::Result<api::CaseDetail> {
        const auto text = id.toString();
        SQLite::Statement row(m_database.sqlite(), std::string(Columns) + "WHERE case_id = ?");
        row.bind(1, text);
        if (!row.executeStep() || row.getColumn(6).isNull())
            return notThere(text);
        const auto body = m_vault.openRow(sql::bytesOf(row.getColumn(6)), contextOf(text));
        if (!body)
            return base::passOn(body);
        return api::parseCaseDetail(*body);
    });
}

base::Result<std::vector<forms::Annotation>> InboxStore::annotations(base::CaseId id) const
{
    auto known = detail(id);
    if (!known)
        return base::passOn(known);
    return std::move(known->annotations);
}

base::Status InboxStore::markSeen(base::CaseId id)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(m_database.sqlite(), "UPDATE inbox SET unseen = 0 WHERE case_id = ?");
        row.bind(1, id.toString());
        row.exec();
        return {};
    });
}

base::Status InboxStore::forget(base::CaseId id)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(m_database.sqlite(),
                              "UPDATE inbox SET body = NULL, open = 0 WHERE case_id = ?");
        row.bind(1, id.toString());
        row.exec();
        return {};
    });
}

}  // namespace offline
