#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace forms {

/// Whether the sign is a Chinese character: of any extension, also those that Unicode will still add to planes 2 and 3,
/// radicals and compatibility ideographs, 〇, and the private use area, where the systems of the police kept characters
/// of names before Unicode had them.
[[nodiscard]] bool isHan(char32_t point);

/// How many of the text's code points are.
[[nodiscard]] std::size_t countHan(std::string_view text);

/// A regular expression in which what stands for "a Chinese character" means all that isHan() knows, whatever the
/// library knows: \p{Han} with its longer spellings, and ranges written as people write them, [一-龥] or [\u4e00-\u9fa5]. The
/// rest stays as it is.
[[nodiscard]] std::string withEveryHan(std::string_view expression);

}  // namespace forms
