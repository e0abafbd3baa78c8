#pragma once

#include <charconv>
#include <optional>
#include <string>

namespace server {

/// The number of a revision as it stands in an address.
[[nodiscard]] inline std::optional<int> parseRevisionNumber(const std::string& text)
{
    int revision = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), revision);
    if (error != std::errc() || end != text.data() + text.size() || revision < 1)
        return std::nullopt;
    return revision;
}

}  // namespace server
