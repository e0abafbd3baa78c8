#pragma once

#include <offline/database.h>
#include <offline/vault.h>

#include <base/clock.h>
#include <base/digest.h>
#include <base/ids.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offline {

/// One line of the audit chain (DESIGN section 9). `what` is a token: "case.view", "case.seal", "login", …; `who` the
/// user name; `detail` never holds personal data of an applicant.
struct AuditEntry {
    std::uint64_t seq = 0;
    base::Timestamp at;
    std::string who;
    std::string what;
    std::optional<base::CaseId> caseId;
    std::string detail;
    base::Digest prev;
    base::Digest digest;  ///< SHA-256(prev || stored bytes)
};

struct AuditVerdict {
    std::uint64_t entries = 0;
    std::optional<std::uint64_t> broken;  ///< seq of the first entry that is changed, missing or cut off
};

/// Who did or saw what, hash-chained and append only. The end of the chain is sealed apart, so that also a cut tail is
/// found.
class AuditLog
{
  public:
    AuditLog(Database& database, const Vault& vault, const base::Clock& clock);

    [[nodiscard]] base::Status record(std::string_view who,
                                      std::string_view what,
                                      std::optional<base::CaseId> caseId,
                                      std::string_view detail = {});

    [[nodiscard]] base::Result<AuditVerdict> verify() const;

    /// The newest `limit` entries, newest first; of one case when given.
    [[nodiscard]] base::Result<std::vector<AuditEntry>> list(std::optional<base::CaseId> caseId,
                                                             std::size_t limit) const;

  private:
    Database& m_database;
    const Vault& m_vault;
    const base::Clock& m_clock;
};

}  // namespace offline
