#include "endpoints.h"

#include <api/get_health.h>
#include <api/query.h>
#include <forms/jws.h>

#include <algorithm>

namespace server {

Answer getHealth(BackOffice& office, Request& request)
{
    const auto query = api::parseQuery(request.query);
    if (!query)
        return refuse(api::ProblemCode::BadRequest,
                      "The part of the address behind the question mark is broken.");
    const auto nonce = query->find("nonce");
    const auto text = nonce == query->end() ? std::string() : nonce->second;
    const auto visible = [](unsigned char c) { return c > 0x20 && c < 0x7f; };
    if (text.size() > api::MaxNonceLength || !std::all_of(text.begin(), text.end(), visible))
        return refuse(api::ProblemCode::BadRequest,
                      "A nonce is up to {most} visible ASCII characters.",
                      {{"most", std::to_string(api::MaxNonceLength)}});
    const api::Health health{office.settings.server, office.clock.now(), text};
    Response response;
    response.mediaType = api::JoseMediaType;
    response.body = forms::signJws(api::toJson(health), api::HealthFormat, office.keys.receipt);
    return response;
}

}  // namespace server
