#pragma once

#include <base/units.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scanner {

/// Names a device for ever: "<driver>:<name>", e.g. "sane:test:0" or "files:/srv/papers". The name is the driver's
/// own and may contain colons. Stored in settings, typed on command lines.
struct DeviceId {
    std::string driver;
    std::string name;

    /// Nothing without a driver, without a name, above 1024 bytes or with a control character in it.
    [[nodiscard]] static std::optional<DeviceId> parse(std::string_view text);
    [[nodiscard]] std::string toString() const;

    auto operator<=>(const DeviceId&) const = default;
};

/// Where the paper lies.
enum class PaperSource { Flatbed, Adf, AdfDuplex };

/// "flatbed", "adf", "adf-duplex", as on the command line and in the worker's protocol.
[[nodiscard]] std::string_view nameOf(PaperSource source);
[[nodiscard]] std::optional<PaperSource> parsePaperSource(std::string_view name);

enum class ColourMode { Colour, Gray, Lineart };

/// "color", "gray", "lineart".
[[nodiscard]] std::string_view nameOf(ColourMode mode);
[[nodiscard]] std::optional<ColourMode> parseColourMode(std::string_view name);

/// One device as a list shows it. Texts come from the driver, UTF-8, untranslated, possibly empty.
struct Device {
    DeviceId id;
    std::string vendor;
    std::string model;
    std::string kind;  ///< e.g. "flatbed scanner"

    bool operator==(const Device&) const = default;
};

/// What one device can do. An empty list of sources or modes means that the device offers no choice.
struct Abilities {
    std::vector<PaperSource> sources;
    std::vector<ColourMode> modes;
    std::vector<base::Dpi> resolutions;  ///< ascending; of a range only its two ends, see `anyBetween`
    bool anyBetween = false;             ///< every value between the first and the last resolution works
    base::Millimetres width;             ///< the largest area; 0 = not told
    base::Millimetres height;

    bool operator==(const Abilities&) const = default;
};

}  // namespace scanner
