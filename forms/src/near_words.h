#pragma once

#include "syllables.h"

#include <string>
#include <vector>

namespace forms {

/// What a person may have meant who typed `word` (folded) with one slip, without repetitions:
/// - two neighbouring signs swapped, or one too many;
/// - one sign wrong or missing: in pinyin another letter that again gives syllables as they follow each other in the texts, elsewhere AnyCharacter;
/// - characters that sound the same (an input method offered the wrong one), as their pinyin.
/// Words that are hardly told apart from others (two characters, four initials) give only their swaps and homophones,
/// three letters nothing.
[[nodiscard]] std::vector<std::u32string> nearWords(const std::u32string& word, const Syllables& syllables);

}  // namespace forms
