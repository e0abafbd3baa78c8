#pragma once

#include <string>
#include <string_view>

namespace forms {

/// Whether a text shows what is left when Chinese was read in the wrong encoding on its way here: replacement
/// characters, private-use characters, Latin letters in the pattern of UTF-8 bytes, known salad words, HTML
/// entities, or lost characters written as "??".
[[nodiscard]] bool looksDamaged(std::string_view text);

/// Whether a material's name leaves open what to bring: 其他材料, 相关证明, 等材料…
[[nodiscard]] bool isVagueName(std::string_view name);

}  // namespace forms
