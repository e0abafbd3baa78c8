#include <server/case_context.h>

#include <server/case_access.h>

namespace server {

base::Result<CaseContext> contextOf(BackOffice& office, Transaction& transaction, CaseRecord record)
{
    auto guide = office.guides.find(transaction, record.guide);
    if (!guide)
        return base::passOn(guide);
    auto rules = office.guides.rules(transaction, record.division);
    if (!rules)
        return base::passOn(rules);
    return CaseContext{std::move(record), std::move(*guide), std::move(*rules)};
}

base::Result<CaseContext> contextOf(BackOffice& office,
                                    Transaction& transaction,
                                    const Account& account,
                                    base::CaseId id)
{
    auto record = findVisible(transaction, account, id);
    if (!record)
        return base::passOn(record);
    return contextOf(office, transaction, std::move(*record));
}

}  // namespace server
