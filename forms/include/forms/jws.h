#pragma once

#include <base/digest.h>
#include <base/result.h>
#include <base/signature.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// Longest text taken for a signed document: the index of 100,000 guides is 19 MiB of it.
inline constexpr std::size_t MaxJwsBytes = std::size_t{48} << 20;

/// A compact JWS (RFC 7515) with {alg: EdDSA (RFC 8037), kid: RFC 7638 thumbprint, typ: the payload's format}.
/// What is signed is the bytes sent, never re-serialised.
struct Jws {
    std::string kid;
    std::string typ;
    std::string payload;

    [[nodiscard]] base::Digest digest() const { return base::Digest::of(payload); }
};

[[nodiscard]] std::string signJws(std::string_view payload,
                                  std::string_view typ,
                                  const base::SigningKey& key);

/// Finds the key of a `kid`; nothing for an unknown one.
using KeyFinder = std::function<std::optional<base::PublicKey>(std::string_view kid)>;

/// Error BadInput: no compact JWS, longer than MaxJwsBytes, another algorithm, another `typ` than wanted. Error
/// NotAllowed: unknown key or a signature that does not verify.
[[nodiscard]] base::Result<Jws> verifyJws(std::string_view compact,
                                          std::string_view typ,
                                          const KeyFinder& keys);

/// The parts without any verification: only to find out whose key is needed.
[[nodiscard]] base::Result<Jws> peekJws(std::string_view compact);

}  // namespace forms
