#pragma once

#include <server/account_store.h>
#include <server/case_record.h>
#include <server/case_store.h>
#include <server/database.h>

#include <optional>

namespace server {

/// Which cases a user sees: those of the own division; an agent only those he sealed or carried; an administrator
/// none, because keeping accounts needs no personal data.
[[nodiscard]] std::optional<CaseScope> scopeOf(const Account& account);

/// The case if this user may see it. Error NotFound for others' as for none: that a case exists is nobody's business.
[[nodiscard]] base::Result<CaseRecord> findVisible(Transaction& transaction,
                                                   const Account& account,
                                                   base::CaseId id);

/// Whether the user may see the page: it is in a case he sees, or in a paper of one (that case), or he brought it (a nil
/// id).
[[nodiscard]] std::optional<base::CaseId> findPageReason(Transaction& transaction,
                                                         const Account& account,
                                                         const base::Digest& sha256);

}  // namespace server
