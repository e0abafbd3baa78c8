#include "endpoints.h"

#include <server/audit_store.h>

namespace server {

Answer deleteSessions(BackOffice& office, Request& request)
{
    const auto removed = office.database->write([&](Transaction& transaction) -> base::Status {
        SessionStore(transaction).remove(request.caller->tokenHash);
        AuditStore(transaction).add(office.clock.now(), request.user().name, "logout");
        return {};
    });
    if (!removed)
        return refuse(removed.error());
    Response response;
    response.status = 204;
    return response;
}

}  // namespace server
