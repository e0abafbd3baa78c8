#include "endpoints.h"

#include <api/post_pages_missing.h>

#include <set>

namespace server {

Answer postPagesMissing(BackOffice& office, Request& request)
{
    if (!request.hasType(api::JsonMediaType))
        return refuse(api::ProblemCode::UnsupportedType, "The list of pages is sent as application/json.");
    const auto body = request.readBody();
    if (!body)
        return refuse(body.error());
    const auto asked = api::parsePagesMissingRequest(*body);
    if (!asked)
        return refuse(asked.error());
    const auto missing =
        office.database->read([&](Transaction& transaction) -> base::Result<std::vector<base::Digest>> {
            PageIndexStore pages(transaction);
            std::vector<base::Digest> lacking;
            std::set<base::Digest> seen;
            for (const auto& digest : asked->pages)
                if (seen.insert(digest).second && !pages.find(digest))
                    lacking.push_back(digest);
            return lacking;
        });
    if (!missing)
        return refuse(missing.error());
    return jsonResponse(200, api::toJson(api::PagesMissingAnswer{*missing}));
}

}  // namespace server
