#include <scanner/row_encoder.h>

#include "g4_encoder.h"
#include "jpeg_encoder.h"

#include <utility>

namespace scanner {

std::size_t RowFormat::bytesPerRow() const
{
    switch (mode) {
    case ColourMode::Colour: return std::size_t{3} * width;
    case ColourMode::Gray: return width;
    case ColourMode::Lineart: return (std::size_t{width} + 7) / 8;
    }
    return 0;
}

base::Result<std::unique_ptr<RowEncoder>> makeRowEncoder(const RowFormat& format, base::ByteSink sink)
{
    const auto isSide = [](std::uint32_t side) { return side >= 1 && side <= MostPixelsPerSide; };
    if (!isSide(format.width) || !isSide(format.height) || format.dpi.value < 1 || format.dpi.value > 65'535)
        return base::fail(
            base::ErrorCode::BadInput,
            "A page of {width} x {height} pixels cannot be encoded.",
            {{"width", std::to_string(format.width)}, {"height", std::to_string(format.height)}});
    if (format.mode == ColourMode::Lineart)
        return makeG4Encoder(format, std::move(sink));
    return makeJpegEncoder(format, std::move(sink));
}

}  // namespace scanner
