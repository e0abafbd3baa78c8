#include <base/secret.h>

#include <sodium.h>

#include <cstdlib>
#include <cstring>

namespace base {

namespace {

/// libsodium wants to be initialised once before its random source or any key is used.
const bool SodiumReady = [] {
    if (sodium_init() < 0)
        std::abort();  // no random source: nothing here could be kept secret
    return true;
}();

}  // namespace

Key::Key() = default;

Key::~Key()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

Key::Key(const Key&) = default;
Key& Key::operator=(const Key&) = default;

Key::Key(Key&& other) noexcept
    : m_bytes(other.m_bytes)
{
    sodium_memzero(other.m_bytes.data(), other.m_bytes.size());
}

Key& Key::operator=(Key&& other) noexcept
{
    if (this != &other) {
        m_bytes = other.m_bytes;
        sodium_memzero(other.m_bytes.data(), other.m_bytes.size());
    }
    return *this;
}

Key Key::random()
{
    Key key;
    randombytes_buf(key.m_bytes.data(), key.m_bytes.size());
    return key;
}

std::optional<Key> Key::fromBytes(std::string_view bytes)
{
    if (bytes.size() != Size)
        return std::nullopt;
    Key key;
    std::memcpy(key.m_bytes.data(), bytes.data(), Size);
    return key;
}

Key Key::derive(std::uint64_t number, std::string_view context) const
{
    char name[crypto_kdf_CONTEXTBYTES] = {};
    std::memcpy(name, context.data(), std::min(context.size(), sizeof name));
    Key key;
    crypto_kdf_derive_from_key(key.m_bytes.data(), Size, number, name, m_bytes.data());
    return key;
}

std::optional<Key> Key::fromPassword(std::string_view password, std::string_view salt)
{
    if (salt.size() != crypto_pwhash_SALTBYTES)
        return std::nullopt;
    Key key;
    const int status = crypto_pwhash(key.m_bytes.data(),
                                     Size,
                                     password.data(),
                                     password.size(),
                                     reinterpret_cast<const unsigned char*>(salt.data()),
                                     crypto_pwhash_OPSLIMIT_MODERATE,
                                     crypto_pwhash_MEMLIMIT_INTERACTIVE,
                                     crypto_pwhash_ALG_ARGON2ID13);
    return status == 0 ? std::optional(key) : std::nullopt;
}

std::array<std::uint8_t, 8> Key::keyId() const
{
    const Key derived = derive(0, "ow-keyid");
    std::array<std::uint8_t, 8> id{};
    std::memcpy(id.data(), derived.m_bytes.data(), id.size());
    return id;
}

std::string Key::toString() const
{
    return {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()};
}

bool Key::operator==(const Key& other) const
{
    return sodium_memcmp(m_bytes.data(), other.m_bytes.data(), Size) == 0;
}

std::string randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

void wipe(std::string& secret)
{
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

}  // namespace base
