#pragma once

#include <base/units.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace scanner {

struct JpegHeader {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    base::Dpi dpi;         ///< of JFIF, else of Exif; 0 = not told
    bool isWhole = false;  ///< has its end-of-image marker
};

/// Baseline, extended or progressive JPEG (ITU-T T.81); nothing when it is none or its header is broken.
[[nodiscard]] std::optional<JpegHeader> readJpegHeader(std::string_view bytes);

}  // namespace scanner
