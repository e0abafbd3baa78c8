#include "endpoints.h"

#include <api/get_catalogue.h>
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
    Response response;
    const auto etag = api::etagOf(*jws);
    response.headers.emplace_back("ETag", etag);
    response.headers.emplace_back("Cache-Control", "private, no-cache");
    if (const auto known = request.header("If-None-Match"); known && api::matchesEtag(*known, etag)) {
        response.status = 304;
        return response;
    }
    response.mediaType = api::JoseMediaType;
    response.body = std::move(*jws);
    return response;
}

}  // namespace server
