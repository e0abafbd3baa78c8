#include "tagged_answer.h"

#include <api/endpoint.h>
#include <api/get_catalogue.h>

namespace server {

Response taggedFor(const Request& request, std::string jws)
{
    Response response;
    const auto etag = api::etagOf(jws);
    response.headers.emplace_back("ETag", etag);
    response.headers.emplace_back("Cache-Control", "private, no-cache");
    if (const auto known = request.header("If-None-Match"); known && api::matchesEtag(*known, etag)) {
        response.status = 304;
        return response;
    }
    response.mediaType = api::JoseMediaType;
    response.body = std::move(jws);
    return response;
}

}  // namespace server
