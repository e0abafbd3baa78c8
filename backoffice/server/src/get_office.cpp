#include "endpoints.h"
#include "tagged_answer.h"

#include <server/office_store.h>

namespace server {

Answer getOffice(BackOffice& office, Request& request)
{
    auto jws = office.database->read([&](Transaction& transaction) -> base::Result<std::string> {
        auto newest = OfficeStore(transaction).newest(request.user().division);
        if (!newest)
            return base::fail(base::ErrorCode::NotFound,
                              "No office document was published for this division.");
        return std::move(*newest);
    });
    if (!jws)
        return refuse(jws.error());
    return taggedFor(request, std::move(*jws));
}

}  // namespace server
