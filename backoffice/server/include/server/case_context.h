#pragma once

#include <forms/guide.h>
#include <server/account_store.h>
#include <server/back_office.h>
#include <server/case_record.h>

#include <memory>

namespace server {

/// A case with the guide version it keeps and what it is reckoned by, as one transaction sees them.
struct CaseContext {
    CaseRecord record;
    std::shared_ptr<const forms::Guide> guide;
    std::shared_ptr<const Rules> rules;
};

/// Error NotFound for a case this user does not see.
[[nodiscard]] base::Result<CaseContext> contextOf(BackOffice& office,
                                                  Transaction& transaction,
                                                  const Account& account,
                                                  base::CaseId id);

/// The same without a user, for the clock.
[[nodiscard]] base::Result<CaseContext> contextOf(BackOffice& office,
                                                  Transaction& transaction,
                                                  CaseRecord record);

}  // namespace server
