#include <base/digest.h>

#include "sha256_blocks.h"

#include <base/encoding.h>

#include <sodium.h>

#include <algorithm>
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
    Hasher hasher;
    hasher.add(bytes);
    return hasher.finish();
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

/// libsodium has no use for the processor's own instructions; it keeps the state, the odd bytes and the padding.
void Hasher::add(std::string_view bytes)
{
    constexpr std::size_t BlockSize = sizeof(crypto_hash_sha256_state::buf);
    auto* state = stateOf(m_state);
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    auto left = bytes.size();
    if (hasSha256Instructions()) {
        const auto held = static_cast<std::size_t>(state->count / 8 % BlockSize);
        const auto first = std::min(left, (BlockSize - held) % BlockSize);
        crypto_hash_sha256_update(state, at, first);
        at += first;
        left -= first;
        const auto blocks = left / BlockSize;
        takeSha256Blocks(state->state, at, blocks);
        state->count += std::uint64_t{blocks} * BlockSize * 8;
        at += blocks * BlockSize;
        left -= blocks * BlockSize;
    }
    crypto_hash_sha256_update(state, at, left);
}

Digest Hasher::finish()
{
    std::array<std::uint8_t, 32> bytes{};
    crypto_hash_sha256_final(stateOf(m_state), bytes.data());
    return Digest::fromBytes(bytes);
}

}  // namespace base
