#pragma once

#include <widgets/looks.h>

#include <string>

namespace widgets {

/// The CSS of the program in these colours. Lengths are relative to the font.
[[nodiscard]] std::string styleSheet(const Theme& theme);

[[nodiscard]] std::string styleClass(Look look);
[[nodiscard]] std::string styleClass(Tone tone);

}  // namespace widgets
