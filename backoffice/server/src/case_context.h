#pragma once

#include <forms/calendar.h>
#include <forms/guide.h>
#include <server/account_store.h>
#include <server/back_office.h>
#include <server/case_record.h>

#include <memory>

namespace server {

/// A case with the guide version it keeps and the calendar in force.
struct CaseContext {
    CaseRecord record;
    std::shared_ptr<const forms::Guide> guide;
    forms::Calendar calendar;
};

/// Error NotFound for a case this user does not see.
[[nodiscard]] base::Result<CaseContext> contextOf(BackOffice& office,
                                                  const Account& account,
                                                  base::CaseId id);

/// The same without a user, for the clock.
[[nodiscard]] base::Result<CaseContext> contextOf(BackOffice& office, const CaseRecord& record);

}  // namespace server
