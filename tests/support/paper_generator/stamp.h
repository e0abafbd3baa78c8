#pragma once

#include "sheet.h"

#include <string>

namespace papers_drawn {

/// A round red seal of 42 mm across (or `diameter`) with `around` on its arc and `below` under the star, turned by `degrees`.
void stampRound(Sheet& sheet,
                double centreX,
                double centreY,
                const std::string& around,
                const std::string& below,
                double degrees,
                double diameter = 42);

/// A small square name seal with up to four characters.
void stampSquare(Sheet& sheet, double x, double y, const std::string& text, double size);

/// A red fingerprint over a signature.
void fingerprint(Sheet& sheet, double centreX, double centreY);

}  // namespace papers_drawn
