#pragma once

#include <string>
#include <string_view>

namespace i18n {

/// The value between U+2068 and U+2069 (UAX #9), so that a name in Arabic script or a stray direction sign turns
/// nothing around it: a masked number beside it stays readable. Inside, embeddings and overrides are taken out, so that
/// what is printed is in the order it was written in; isolates are closed where they are not. Empty stays empty.
[[nodiscard]] std::string isolate(std::string_view value);

/// The text without isolate signs: what is compared, searched and measured.
[[nodiscard]] std::string withoutIsolates(std::string_view text);

}  // namespace i18n
