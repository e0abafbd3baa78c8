#pragma once

#include <base/result.h>

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace base {

/// SHA-256 (FIPS 180-4). Written as 64 lower-case hex characters everywhere.
class Digest
{
  public:
    Digest() = default;  ///< all zero; used as the `prev` of a chain's first entry

    [[nodiscard]] static Digest of(std::span<const std::byte> bytes);
    [[nodiscard]] static Digest of(std::string_view bytes);
    [[nodiscard]] static Result<Digest> ofFile(const std::filesystem::path& path);
    [[nodiscard]] static std::optional<Digest> parse(std::string_view hex);  ///< either case
    [[nodiscard]] static Digest fromBytes(const std::array<std::uint8_t, 32>& bytes);

    [[nodiscard]] std::string toString() const;

    [[nodiscard]] const std::array<std::uint8_t, 32>& bytes() const { return m_bytes; }

    [[nodiscard]] bool isZero() const { return *this == Digest(); }

    auto operator<=>(const Digest&) const = default;

  private:
    std::array<std::uint8_t, 32> m_bytes{};
};

/// SHA-256 of bytes that come in pieces.
class Hasher
{
  public:
    Hasher();
    void add(std::span<const std::byte> bytes);
    void add(std::string_view bytes);
    [[nodiscard]] Digest finish();  ///< once

  private:
    alignas(8) std::array<std::byte, 128> m_state{};
};

}  // namespace base

template <>
struct std::hash<base::Digest> {
    std::size_t operator()(const base::Digest& digest) const noexcept
    {
        std::size_t value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i)
            value = (value << 8) | digest.bytes()[i];
        return value;
    }
};
