#pragma once

#include <scanner/scanned_page.h>

#include <base/result.h>

#include <cstdint>
#include <string_view>

namespace scanner {

/// What an image file says about itself.
struct ImageHeader {
    ImageType type = ImageType::Jpeg;
    std::uint32_t width = 0;  ///< pixels, 1..65535
    std::uint32_t height = 0;
    base::Dpi dpi;  ///< horizontal, rounded; 0 = not told

    bool operator==(const ImageHeader&) const = default;
};

/// Reads the header of foreign bytes without decoding a pixel: JPEG (baseline or progressive, with its end) and
/// TIFF with one image. Everything is bounded by the bytes given. Error BadInput says what it is instead
/// (PNG, PDF, several images, cut off); `name` is how the sentence calls the file.
[[nodiscard]] base::Result<ImageHeader> readImageHeader(std::string_view bytes, std::string_view name);

}  // namespace scanner
