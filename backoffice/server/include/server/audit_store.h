#pragma once

#include <api/get_audit.h>
#include <base/clock.h>
#include <base/ids.h>
#include <server/database.h>

#include <string>
#include <vector>

namespace server {

/// What was done, by whom: one hash chain per case and one for everything that belongs to no case. Each chain
/// counts from 1; nothing in it is ever changed or removed.
class AuditStore
{
  public:
    explicit AuditStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    /// `caseId` nil: the chain of the office. `who` is a user name, "clock" or "program"; `what` a short token with
    /// ids, never personal data.
    void add(base::Timestamp at, const std::string& who, const std::string& what, base::CaseId caseId = {});

    [[nodiscard]] std::vector<api::AuditEntry> chainOf(base::CaseId caseId);

  private:
    Transaction& m_transaction;
};

}  // namespace server
