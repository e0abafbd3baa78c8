#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates, up to U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text);

/// The code points of well-formed text; a broken byte becomes U+FFFD.
[[nodiscard]] std::u32string decodeUtf8(std::string_view text);
[[nodiscard]] std::string encodeUtf8(std::u32string_view points);

/// How many code points: what a person counts as characters in Chinese text.
[[nodiscard]] std::size_t countCodePoints(std::string_view text);

}  // namespace base
