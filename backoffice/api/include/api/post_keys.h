#pragma once

#include <base/result.h>
#include <base/signature.h>

#include <api/endpoint.h>

#include <string>
#include <string_view>

namespace api {

/// Makes known the public key with which this session's user signs on this workstation. 201, or 200 when it was
/// known already; 409 when the same key belongs to somebody else.
inline constexpr Endpoint PostKeys{"POST", "/v1/keys"};

struct KeyRequest {
    std::string workstation;
    base::PublicKey key;  ///< on the wire an RFC 8037 JWK {kty: OKP, crv: Ed25519, x}

    bool operator==(const KeyRequest&) const = default;
};

struct KeyAnswer {
    std::string kid;  ///< RFC 7638 thumbprint

    bool operator==(const KeyAnswer&) const = default;
};

[[nodiscard]] std::string toJson(const KeyRequest& request);

/// Error BadInput for another kind of key; a private key (member `d`) is refused, not ignored.
[[nodiscard]] base::Result<KeyRequest> parseKeyRequest(std::string_view json);

[[nodiscard]] std::string toJson(const KeyAnswer& answer);
[[nodiscard]] base::Result<KeyAnswer> parseKeyAnswer(std::string_view json);

}  // namespace api
