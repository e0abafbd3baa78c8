#include "endpoints.h"
#include "packed_answer.h"

#include <server/guide_store.h>

namespace server {

Answer getGuide(BackOffice& office, Request& request)
{
    const auto sha256 = base::Digest::parse(request.parameters.front());
    if (!sha256)
        return refuse(api::ProblemCode::BadRequest, "A guide is asked for by its SHA-256 in hex.");
    auto bytes = office.database->read([&](Transaction& transaction) -> base::Result<std::string> {
        auto found = GuideStore(transaction).find(*sha256);
        if (!found)
            return base::fail(base::ErrorCode::NotFound, "This guide version was never published here.");
        return std::move(*found);
    });
    if (!bytes)
        return refuse(bytes.error());
    auto response = jsonResponse(200, std::move(*bytes));
    response.headers.emplace_back("Cache-Control", "private, max-age=31536000, immutable");
    return packedFor(request, std::move(response));
}

}  // namespace server
