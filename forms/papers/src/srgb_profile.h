#pragma once

#include <string>

namespace papers {

/// An ICC version 2 display profile of sRGB (IEC 61966-2-1), made here so that no file is looked for: primaries
/// adapted to D50 and the standard's own tone curve in 1024 steps.
[[nodiscard]] std::string srgbProfile();

}  // namespace papers
