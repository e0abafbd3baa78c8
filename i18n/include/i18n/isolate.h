#pragma once

#include <string>
#include <string_view>

namespace i18n {

/// A name, number or other value to be put into a sentence, so that neither changes the other's direction: between
/// U+2068 and U+2069, and without directional controls of its own (U+202A to U+202E, U+2066 to U+2069). An identity
/// number beside an Arabic name is then not printed backwards. Empty stays empty; what is isolated already stays as it is.
[[nodiscard]] std::string isolate(std::string_view value);

/// The text without U+2066 to U+2069: what is compared and measured, and titles of files.
[[nodiscard]] std::string withoutIsolates(std::string_view text);

}  // namespace i18n
