#include "sane_rows.h"

#include <bit>

namespace drivers {

using scanner::ColourMode;
using scanner::MostPixelsPerSide;

namespace {

std::optional<ColourMode> modeOf(const SANE_Parameters& parameters)
{
    const bool wholeSamples = parameters.depth == 8 || parameters.depth == 16;
    if (parameters.format == SANE_FRAME_RGB)
        return wholeSamples ? std::optional(ColourMode::Colour) : std::nullopt;
    if (parameters.format != SANE_FRAME_GRAY)
        return std::nullopt;
    if (parameters.depth == 1)
        return ColourMode::Lineart;
    return wholeSamples ? std::optional(ColourMode::Gray) : std::nullopt;
}

bool isSide(SANE_Int pixels)
{
    return pixels >= 1 && pixels <= static_cast<SANE_Int>(MostPixelsPerSide);
}

}  // namespace

std::optional<SaneRows> SaneRows::of(const SANE_Parameters& parameters)
{
    const auto mode = modeOf(parameters);
    if (!mode || !isSide(parameters.pixels_per_line) || parameters.lines == 0
        || (parameters.lines > 0 && !isSide(parameters.lines)))
        return std::nullopt;
    SaneRows rows;
    rows.m_format.mode = *mode;
    rows.m_format.width = static_cast<std::uint32_t>(parameters.pixels_per_line);
    if (parameters.lines > 0)
        rows.m_height = static_cast<std::uint32_t>(parameters.lines);
    rows.m_bytesPerSample = parameters.depth == 16 ? 2 : 1;
    const auto needed = rows.m_format.bytesPerRow() * rows.m_bytesPerSample;
    constexpr SANE_Int LongestRow = 64 << 20;
    if (parameters.bytes_per_line < 0 || parameters.bytes_per_line > LongestRow
        || static_cast<std::size_t>(parameters.bytes_per_line) < needed)
        return std::nullopt;
    rows.m_rawBytesPerRow = static_cast<std::size_t>(parameters.bytes_per_line);
    return rows;
}

std::span<const std::byte> SaneRows::convert(std::span<const std::byte> raw)
{
    const auto size = m_format.bytesPerRow();
    if (m_bytesPerSample == 1 && size == m_rawBytesPerRow)
        return raw;
    // SANE's 16-bit samples are in the machine's byte order.
    const std::size_t upper = m_bytesPerSample == 2 && std::endian::native == std::endian::little ? 1 : 0;
    m_converted.clear();
    m_converted.reserve(raw.size() / m_rawBytesPerRow * size);
    for (; raw.size() >= m_rawBytesPerRow; raw = raw.subspan(m_rawBytesPerRow)) {
        for (std::size_t i = 0; i < size; ++i)
            m_converted.push_back(raw[i * m_bytesPerSample + upper]);
    }
    return m_converted;
}

}  // namespace drivers
