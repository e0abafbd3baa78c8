#pragma once

#include <string>

namespace gallery {

/// A page of a household register, A4 at 300 dpi, as a JPEG. Synthetic.
[[nodiscard]] std::string samplePage();

}  // namespace gallery
