#pragma once

#include "sheet.h"

#include <cstdint>
#include <vector>

namespace papers_drawn {

/// What went wrong, or not, between the paper and the glass.
struct Handling {
    double degrees = 0.15;   ///< turned clockwise
    double light = 1;        ///< 1 well lit; 0.4 far too dark
    bool cornerCut = false;  ///< the top right corner is folded under
    unsigned seed = 1;       ///< of the grain
};

/// The sheet as a scanner would see it: warm paper, grain, an uneven lamp. RGB rows of Sheet::Width pixels.
std::vector<std::uint8_t> scanOf(const Sheet& sheet, const Handling& handling);

}  // namespace papers_drawn
