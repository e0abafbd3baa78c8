#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace scanner {

enum class ByteOrder { Big, Little };

/// Numbers at places of foreign bytes; nothing outside of them.
class ByteReader
{
  public:
    ByteReader(std::string_view bytes, ByteOrder order)
        : m_bytes(bytes)
        , m_order(order)
    {}

    [[nodiscard]] std::optional<std::uint8_t> u8(std::uint64_t at) const
    {
        const auto value = number(at, 1);
        return value ? std::optional(static_cast<std::uint8_t>(*value)) : std::nullopt;
    }

    [[nodiscard]] std::optional<std::uint16_t> u16(std::uint64_t at) const
    {
        const auto value = number(at, 2);
        return value ? std::optional(static_cast<std::uint16_t>(*value)) : std::nullopt;
    }

    [[nodiscard]] std::optional<std::uint32_t> u32(std::uint64_t at) const { return number(at, 4); }

    [[nodiscard]] std::string_view part(std::uint64_t at, std::uint64_t length) const
    {
        return at <= m_bytes.size() ? m_bytes.substr(at, length) : std::string_view();
    }

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }

  private:
    [[nodiscard]] std::optional<std::uint32_t> number(std::uint64_t at, std::size_t length) const
    {
        if (at > m_bytes.size() || m_bytes.size() - at < length)
            return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < length; ++i) {
            const auto place = m_order == ByteOrder::Big ? i : length - 1 - i;
            value = (value << 8) | static_cast<std::uint8_t>(m_bytes[at + place]);
        }
        return value;
    }

    std::string_view m_bytes;
    ByteOrder m_order;
};

}  // namespace scanner
