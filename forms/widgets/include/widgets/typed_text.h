#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace widgets {

/// The JSON of a typed number, in full width and with blanks too: "2" -> 2, "007" -> 7, "1.50" -> 1.50. Nothing when it
/// is no number, has a fraction where `whole` is asked for, or has more digits than are kept (forms/decimal.h).
enum class NumberKind { Whole, Decimal };
[[nodiscard]] std::optional<std::string> readTypedNumber(std::string_view text, NumberKind kind);

/// A JSON string with that text.
[[nodiscard]] std::string jsonString(std::string_view text);

}  // namespace widgets
