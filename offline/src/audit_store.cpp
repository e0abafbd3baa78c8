#include <offline/audit_log.h>

#include "sql.h"

#include <nlohmann/json.hpp>

namespace offline {

namespace {

using nlohmann::json;

constexpr std::string_view HeadContext = "audit_head:1";

base::Digest chained(const base::Digest& prev, std::string_view bytes)
{
    base::Hasher hasher;
    hasher.add({reinterpret_cast<const char*>(prev.bytes().data()), prev.bytes().size()});
    hasher.add(bytes);
    return hasher.finish();
}

struct Head {
    std::uint64_t seq = 0;
    base::Digest digest;
};

Head lastEntry(SQLite::Database& database)
{
    SQLite::Statement last(database, "SELECT seq, digest FROM audit ORDER BY seq DESC LIMIT 1");
    if (!last.executeStep())
        return {};
    return {static_cast<std::uint64_t>(last.getColumn(0).getInt64()),
            base::Digest::parse(last.getColumn(1).getString()).value_or(base::Digest())};
}

base::Result<Head> sealedHead(SQLite::Database& database, const Vault& vault)
{
    SQLite::Statement row(database, "SELECT sealed FROM audit_head WHERE one = 1");
    if (!row.executeStep())
        return Head{};
    const auto plain = vault.openRow(sql::bytesOf(row.getColumn(0)), HeadContext);
    if (!plain)
        return base::passOn(plain);
    const auto head = json::parse(*plain, nullptr, false);
    if (!head.is_object())
        return Head{};
    return Head{head.value("seq", std::uint64_t{0}),
                base::Digest::parse(head.value("digest", std::string())).value_or(base::Digest())};
}

std::string bytesOf(const AuditEntry& entry)
{
    json stored = {{"seq", entry.seq},
                   {"at", base::formatTimestamp(entry.at)},
                   {"who", entry.who},
                   {"what", entry.what},
                   {"case", entry.caseId ? json(entry.caseId->toString()) : json(nullptr)}};
    if (!entry.detail.empty())
        stored["detail"] = entry.detail;
    return stored.dump();
}

/// Nothing when the stored bytes are no entry or not that of this row.
std::optional<AuditEntry> entryOf(std::uint64_t seq, const std::string& bytes)
{
    const auto stored = json::parse(bytes, nullptr, false);
    if (!stored.is_object() || stored.value("seq", json()) != seq)
        return std::nullopt;
    const auto text = [&](const char* name) {
        const auto found = stored.find(name);
        return found != stored.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const auto at = base::parseTimestamp(text("at"));
    if (!at)
        return std::nullopt;
    AuditEntry entry;
    entry.seq = seq;
    entry.at = *at;
    entry.who = text("who");
    entry.what = text("what");
    entry.caseId = base::CaseId::parse(text("case"));
    entry.detail = text("detail");
    return entry;
}

}  // namespace

AuditLog::AuditLog(Database& database, const Vault& vault, const base::Clock& clock)
    : m_database(database)
    , m_vault(vault)
    , m_clock(clock)
{}

base::Status AuditLog::record(std::string_view who,
                              std::string_view what,
                              std::optional<base::CaseId> caseId,
                              std::string_view detail)
{
    return m_database.transact([&]() -> base::Status {
        auto& database = m_database.sqlite();
        const auto last = lastEntry(database);
        AuditEntry entry;
        entry.seq = last.seq + 1;
        entry.at = m_clock.now();
        entry.who = who;
        entry.what = what;
        entry.caseId = caseId;
        entry.detail = detail;
        const auto bytes = bytesOf(entry);
        const auto digest = chained(last.digest, bytes);
        SQLite::Statement insert(
            database, "INSERT INTO audit (seq, case_id, prev, digest, bytes) VALUES (?, ?, ?, ?, ?)");
        insert.bind(1, static_cast<std::int64_t>(entry.seq));
        if (caseId)
            insert.bind(2, caseId->toString());
        insert.bind(3, last.digest.toString());
        insert.bind(4, digest.toString());
        sql::bindBlob(insert, 5, bytes);
        insert.exec();
        SQLite::Statement head(database, "INSERT OR REPLACE INTO audit_head (one, sealed) VALUES (1, ?)");
        const json plain = {{"seq", entry.seq}, {"digest", digest.toString()}};
        sql::bindBlob(head, 1, m_vault.sealRow(plain.dump(), HeadContext));
        head.exec();
        return {};
    });
}

base::Result<AuditVerdict> AuditLog::verify() const
{
    return sql::guarded(m_database, [&]() -> base::Result<AuditVerdict> {
        auto& database = m_database.sqlite();
        AuditVerdict verdict;
        const auto broken = [&](std::uint64_t seq) {
            verdict.broken = seq;
            return verdict;
        };
        Head last;
        SQLite::Statement rows(database, "SELECT seq, case_id, prev, digest, bytes FROM audit ORDER BY seq");
        while (rows.executeStep()) {
            const auto seq = static_cast<std::uint64_t>(rows.getColumn(0).getInt64());
            const auto bytes = sql::bytesOf(rows.getColumn(4));
            const auto digest = chained(last.digest, bytes);
            const auto entry = entryOf(seq, bytes);
            if (seq != last.seq + 1)
                return broken(last.seq + 1);
            if (!entry || rows.getColumn(2).getString() != last.digest.toString()
                || rows.getColumn(3).getString() != digest.toString()
                || rows.getColumn(1).getString() != (entry->caseId ? entry->caseId->toString() : ""))
                return broken(seq);
            last = {seq, digest};
            ++verdict.entries;
        }
        const auto head = sealedHead(database, m_vault);
        if (!head || head->seq != last.seq || head->digest != last.digest)
            return broken(head && head->seq < last.seq ? head->seq + 1 : last.seq + 1);
        return verdict;
    });
}

base::Result<std::vector<AuditEntry>> AuditLog::list(std::optional<base::CaseId> caseId,
                                                     std::size_t limit) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<AuditEntry>> {
        std::vector<AuditEntry> entries;
        const std::string columns = "SELECT seq, prev, digest, bytes FROM audit ";
        SQLite::Statement rows(m_database.sqlite(),
                               columns + (caseId ? "WHERE case_id = ?2 " : "")
                                   + "ORDER BY seq DESC LIMIT ?1");
        rows.bind(1, static_cast<std::int64_t>(limit));
        if (caseId)
            rows.bind(2, caseId->toString());
        while (rows.executeStep()) {
            auto entry = entryOf(static_cast<std::uint64_t>(rows.getColumn(0).getInt64()),
                                 sql::bytesOf(rows.getColumn(3)));
            if (!entry)
                return sql::damagedRow(m_database, "audit");
            entry->prev = base::Digest::parse(rows.getColumn(1).getString()).value_or(base::Digest());
            entry->digest = base::Digest::parse(rows.getColumn(2).getString()).value_or(base::Digest());
            entries.push_back(std::move(*entry));
        }
        return entries;
    });
}

}  // namespace offline
