#include <server/audit_store.h>

#include <server/fields.h>

#include <nlohmann/json.hpp>

namespace server {

void AuditStore::add(base::Timestamp at, const std::string& who, const std::string& what, base::CaseId caseId)
{
    const auto chain = caseId.toString();
    const auto last = m_transaction.row(
        "SELECT CAST(seq AS TEXT), digest FROM audit WHERE chain = $1 ORDER BY seq DESC LIMIT 1", {chain});
    api::AuditEntry entry;
    entry.seq = 1;
    if (last) {
        const Fields fields(*last, "audit", chain);
        entry.seq = static_cast<std::uint64_t>(fields.number(0)) + 1;
        entry.prev = fields.digest(1);
    }
    entry.at = at;
    entry.who = who;
    entry.what = what;
    entry.caseId = caseId;
    entry.bytes = api::auditBytes(entry);
    entry.digest = api::auditDigest(entry.prev, entry.bytes);
    m_transaction.run("INSERT INTO audit (chain, seq, bytes, prev, digest) VALUES ($1, $2, $3, $4, $5)",
                      {chain,
                       static_cast<std::int64_t>(entry.seq),
                       entry.bytes,
                       entry.prev.toString(),
                       entry.digest.toString()});
}

std::vector<api::AuditEntry> AuditStore::chainOf(base::CaseId caseId)
{
    std::vector<api::AuditEntry> entries;
    for (const auto& row : m_transaction.rows(
             "SELECT CAST(seq AS TEXT), bytes, prev, digest FROM audit WHERE chain = $1 ORDER BY seq",
             {caseId.toString()}))
    {
        api::AuditEntry entry;
        entry.seq = static_cast<std::uint64_t>(Fields(row, "audit", caseId.toString()).number(0));
        entry.bytes = row.text(1);
        entry.prev = base::Digest::parse(row.text(2)).value_or(base::Digest{});
        entry.digest = base::Digest::parse(row.text(3)).value_or(base::Digest{});
        entry.caseId = caseId;
        // A line that was tampered with is handed out as it is: whoever verifies must see it.
        const auto json = nlohmann::json::parse(entry.bytes, nullptr, false);
        const auto text = [&json](const char* name) {
            const auto member = json.is_object() ? json.find(name) : json.end();
            return json.is_object() && member != json.end() && member->is_string()
                       ? member->get<std::string>()
                       : std::string();
        };
        entry.at = base::parseTimestamp(text("at")).value_or(base::Timestamp{});
        entry.who = text("who");
        entry.what = text("what");
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace server
