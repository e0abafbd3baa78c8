#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>

namespace forms {

/// How a value of a closed enum is stored and what it is called. A table of them has one line for each enumerator.
template <class Enum>
struct Word {
    Enum value;
    std::string_view token;
    std::string_view title;
};

/// A word stands at its enumerator's place, and none is forgotten.
template <class Table, class Enum>
constexpr bool follows(const Table& table, Enum last)
{
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].value) != i)
            return false;
    return table.size() == static_cast<std::size_t>(last) + 1;
}

template <class Table>
constexpr auto valuesOf(const Table& table)
{
    std::array<decltype(table[0].value), std::tuple_size_v<Table>> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = table[i].value;
    return values;
}

template <class Table>
auto parseToken(const Table& table, std::string_view token) -> std::optional<decltype(table[0].value)>
{
    for (const auto& word : table)
        if (word.token == token)
            return word.value;
    return std::nullopt;
}

}  // namespace forms
