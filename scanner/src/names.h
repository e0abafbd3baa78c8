#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace scanner {

/// One row of a table between a closed enum and its stored names.
template <class Enum>
struct Named {
    Enum value;
    std::string_view name;
};

template <class Enum, std::size_t Count>
[[nodiscard]] constexpr std::string_view nameIn(const std::array<Named<Enum>, Count>& table, Enum value)
{
    for (const auto& row : table) {
        if (row.value == value)
            return row.name;
    }
    return {};
}

template <class Enum, std::size_t Count>
[[nodiscard]] constexpr std::optional<Enum> valueIn(const std::array<Named<Enum>, Count>& table,
                                                    std::string_view name)
{
    for (const auto& row : table) {
        if (row.name == name)
            return row.value;
    }
    return std::nullopt;
}

}  // namespace scanner
