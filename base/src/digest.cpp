#include <base/digest.h>

#include <base/encoding.h>

#include <sodium.h>

#include <cstring>
#include <fstream>
#include <new>

namespace base {

static_assert(sizeof(crypto_hash_sha256_state) <= 128);

namespace {

crypto_hash_sha256_state* stateOf(std::array<std::byte, 128>& storage)
{
    return std::launder(reinterpret_cast<crypto_hash_sha256_state*>(storage.data()));
}

}  // namespace

Digest Digest::of(std::span<const std::byte> bytes)
{
    return of(asText(bytes));
}

Digest Digest::of(std::string_view bytes)
{
    Digest digest;
    crypto_hash_sha256(
        digest.m_bytes.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return digest;
}

Result<Digest> Digest::ofFile(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::NotFound, "The file {file} cannot be read.", {{"file", path.string()}});
    Hasher hasher;
    std::array<char, 65536> buffer{};
    while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
        hasher.add(std::string_view(buffer.data(), static_cast<std::size_t>(file.gcount())));
    return hasher.finish();
}

std::optional<Digest> Digest::parse(std::string_view hex)
{
    const auto bytes = hex.size() == 64 ? fromHex(hex) : std::nullopt;
    if (!bytes)
        return std::nullopt;
    Digest digest;
    std::memcpy(digest.m_bytes.data(), bytes->data(), digest.m_bytes.size());
    return digest;
}

Digest Digest::fromBytes(const std::array<std::uint8_t, 32>& bytes)
{
    Digest digest;
    digest.m_bytes = bytes;
    return digest;
}

std::string Digest::toString() const
{
    return toHex({reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()});
}

Hasher::Hasher()
{
    crypto_hash_sha256_init(new (m_state.data()) crypto_hash_sha256_state);
}

void Hasher::add(std::span<const std::byte> bytes)
{
    add(asText(bytes));
}

void Hasher::add(std::string_view bytes)
{
    crypto_hash_sha256_update(
        stateOf(m_state), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

Digest Hasher::finish()
{
    std::array<std::uint8_t, 32> bytes{};
    crypto_hash_sha256_final(stateOf(m_state), bytes.data());
    return Digest::fromBytes(bytes);
}

}  // namespace base
