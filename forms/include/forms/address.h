#pragma once

#include <array>
#include <string>
#include <string_view>

namespace forms {

/// The parts of an address from the largest to the smallest, as DESIGN asks of `cn-address`.
enum class AddressPart { Division, Town, Village, Road, Number, Building, Floor, Room };

inline constexpr std::size_t AddressParts = 8;

/// An address taken apart: 测试市测试区 | 示例街道 | 示例社区 | 测试路 | 1号 | 2幢 | 3层 | 301室. Parts keep their suffix;
/// one that is not there is empty. What follows the last known part, and all of a text without any, stands in Room.
class Address
{
  public:
    /// Never fails; `text()` of the result is the text given, without spaces at both ends.
    [[nodiscard]] static Address parse(std::string_view text);

    [[nodiscard]] const std::string& part(AddressPart part) const;

    /// As typed into a field of its own: "301" becomes 301室, "2" a 2幢; names stay as they are.
    void put(AddressPart part, std::string_view typed);

    [[nodiscard]] std::string text() const;  ///< all parts, one after the other

    bool operator==(const Address&) const = default;

  private:
    std::array<std::string, AddressParts> m_parts;
};

}  // namespace forms
