#include <scanner/device.h>

#include "names.h"

#include <algorithm>

namespace scanner {

namespace {

constexpr std::size_t LongestId = 1024;

constexpr std::array<Named<PaperSource>, 3> Sources{{
    {PaperSource::Flatbed, "flatbed"},
    {PaperSource::Adf, "adf"},
    {PaperSource::AdfDuplex, "adf-duplex"},
}};

constexpr std::array<Named<ColourMode>, 3> Modes{{
    {ColourMode::Colour, "color"},
    {ColourMode::Gray, "gray"},
    {ColourMode::Lineart, "lineart"},
}};

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

}  // namespace

std::optional<DeviceId> DeviceId::parse(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() || text.size() > LongestId)
        return std::nullopt;
    if (std::any_of(text.begin(), text.end(), isControl))
        return std::nullopt;
    return DeviceId{std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
}

std::string DeviceId::toString() const
{
    return driver + ":" + name;
}

std::string_view nameOf(PaperSource source)
{
    return nameIn(Sources, source);
}

std::optional<PaperSource> parsePaperSource(std::string_view name)
{
    return valueIn(Sources, name);
}

std::string_view nameOf(ColourMode mode)
{
    return nameIn(Modes, mode);
}

std::optional<ColourMode> parseColourMode(std::string_view name)
{
    return valueIn(Modes, name);
}

}  // namespace scanner
