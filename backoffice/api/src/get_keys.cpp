#include <api/get_keys.h>

#include <forms/json_reader.h>

#include "jwk_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace api {

namespace {

constexpr std::array<std::pair<KeyUse, std::string_view>, 3> Uses{{
    {KeyUse::Receipt, "receipt"},
    {KeyUse::Catalogue, "catalogue"},
    {KeyUse::Clerk, "clerk"},
}};

void readKey(forms::JsonReader& jwk, KeySet& set)
{
    const auto use = parseKeyUse(jwk.textOr("use"));
    const auto key = readJwk(jwk);
    if (!use || !key)
        return;
    if (jwk.has("kid") && jwk.text("kid") != key->thumbprint())
        jwk.reject("kid");
    set.keys.push_back({*key, *use, jwk.textOr("owner")});
}

}  // namespace

std::string_view nameOf(KeyUse use)
{
    for (const auto& [known, token] : Uses)
        if (known == use)
            return token;
    return "";
}

std::optional<KeyUse> parseKeyUse(std::string_view token)
{
    for (const auto& [use, known] : Uses)
        if (known == token)
            return use;
    return std::nullopt;
}

std::optional<base::PublicKey> KeySet::find(std::string_view kid, KeyUse use) const
{
    for (const auto& published : keys)
        if (published.use == use && published.key.thumbprint() == kid)
            return published.key;
    return std::nullopt;
}

std::string toJson(const KeySet& set)
{
    auto keys = nlohmann::json::array();
    for (const auto& published : set.keys) {
        auto jwk = jwkOf(published.key);
        jwk["kid"] = published.key.thumbprint();
        jwk["alg"] = "EdDSA";
        jwk["use"] = nameOf(published.use);
        if (!published.owner.empty())
            jwk["owner"] = published.owner;
        keys.push_back(std::move(jwk));
    }
    return forms::writeJson({{"keys", keys}});
}

base::Result<KeySet> parseKeySet(std::string_view text)
{
    const auto body = forms::parseJson(text, "key set", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "key set");
    if (!reader.has("keys"))
        reader.reject("keys");
    KeySet set;
    reader.each("keys", [&](forms::JsonReader& jwk) { readKey(jwk, set); });
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return set;
}

}  // namespace api
