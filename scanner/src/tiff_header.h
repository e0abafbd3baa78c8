#pragma once

#include <base/units.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace scanner {

/// What the first image of a TIFF (or of the Exif part of a JPEG) tells; 0 = not told.
struct TiffHeader {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    base::Dpi dpi;
    bool hasMoreImages = false;
    bool isWhole = true;  ///< every strip and tile lies inside the bytes
};

/// TIFF 6.0, either byte order; nothing when it is none.
[[nodiscard]] std::optional<TiffHeader> readTiffHeader(std::string_view bytes);

}  // namespace scanner
