#include "jwk_json.h"

#include <nlohmann/json.hpp>

namespace api {

nlohmann::json jwkOf(const base::PublicKey& key)
{
    return {{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", key.toBase64Url()}};
}

std::optional<base::PublicKey> readJwk(forms::JsonReader& jwk)
{
    if (jwk.textOr("kty") != "OKP" || jwk.textOr("crv") != "Ed25519")
        return std::nullopt;
    return base::PublicKey::fromBase64Url(jwk.textOr("x"));
}

}  // namespace api
