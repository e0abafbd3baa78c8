#include "case_context.h"

#include <server/case_access.h>

namespace server {

base::Result<CaseContext> contextOf(BackOffice& office, const CaseRecord& record)
{
    auto guide = office.guides.find(record.guide);
    if (!guide)
        return base::passOn(guide);
    auto calendar = office.guides.calendar(record.division);
    if (!calendar)
        return base::passOn(calendar);
    return CaseContext{record, std::move(*guide), std::move(*calendar)};
}

base::Result<CaseContext> contextOf(BackOffice& office, const Account& account, base::CaseId id)
{
    const auto record = office.database->read([&](Transaction& transaction) -> base::Result<CaseRecord> {
        return findVisible(transaction, account, id);
    });
    if (!record)
        return base::passOn(record);
    return contextOf(office, *record);
}

}  // namespace server
