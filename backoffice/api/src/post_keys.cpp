#include <api/post_keys.h>

#include <forms/json_reader.h>

#include "jwk_json.h"

#include <nlohmann/json.hpp>

namespace api {

std::string toJson(const KeyRequest& request)
{
    return forms::writeJson({{"workstation", request.workstation}, {"key", jwkOf(request.key)}});
}

base::Result<KeyRequest> parseKeyRequest(std::string_view text)
{
    const auto body = forms::parseJson(text, "key", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "key");
    KeyRequest request;
    request.workstation = reader.text("workstation");
    auto jwk = reader.object("key");
    if (jwk.has("d"))
        return base::fail(base::ErrorCode::BadInput,
                          "The key is a private key: only the public part may leave the workstation.");
    const auto key = readJwk(jwk);
    if (!key)
        reader.reject("key");
    request.key = key.value_or(base::PublicKey());
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return request;
}

std::string toJson(const KeyAnswer& answer)
{
    return forms::writeJson({{"kid", answer.kid}});
}

base::Result<KeyAnswer> parseKeyAnswer(std::string_view text)
{
    const auto body = forms::parseJson(text, "key answer", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "key answer");
    KeyAnswer answer{reader.text("kid")};
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return answer;
}

}  // namespace api
