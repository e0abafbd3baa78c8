#pragma once

#include <base/result.h>

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace forms {

inline constexpr std::size_t MaxJsonBytes = 4u << 20;
inline constexpr int MaxJsonDepth = 64;

/// What must hold before a parser sees foreign JSON. Error BadInput: larger than `limit` (a multiple of 1 MiB), deeper
/// than 64, or not UTF-8.
[[nodiscard]] base::Status checkBounds(std::string_view bytes, std::size_t limit);

/// Reads foreign JSON with its size and depth bounded before the parser sees it. Error BadInput: larger than
/// 4 MiB, deeper than 64, not UTF-8, or no JSON.
[[nodiscard]] base::Result<nlohmann::json> parseBounded(std::string_view bytes);

/// Whether every number of a well-formed JSON text is kept as it is written (forms/decimal.h).
[[nodiscard]] bool keepsNumbers(std::string_view json);

/// One token of a JSON pointer (RFC 6901) with "~" and "/" written as "~0" and "~1".
[[nodiscard]] std::string escapePointerToken(std::string_view token);

}  // namespace forms
