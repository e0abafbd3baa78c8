#pragma once

#include <base/signature.h>

#include <forms/json_reader.h>

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace api {

/// The members RFC 8037 asks of an Ed25519 public key, and nothing else.
[[nodiscard]] nlohmann::json jwkOf(const base::PublicKey& key);

/// Nothing for a key of another kind or of a wrong length.
[[nodiscard]] std::optional<base::PublicKey> readJwk(forms::JsonReader& jwk);

}  // namespace api
