#pragma once

#include <base/clock.h>
#include <base/digest.h>
#include <base/ids.h>
#include <base/result.h>

#include <api/endpoint.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace api {

/// What was done with a case and by whom, looking included.
inline constexpr Endpoint GetAudit{"GET", "/v1/cases/{id}/audit"};

[[nodiscard]] std::string auditPath(base::CaseId caseId);

/// One link of the chain (DESIGN section 9). `digest` = SHA-256 of the 32 bytes of `prev` followed by `bytes`.
struct AuditEntry {
    std::uint64_t seq = 0;  ///< rises by one from 1 within a case; the office's own log counts apart
    base::Timestamp at;
    std::string who;
    std::string what;
    base::CaseId caseId;  ///< nil for what belongs to no case
    base::Digest prev;    ///< of the entry seq - 1; all zero for the first
    base::Digest digest;
    /// The stored bytes that were hashed: auditBytes(), maybe with more members; base64 on the wire.
    std::string bytes;

    bool operator==(const AuditEntry&) const = default;
};

struct AuditAnswer {
    std::vector<AuditEntry> entries;  ///< by seq

    bool operator==(const AuditAnswer&) const = default;
};

/// What is stored and hashed of an entry: {seq, at, who, what, case} as JSON.
[[nodiscard]] std::string auditBytes(const AuditEntry& entry);
[[nodiscard]] base::Digest auditDigest(const base::Digest& prev, std::string_view bytes);

/// The whole chain of one case: it begins with seq 1 and lacks none. Error Damaged names the seq of the first entry
/// whose digest is wrong, whose members differ from its bytes, or that does not follow the one before it. What was
/// cut off at the end cannot be seen from the chain alone.
[[nodiscard]] base::Status verifyAudit(std::span<const AuditEntry> entries);

[[nodiscard]] std::string toJson(const AuditAnswer& answer);
[[nodiscard]] base::Result<AuditAnswer> parseAuditAnswer(std::string_view json);

}  // namespace api
