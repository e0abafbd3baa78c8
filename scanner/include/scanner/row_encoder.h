#pragma once

#include <scanner/device.h>
#include <scanner/scanned_page.h>

#include <base/result.h>
#include <base/sealed_file.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace scanner {

/// The rows of one page. Colour: 3 bytes a pixel, red first. Gray: one byte, 0 = black. Lineart: one bit, the
/// leftmost pixel highest, 1 = black, each row filled up to a byte.
struct RowFormat {
    ColourMode mode = ColourMode::Gray;
    std::uint32_t width = 0;   ///< pixels, 1..65500
    std::uint32_t height = 0;  ///< rows, 1..65500
    base::Dpi dpi;             ///< written into the image; at least 1

    [[nodiscard]] std::size_t bytesPerRow() const;
};

inline constexpr std::uint32_t MostPixelsPerSide = 65'500;  ///< what JPEG and its library can

/// Makes an encoded image of rows as they come. Colour and gray become JPEG in constant memory; lineart becomes
/// TIFF with CCITT G4, whose directory can only be written at the end, so that the encoded page (about 100 kB)
/// is held. One thread.
class RowEncoder
{
  public:
    virtual ~RowEncoder() = default;

    /// Whole rows, any number. Rows beyond the height are passed over.
    [[nodiscard]] virtual base::Status add(std::span<const std::byte> rows) = 0;

    /// Fills missing rows with white and ends the image. Once.
    [[nodiscard]] virtual base::Status finish() = 0;

    [[nodiscard]] virtual std::uint32_t rowsTaken() const = 0;
    [[nodiscard]] virtual ImageType type() const = 0;
};

/// `sink` gets the encoded bytes in order; its error ends the encoding and is passed on.
[[nodiscard]] base::Result<std::unique_ptr<RowEncoder>> makeRowEncoder(const RowFormat& format,
                                                                       base::ByteSink sink);

}  // namespace scanner
