#include "g4_encoder.h"

#include <base/encoding.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include <tiffio.h>

namespace scanner {

using base::ErrorCode;
using base::fail;

namespace {

/// A file in memory, as libtiff wants one.
struct MemoryFile {
    std::string bytes;
    std::size_t at = 0;
};

MemoryFile& fileOf(thandle_t handle)
{
    return *static_cast<MemoryFile*>(handle);
}

tmsize_t readFrom(thandle_t handle, void* to, tmsize_t size)
{
    auto& file = fileOf(handle);
    const auto rest = file.bytes.size() - std::min(file.at, file.bytes.size());
    const auto count = std::min(static_cast<std::size_t>(size), rest);
    std::memcpy(to, file.bytes.data() + file.at, count);
    file.at += count;
    return static_cast<tmsize_t>(count);
}

tmsize_t writeTo(thandle_t handle, void* from, tmsize_t size)
{
    auto& file = fileOf(handle);
    const auto count = static_cast<std::size_t>(size);
    if (file.at + count > file.bytes.size())
        file.bytes.resize(file.at + count);
    std::memcpy(file.bytes.data() + file.at, from, count);
    file.at += count;
    return size;
}

toff_t seekIn(thandle_t handle, toff_t offset, int whence)
{
    auto& file = fileOf(handle);
    const toff_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file.at : file.bytes.size();
    file.at = static_cast<std::size_t>(from + offset);
    return file.at;
}

int closeFile(thandle_t)
{
    return 0;
}

toff_t sizeOf(thandle_t handle)
{
    return fileOf(handle).bytes.size();
}

class G4Encoder final : public RowEncoder
{
  public:
    G4Encoder(const RowFormat& format, base::ByteSink sink)
        : m_format(format)
        , m_sink(std::move(sink))
    {}

    ~G4Encoder() override { close(); }

    G4Encoder(const G4Encoder&) = delete;
    G4Encoder& operator=(const G4Encoder&) = delete;

    [[nodiscard]] base::Status start()
    {
        m_tiff = TIFFClientOpen(
            "page", "wl", &m_file, readFrom, writeTo, seekIn, closeFile, sizeOf, nullptr, nullptr);
        const double dpi = m_format.dpi.value;
        const bool set = m_tiff != nullptr && TIFFSetField(m_tiff, TIFFTAG_IMAGEWIDTH, m_format.width) == 1
                         && TIFFSetField(m_tiff, TIFFTAG_IMAGELENGTH, m_format.height) == 1
                         && TIFFSetField(m_tiff, TIFFTAG_BITSPERSAMPLE, 1) == 1
                         && TIFFSetField(m_tiff, TIFFTAG_SAMPLESPERPIXEL, 1) == 1
                         && TIFFSetField(m_tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4) == 1
                         && TIFFSetField(m_tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE) == 1
                         && TIFFSetField(m_tiff, TIFFTAG_FILLORDER, FILLORDER_MSB2LSB) == 1
                         && TIFFSetField(m_tiff, TIFFTAG_ROWSPERSTRIP, m_format.height) == 1
                         && TIFFSetField(m_tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH) == 1
                         && TIFFSetField(m_tiff, TIFFTAG_XRESOLUTION, dpi) == 1
                         && TIFFSetField(m_tiff, TIFFTAG_YRESOLUTION, dpi) == 1;
        return set ? base::Status() : broken();
    }

    base::Status add(std::span<const std::byte> rows) override
    {
        const auto size = m_format.bytesPerRow();
        for (; rows.size() >= size && m_row < m_format.height; rows = rows.subspan(size)) {
            if (auto taken = take(rows.first(size)); !taken)
                return taken;
        }
        return {};
    }

    base::Status finish() override
    {
        m_taken = m_row;
        const std::vector<std::byte> white(m_format.bytesPerRow());
        while (m_row < m_format.height) {
            if (auto taken = take(white); !taken)
                return taken;
        }
        const bool flushed = TIFFFlush(m_tiff) == 1;
        close();
        return flushed ? m_sink(base::asBytes(m_file.bytes)) : broken();
    }

    [[nodiscard]] std::uint32_t rowsTaken() const override { return m_taken.value_or(m_row); }

    [[nodiscard]] ImageType type() const override { return ImageType::Tiff; }

  private:
    base::Status take(std::span<const std::byte> row)
    {
        // libtiff takes the row as non-const and may swap bits in it.
        m_scratch.assign(row.begin(), row.end());
        return TIFFWriteScanline(m_tiff, m_scratch.data(), m_row++, 0) == 1 ? base::Status() : broken();
    }

    void close()
    {
        if (m_tiff != nullptr)
            TIFFClose(std::exchange(m_tiff, nullptr));
    }

    [[nodiscard]] static base::Status broken()
    {
        return fail(ErrorCode::Failed, "A scanned page could not be encoded as TIFF.");
    }

    RowFormat m_format;
    base::ByteSink m_sink;
    MemoryFile m_file;
    TIFF* m_tiff = nullptr;
    std::vector<std::byte> m_scratch;
    std::uint32_t m_row = 0;
    std::optional<std::uint32_t> m_taken;
};

}  // namespace

base::Result<std::unique_ptr<RowEncoder>> makeG4Encoder(const RowFormat& format, base::ByteSink sink)
{
    TIFFSetErrorHandler(nullptr);  // the library prints; errors are told by the return values
    TIFFSetWarningHandler(nullptr);
    auto encoder = std::make_unique<G4Encoder>(format, std::move(sink));
    if (const auto started = encoder->start(); !started)
        return passOn(started);
    return encoder;
}

}  // namespace scanner
