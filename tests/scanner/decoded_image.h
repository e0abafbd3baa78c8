#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace scanner_tests {

/// An image as the libraries that are not ours read it. Empty (width 0) when they refuse it.
struct DecodedImage {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    int channels = 0;
    double dpiX = 0;
    double dpiY = 0;
    int compression = 0;                ///< of TIFF
    std::vector<std::uint8_t> samples;  ///< 8 bit; of bilevel TIFF 0 = black, 255 = white

    [[nodiscard]] std::uint8_t at(std::uint32_t x, std::uint32_t y, int channel = 0) const
    {
        return samples[(std::size_t{y} * width + x) * static_cast<std::size_t>(channels)
                       + static_cast<std::size_t>(channel)];
    }
};

[[nodiscard]] DecodedImage decodeJpeg(const std::string& bytes);
[[nodiscard]] DecodedImage decodeTiff(const std::string& bytes);

}  // namespace scanner_tests
