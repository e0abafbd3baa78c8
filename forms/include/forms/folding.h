#pragma once

#include <string>
#include <string_view>

namespace forms {

/// What becomes of blanks: parted words stay parted by one U+0020, or all blanks go.
enum class Blanks { Single, Dropped };

/// The one rule of what makes no difference between two texts, for comparing, searching and checking alike: letter
/// case, full and half width, which of the dots stands in a name (阿卜杜勒·艾海提), which dash, which blank, and signs
/// that nobody sees (zero width, directional marks, soft hyphens, variation selectors, a byte order mark). For
/// comparing only: what is kept, shown and sent is the text as it was typed. Folding twice is folding once. A broken
/// byte becomes U+FFFD.
[[nodiscard]] std::u32string foldText(std::string_view text, Blanks blanks);

/// foldText() without blanks, as UTF-8.
[[nodiscard]] std::string foldedText(std::string_view text);

/// An identity number, credit code or passport number as one would write it: folded, without blanks and dashes, letters
/// as capitals.
[[nodiscard]] std::string foldedNumber(std::string_view text);

/// Whether nothing but what folding takes away tells the two apart.
[[nodiscard]] bool isSameText(std::string_view one, std::string_view other);

}  // namespace forms
