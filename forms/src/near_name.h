#pragma once

#include <span>
#include <string>
#include <string_view>

namespace forms {

/// The known name that `written` was probably meant to be: a slip or two away, or of the same letters. Empty when none
/// is near; a name that is known is near nothing.
[[nodiscard]] std::string nearestName(std::string_view written, std::span<const std::string> known);

}  // namespace forms
