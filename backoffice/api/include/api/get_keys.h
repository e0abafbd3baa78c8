#pragma once

#include <base/result.h>
#include <base/signature.h>

#include <api/endpoint.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace api {

/// The keys whose signatures count here, as a JWKS (RFC 7517). Pinned by a workstation at its first login.
inline constexpr Endpoint GetKeys{"GET", "/v1/keys"};

/// What a key may sign. `receipt` keys sign receipts and health answers.
enum class KeyUse { Receipt, Catalogue, Clerk };

[[nodiscard]] std::string_view nameOf(KeyUse use);  ///< "receipt"
[[nodiscard]] std::optional<KeyUse> parseKeyUse(std::string_view token);

struct PublishedKey {
    base::PublicKey key;  ///< its kid is the thumbprint
    KeyUse use = KeyUse::Receipt;
    std::string owner;  ///< user name of a clerk's key; else empty

    bool operator==(const PublishedKey&) const = default;
};

struct KeySet {
    std::vector<PublishedKey> keys;

    /// The key of a `kid` if it may be used so.
    [[nodiscard]] std::optional<base::PublicKey> find(std::string_view kid, KeyUse use) const;

    bool operator==(const KeySet&) const = default;
};

[[nodiscard]] std::string toJson(const KeySet& keys);

/// Keys of another kind or use are left out; a `kid` that is not the thumbprint is error BadInput.
[[nodiscard]] base::Result<KeySet> parseKeySet(std::string_view json);

}  // namespace api
