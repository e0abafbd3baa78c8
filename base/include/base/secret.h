#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace base {

/// A 256-bit key. Wiped when it goes; compared in constant time; never printed.
class Key
{
  public:
    static constexpr std::size_t Size = 32;

    Key();  ///< all zero: only to be assigned to
    ~Key();
    Key(const Key&);
    Key& operator=(const Key&);
    Key(Key&&) noexcept;
    Key& operator=(Key&&) noexcept;

    [[nodiscard]] static Key random();
    [[nodiscard]] static std::optional<Key> fromBytes(std::string_view bytes);  ///< exactly 32

    /// A key of its own for each use of a master key (BLAKE2b KDF). `context` is exactly 8 characters.
    [[nodiscard]] Key derive(std::uint64_t number, std::string_view context) const;

    /// From a password by Argon2id with libsodium's "moderate" limits; `salt` is 16 bytes. Takes about a second;
    /// nothing when memory does not suffice.
    [[nodiscard]] static std::optional<Key> fromPassword(std::string_view password, std::string_view salt);

    /// Which key this is, for a header: eight bytes from which the key does not follow.
    [[nodiscard]] std::array<std::uint8_t, 8> keyId() const;

    [[nodiscard]] std::span<const std::uint8_t, Size> bytes() const { return m_bytes; }

    [[nodiscard]] std::string toString() const;  ///< the 32 bytes as they are; the caller wipes

    bool operator==(const Key& other) const;

  private:
    std::array<std::uint8_t, Size> m_bytes{};
};

/// Random bytes from the operating system.
[[nodiscard]] std::string randomBytes(std::size_t count);

/// Overwrites a string that held a secret.
void wipe(std::string& secret);

}  // namespace base
