#pragma once

#include <string>
#include <string_view>

namespace forms {

/// What becomes of blanks: parted words stay parted by one U+0020, or all blanks go.
enum class Blanks { Single, Dropped };

/// The one rule of what makes no difference between two texts, for comparing, searching and checking alike: letter
/// case, full and half width, which of the dots stands in a name (阿卜杜勒·艾海提), which dash, which blank, one code
/// point or several for the same sign (é, ⽅ and 方), and signs that nobody sees. For comparing only: what is kept, shown
/// and sent is the text as it was typed. Folding twice is folding once. A broken byte becomes U+FFFD. The data is that
/// of Unicode 15, compiled in.
[[nodiscard]] std::u32string foldText(std::string_view text, Blanks blanks);

/// Nothing is shown for it: zero width, directional marks, soft hyphen, variation selectors, byte order mark …
[[nodiscard]] bool isUnseenSign(char32_t point);

/// Any blank, line ends too.
[[nodiscard]] bool isBlankSign(char32_t point);

/// The text as its author meant to type it: as foldText(), but letters keep their case and their accents, rare
/// characters stay what they are, and a full stop is one. What a rule of a form that the text itself does not follow may still accept.
[[nodiscard]] std::string tidiedText(std::string_view text, Blanks blanks = Blanks::Single);

/// foldText() without blanks, as UTF-8.
[[nodiscard]] std::string foldedText(std::string_view text);

/// An identity number, credit code or passport number as one would write it: folded, without blanks and dashes, letters
/// as capitals.
[[nodiscard]] std::string foldedNumber(std::string_view text);

/// Whether nothing but what folding takes away tells the two apart.
[[nodiscard]] bool isSameText(std::string_view one, std::string_view other);

}  // namespace forms
