#pragma once

#include <scanner/row_encoder.h>

#include <sane/sane.h>

#include <optional>
#include <span>
#include <vector>

namespace drivers {

/// The raw rows of one SANE frame and how they become the encoder's: padding cut off, 16-bit samples reduced to
/// their upper half.
class SaneRows
{
  public:
    /// Nothing for a frame that cannot be taken: one colour at a time, other depths, sizes without sense.
    [[nodiscard]] static std::optional<SaneRows> of(const SANE_Parameters& parameters);

    [[nodiscard]] scanner::ColourMode mode() const { return m_format.mode; }

    [[nodiscard]] std::uint32_t width() const { return m_format.width; }

    [[nodiscard]] std::optional<std::uint32_t> height() const
    {
        return m_height;
    }  ///< nothing: known at the end

    [[nodiscard]] std::size_t rawBytesPerRow() const { return m_rawBytesPerRow; }

    /// Whole raw rows in, the same rows for the encoder out; valid until the next call or while `raw` is.
    [[nodiscard]] std::span<const std::byte> convert(std::span<const std::byte> raw);

  private:
    scanner::RowFormat m_format;
    std::optional<std::uint32_t> m_height;
    std::size_t m_rawBytesPerRow = 0;
    std::size_t m_bytesPerSample = 1;
    std::vector<std::byte> m_converted;
};

}  // namespace drivers
