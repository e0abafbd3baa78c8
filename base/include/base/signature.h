#pragma once

#include <base/secret.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// An Ed25519 public key (RFC 8032, RFC 8037).
class PublicKey
{
  public:
    PublicKey() = default;

    [[nodiscard]] static std::optional<PublicKey> fromBytes(std::string_view bytes);     ///< exactly 32
    [[nodiscard]] static std::optional<PublicKey> fromBase64Url(std::string_view text);  ///< JWK member "x"

    [[nodiscard]] std::string toBase64Url() const;

    /// RFC 7638 thumbprint of {"crv":"Ed25519","kty":"OKP","x":…}: base64url of SHA-256. The `kid` of a JWS.
    [[nodiscard]] std::string thumbprint() const;

    [[nodiscard]] bool verifies(std::string_view message, std::string_view signature) const;

    auto operator<=>(const PublicKey&) const = default;

  private:
    std::array<std::uint8_t, 32> m_bytes{};
};

/// An Ed25519 key pair, kept as its 32-byte seed.
class SigningKey
{
  public:
    [[nodiscard]] static SigningKey generate();
    [[nodiscard]] static SigningKey fromSeed(const Key& seed);

    [[nodiscard]] const Key& seed() const { return m_seed; }

    [[nodiscard]] const PublicKey& publicKey() const { return m_public; }

    [[nodiscard]] std::string sign(std::string_view message) const;  ///< 64 bytes

  private:
    explicit SigningKey(const Key& seed);

    Key m_seed;
    PublicKey m_public;
};

}  // namespace base
