#pragma once

#include <string>
#include <string_view>

namespace forms {

/// Whether a text shows what is left when Chinese was read in the wrong encoding on its way here: replacement
/// characters, private-use characters, Latin letters in the pattern of UTF-8 bytes, known salad words, HTML
/// entities, or lost characters written as "??".
[[nodiscard]] bool looksDamaged(std::string_view text);

}  // namespace forms
