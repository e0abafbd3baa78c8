#pragma once

#include <base/date.h>

#include <optional>
#include <string>
#include <string_view>

namespace widgets {

/// Full-width letters, digits, signs and the ideographic space, as an input method leaves them, become ASCII;
/// spaces at both ends go. For numbers, dates and codes, never for names.
[[nodiscard]] std::string foldWidth(std::string_view text);

/// A day as people type it: 2025-1-2, 2025/01/02, 2025.1.2, 20250102, 2025年1月2日, in full width too. Nothing for
/// anything else, and for an impossible day.
[[nodiscard]] std::optional<base::Date> readTypedDate(std::string_view text);

/// The JSON of a typed number: "2" -> 2, "007" -> 7, "1.50" -> 1.50. Nothing when it is no number, or has a
/// fraction where `whole` is asked for.
enum class NumberKind { Whole, Decimal };
[[nodiscard]] std::optional<std::string> readTypedNumber(std::string_view text, NumberKind kind);

/// A JSON string with that text.
[[nodiscard]] std::string jsonString(std::string_view text);

}  // namespace widgets
