#include <base/signature.h>

#include <base/digest.h>
#include <base/encoding.h>

#include <sodium.h>

#include <cstring>

namespace base {

std::optional<PublicKey> PublicKey::fromBytes(std::string_view bytes)
{
    PublicKey key;
    if (bytes.size() != key.m_bytes.size())
        return std::nullopt;
    std::memcpy(key.m_bytes.data(), bytes.data(), bytes.size());
    return key;
}

std::optional<PublicKey> PublicKey::fromBase64Url(std::string_view text)
{
    const auto bytes = base::fromBase64Url(text);
    return bytes ? fromBytes(*bytes) : std::nullopt;
}

std::string PublicKey::toBase64Url() const
{
    return base::toBase64Url({reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()});
}

std::string PublicKey::thumbprint() const
{
    const auto digest = Digest::of(R"({"crv":"Ed25519","kty":"OKP","x":")" + toBase64Url() + R"("})");
    return base::toBase64Url({reinterpret_cast<const char*>(digest.bytes().data()), digest.bytes().size()});
}

bool PublicKey::verifies(std::string_view message, std::string_view signature) const
{
    return signature.size() == crypto_sign_BYTES
           && crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(signature.data()),
                                          reinterpret_cast<const unsigned char*>(message.data()),
                                          message.size(),
                                          m_bytes.data())
                  == 0;
}

SigningKey::SigningKey(const Key& seed)
    : m_seed(seed)
{
    std::string publicBytes(crypto_sign_PUBLICKEYBYTES, '\0');
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(
        reinterpret_cast<unsigned char*>(publicBytes.data()), secret.data(), seed.bytes().data());
    sodium_memzero(secret.data(), secret.size());
    m_public = *PublicKey::fromBytes(publicBytes);
}

SigningKey SigningKey::generate()
{
    return SigningKey(Key::random());
}

SigningKey SigningKey::fromSeed(const Key& seed)
{
    return SigningKey(seed);
}

std::string SigningKey::sign(std::string_view message) const
{
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicBytes{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(publicBytes.data(), secret.data(), m_seed.bytes().data());
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()),
                         nullptr,
                         reinterpret_cast<const unsigned char*>(message.data()),
                         message.size(),
                         secret.data());
    sodium_memzero(secret.data(), secret.size());
    return signature;
}

}  // namespace base
