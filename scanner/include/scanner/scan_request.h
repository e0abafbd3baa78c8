#pragma once

#include <scanner/device.h>

#include <cstdint>
#include <optional>

namespace scanner {

/// How one batch is to be scanned. The device takes the nearest it can; what it really did stands in each page.
struct ScanRequest {
    DeviceId device;
    PaperSource source = PaperSource::Flatbed;
    base::Dpi dpi{300};  ///< DA/T 31-2017: at least 200, 300 where text is to be read by machine
    ColourMode mode = ColourMode::Colour;

    /// Sides to take at most. Nothing: one from a flatbed, from a feeder until it is empty.
    std::optional<std::uint32_t> pageLimit;

    base::Millimetres width = base::A4Width;  ///< from the top left corner; cut to what the device can
    base::Millimetres height = base::A4Height;

    bool operator==(const ScanRequest&) const = default;
};

}  // namespace scanner
