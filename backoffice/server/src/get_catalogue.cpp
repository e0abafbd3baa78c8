#include "endpoints.h"
#include "tagged_answer.h"

#include <server/guide_store.h>

namespace server {

Answer getCatalogue(BackOffice& office, Request& request)
{
    auto jws = office.database->read([&](Transaction& transaction) -> base::Result<std::string> {
        auto newest = CatalogueStore(transaction).newest(request.user().division);
        if (!newest)
            return base::fail(base::ErrorCode::NotFound, "No catalogue was published for this division.");
        return std::move(*newest);
    });
    if (!jws)
        return refuse(jws.error());
    return taggedFor(request, std::move(*jws));
}

}  // namespace server
