#include <api/get_audit.h>

#include <base/encoding.h>
#include <forms/json_reader.h>

#include <nlohmann/json.hpp>

#include <limits>

namespace api {

namespace {

using forms::JsonReader;
using nlohmann::json;

constexpr std::size_t MaxAuditBytes = std::size_t{256} << 20;

json entryToJson(const AuditEntry& entry)
{
    json object{{"seq", entry.seq},
                {"at", base::formatTimestamp(entry.at)},
                {"who", entry.who},
                {"what", entry.what}};
    if (!entry.caseId.isNil())
        object["case"] = entry.caseId.toString();
    return object;
}

void readMembers(JsonReader& reader, AuditEntry& entry)
{
    const auto seq = reader.integer("seq", 0, std::numeric_limits<std::int64_t>::max());
    entry.seq = static_cast<std::uint64_t>(seq);
    entry.at = reader.time("at");
    entry.who = reader.text("who");
    entry.what = reader.text("what");
    if (reader.has("case"))
        entry.caseId = reader.id<base::CaseId>("case");
}

AuditEntry readEntry(JsonReader& reader)
{
    AuditEntry entry;
    readMembers(reader, entry);
    entry.prev = reader.digest("prev");
    entry.digest = reader.digest("digest");
    const auto bytes = base::fromBase64(reader.text("bytes"));
    if (!bytes)
        reader.reject("bytes");
    entry.bytes = bytes.value_or(std::string());
    return entry;
}

/// What is shown of an entry must be what was hashed.
bool saysWhatWasHashed(const AuditEntry& entry)
{
    const auto stored = forms::parseJson(entry.bytes, "audit entry", MaxJsonBytes);
    if (!stored)
        return false;
    JsonReader reader(*stored, "audit entry");
    AuditEntry hashed;
    readMembers(reader, hashed);
    return reader.status() && hashed.seq == entry.seq && hashed.at == entry.at && hashed.who == entry.who
           && hashed.what == entry.what && hashed.caseId == entry.caseId;
}

/// The entry is the next one of the chain that has come as far as `seq` and `prev`.
bool follows(const AuditEntry& entry, std::uint64_t seq, const base::Digest& prev)
{
    return entry.seq == seq + 1 && entry.prev == prev;
}

}  // namespace

std::string auditBytes(const AuditEntry& entry)
{
    return forms::writeJson(entryToJson(entry));
}

base::Digest auditDigest(const base::Digest& prev, std::string_view bytes)
{
    base::Hasher hasher;
    hasher.add({reinterpret_cast<const char*>(prev.bytes().data()), prev.bytes().size()});
    hasher.add(bytes);
    return hasher.finish();
}

base::Status verifyAudit(std::span<const AuditEntry> entries)
{
    std::uint64_t seq = 0;
    base::Digest prev;
    for (const auto& entry : entries) {
        const bool sound = follows(entry, seq, prev)
                           && entry.digest == auditDigest(entry.prev, entry.bytes) && saysWhatWasHashed(entry);
        seq = entry.seq;
        prev = entry.digest;
        if (!sound)
            return base::fail(
                base::ErrorCode::Damaged,
                "The audit log was changed after it was written: entry {seq} is not what was hashed.",
                {{"seq", std::to_string(entry.seq)}});
    }
    return {};
}

std::string toJson(const AuditAnswer& answer)
{
    json entries = json::array();
    for (const auto& entry : answer.entries) {
        auto object = entryToJson(entry);
        object["prev"] = entry.prev.toString();
        object["digest"] = entry.digest.toString();
        object["bytes"] = base::toBase64(entry.bytes);
        entries.push_back(std::move(object));
    }
    return forms::writeJson({{"entries", entries}});
}

base::Result<AuditAnswer> parseAuditAnswer(std::string_view text)
{
    const auto body = forms::parseJson(text, "audit log", MaxAuditBytes);
    if (!body)
        return base::passOn(body);
    JsonReader reader(*body, "audit log");
    if (!reader.has("entries"))
        reader.reject("entries");
    AuditAnswer answer;
    reader.each("entries", [&](JsonReader& item) { answer.entries.push_back(readEntry(item)); });
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return answer;
}

}  // namespace api
