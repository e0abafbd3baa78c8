#include "endpoints.h"

#include <api/get_audit.h>
#include <server/audit_store.h>
#include <server/case_access.h>

namespace server {

namespace {

/// An administrator sees no case but may verify that its record is whole.
base::Status checkAccess(Transaction& transaction, const Account& account, base::CaseId id)
{
    if (account.has(forms::Role::Admin)) {
        const auto record = CaseStore(transaction).find(id);
        if (record && record->division == account.division)
            return {};
    }
    const auto record = findVisible(transaction, account, id);
    if (!record)
        return base::passOn(record);
    return {};
}

}  // namespace

Answer getAudit(BackOffice& office, Request& request)
{
    const auto id = base::CaseId::parse(request.parameters.front());
    if (!id)
        return refuse(api::ProblemCode::BadRequest, "A case is asked for by its id.");
    const auto chain =
        office.database->write([&](Transaction& transaction) -> base::Result<std::vector<api::AuditEntry>> {
            if (auto allowed = checkAccess(transaction, request.user(), *id); !allowed)
                return base::passOn(allowed);
            AuditStore audit(transaction);
            audit.add(office.clock.now(), request.user().name, "view-audit", *id);
            return audit.chainOf(*id);
        });
    if (!chain)
        return refuse(chain.error());
    return jsonResponse(200, api::toJson(api::AuditAnswer{*chain}));
}

}  // namespace server
