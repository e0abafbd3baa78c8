#include "jpeg_encoder.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include <jpeglib.h>

namespace scanner {

using base::ErrorCode;
using base::fail;

namespace {

constexpr int Quality = 75;
constexpr std::size_t BlockSize = 64 * 1024;
constexpr std::size_t MostRowsAtOnce = 16;

/// The library reports errors by a call that must not return: it jumps back to the guarded call. Nothing with a
/// destructor lives between the two.
struct Jump {
    jpeg_error_mgr manager{};
    std::jmp_buf back{};
};

struct Output {
    jpeg_destination_mgr manager{};
    std::array<JOCTET, BlockSize> block{};
    base::ByteSink sink;
    std::optional<base::Error> error;
};

[[noreturn]] void jumpBack(j_common_ptr codec)
{
    std::longjmp(reinterpret_cast<Jump*>(codec->err)->back, 1);
}

void keepQuiet(j_common_ptr, int) {}

void beSilent(j_common_ptr) {}

void handOver(Output& output, std::size_t size)
{
    if (output.error || size == 0)
        return;
    const auto taken = output.sink(std::as_bytes(std::span(output.block).first(size)));
    if (!taken)
        output.error = taken.error();
}

void openBlock(j_compress_ptr codec)
{
    auto* output = reinterpret_cast<Output*>(codec->dest);
    output->manager.next_output_byte = output->block.data();
    output->manager.free_in_buffer = output->block.size();
}

boolean emptyBlock(j_compress_ptr codec)
{
    auto* output = reinterpret_cast<Output*>(codec->dest);
    handOver(*output, output->block.size());
    openBlock(codec);
    return TRUE;
}

void closeBlock(j_compress_ptr codec)
{
    auto* output = reinterpret_cast<Output*>(codec->dest);
    handOver(*output, output->block.size() - output->manager.free_in_buffer);
}

class JpegEncoder final : public RowEncoder
{
  public:
    JpegEncoder(const RowFormat& format, base::ByteSink sink)
        : m_format(format)
    {
        m_output.sink = std::move(sink);
    }

    ~JpegEncoder() override { jpeg_destroy_compress(&m_codec); }

    JpegEncoder(const JpegEncoder&) = delete;
    JpegEncoder& operator=(const JpegEncoder&) = delete;

    [[nodiscard]] base::Status start()
    {
        m_codec.err = jpeg_std_error(&m_jump.manager);
        m_jump.manager.error_exit = jumpBack;
        m_jump.manager.emit_message = keepQuiet;
        m_jump.manager.output_message = beSilent;
        if (setjmp(m_jump.back) != 0)
            return broken();
        jpeg_create_compress(&m_codec);
        m_output.manager.init_destination = openBlock;
        m_output.manager.empty_output_buffer = emptyBlock;
        m_output.manager.term_destination = closeBlock;
        m_codec.dest = &m_output.manager;
        m_codec.image_width = m_format.width;
        m_codec.image_height = m_format.height;
        const bool colour = m_format.mode == ColourMode::Colour;
        m_codec.input_components = colour ? 3 : 1;
        m_codec.in_color_space = colour ? JCS_RGB : JCS_GRAYSCALE;
        jpeg_set_defaults(&m_codec);
        jpeg_set_quality(&m_codec, Quality, TRUE);
        m_codec.density_unit = 1;  // dots per inch
        m_codec.X_density = static_cast<UINT16>(m_format.dpi.value);
        m_codec.Y_density = m_codec.X_density;
        jpeg_start_compress(&m_codec, TRUE);
        return outcome();
    }

    base::Status add(std::span<const std::byte> rows) override
    {
        const auto size = m_format.bytesPerRow();
        while (!rows.empty() && m_codec.next_scanline < m_format.height) {
            const auto count = std::min(
                {rows.size() / size, MostRowsAtOnce, std::size_t{m_format.height} - m_codec.next_scanline});
            if (count == 0)
                return fail(ErrorCode::BadArgument, "A page's rows came in pieces.");
            if (auto taken = take(rows.data(), count); !taken)
                return taken;
            rows = rows.subspan(count * size);
        }
        return {};
    }

    base::Status finish() override
    {
        m_taken = m_codec.next_scanline;
        const std::vector<std::byte> white(m_format.bytesPerRow(), std::byte{0xff});
        while (m_codec.next_scanline < m_format.height) {
            if (auto taken = take(white.data(), 1); !taken)
                return taken;
        }
        if (setjmp(m_jump.back) != 0)
            return broken();
        jpeg_finish_compress(&m_codec);
        return outcome();
    }

    [[nodiscard]] std::uint32_t rowsTaken() const override { return m_taken.value_or(m_codec.next_scanline); }

    [[nodiscard]] ImageType type() const override { return ImageType::Jpeg; }

  private:
    base::Status take(const std::byte* rows, std::size_t count)
    {
        // The library takes rows as non-const and does not change them.
        auto* first = const_cast<JSAMPLE*>(reinterpret_cast<const JSAMPLE*>(rows));
        for (std::size_t i = 0; i < count; ++i)
            m_rows[i] = first + i * m_format.bytesPerRow();
        if (setjmp(m_jump.back) != 0)
            return broken();
        jpeg_write_scanlines(&m_codec, m_rows.data(), static_cast<JDIMENSION>(count));
        return outcome();
    }

    [[nodiscard]] base::Status outcome() const
    {
        return m_output.error ? base::Status(tl::unexpected<base::Error>(*m_output.error)) : base::Status();
    }

    [[nodiscard]] static base::Status broken()
    {
        return fail(ErrorCode::Failed, "A scanned page could not be encoded as JPEG.");
    }

    RowFormat m_format;
    Jump m_jump;
    Output m_output;
    jpeg_compress_struct m_codec{};
    std::array<JSAMPROW, MostRowsAtOnce> m_rows{};
    std::optional<std::uint32_t> m_taken;
};

}  // namespace

base::Result<std::unique_ptr<RowEncoder>> makeJpegEncoder(const RowFormat& format, base::ByteSink sink)
{
    auto encoder = std::make_unique<JpegEncoder>(format, std::move(sink));
    if (const auto started = encoder->start(); !started)
        return passOn(started);
    return encoder;
}

}  // namespace scanner
