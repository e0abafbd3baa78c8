#include "sane_page.h"

#include "sane_status.h"

#include <algorithm>
#include <cstring>

namespace drivers {

using scanner::PageFlag;
using scanner::ScanFault;

namespace {

constexpr std::size_t ReadSize = 64 * 1024;
constexpr std::uint64_t ProgressStep = 256 * 1024;

using Took = tl::expected<void, ScanFault>;

Took written(const base::Status& status)
{
    return status ? Took() : tl::unexpected(scanner::writeFault(status.error()));
}

}  // namespace

SanePage::SanePage(SANE_Handle device, scanner::BatchSpool& spool, base::Dpi dpi, scanner::Side side)
    : m_device(device)
    , m_spool(spool)
    , m_dpi(dpi)
    , m_side(side)
{}

tl::expected<PageEnd, ScanFault> SanePage::take(const Progress& progress,
                                                std::uint64_t& bytes,
                                                const std::stop_token& stop)
{
    SANE_Parameters parameters{};
    if (const auto status = sane_get_parameters(m_device, &parameters); status != SANE_STATUS_GOOD)
        return tl::unexpected(faultOfStatus(status));
    if (const auto begun = begin(parameters); !begun)
        return tl::unexpected(begun.error());
    std::uint64_t told = bytes;
    while (!stop.stop_requested()) {
        SANE_Int got = 0;
        const auto status = sane_read(m_device,
                                      reinterpret_cast<SANE_Byte*>(m_buffer.data() + m_filled),
                                      static_cast<SANE_Int>(m_buffer.size() - m_filled),
                                      &got);
        if (status == SANE_STATUS_CANCELLED)
            return PageEnd::Cancelled;
        if (status == SANE_STATUS_EOF) {
            progress(bytes);
            const auto finished = finish();
            return finished ? tl::expected<PageEnd, ScanFault>(PageEnd::Kept)
                            : tl::unexpected(finished.error());
        }
        if (status != SANE_STATUS_GOOD)
            return tl::unexpected(faultOfStatus(status));
        if (got < 0 || static_cast<std::size_t>(got) > m_buffer.size() - m_filled)
            return tl::unexpected(ScanFault::WrongData);
        m_filled += static_cast<std::size_t>(got);
        bytes += static_cast<std::uint64_t>(got);
        if (const auto added = addWholeRows(); !added)
            return tl::unexpected(added.error());
        if (bytes - told >= ProgressStep) {
            progress(bytes);
            told = bytes;
        }
    }
    return PageEnd::Cancelled;
}

Took SanePage::begin(const SANE_Parameters& parameters)
{
    m_rows = SaneRows::of(parameters);
    if (!m_rows)
        return tl::unexpected(ScanFault::Unsupported);
    // Room for at least one row more than is left over from the read before.
    const auto row = m_rows->rawBytesPerRow();
    m_buffer.resize((std::max(ReadSize, 2 * row) + row - 1) / row * row);
    if (const auto begun = written(m_spool.begin()); !begun)
        return begun;
    if (const auto height = m_rows->height())
        return makeEncoder(*height);
    auto spill = scanner::RowSpill::create(m_spool.spool().folder / "rows.part", m_spool.spool().key);
    if (!spill)
        return tl::unexpected(scanner::writeFault(spill.error()));
    m_spill.emplace(std::move(*spill));
    return {};
}

Took SanePage::makeEncoder(std::uint32_t height)
{
    m_height = height;
    const scanner::RowFormat format{m_rows->mode(), m_rows->width(), height, m_dpi};
    auto encoder = scanner::makeRowEncoder(
        format, [this](std::span<const std::byte> encoded) { return m_spool.write(encoded); });
    if (!encoder)
        return tl::unexpected(ScanFault::WrongData);
    m_encoder = std::move(*encoder);
    return {};
}

Took SanePage::addWholeRows()
{
    const auto row = m_rows->rawBytesPerRow();
    const auto whole = m_filled / row * row;
    if (whole == 0)
        return {};
    const auto rows = m_rows->convert(std::span(m_buffer).first(whole));
    m_rowsSeen += whole / row;
    const auto added = written(m_spill ? m_spill->add(rows) : m_encoder->add(rows));
    m_filled -= whole;
    std::memmove(m_buffer.data(), m_buffer.data() + whole, m_filled);
    return added;
}

/// The height is known now: the rows that waited are encoded.
Took SanePage::encodeSpilled()
{
    if (m_rowsSeen > scanner::MostPixelsPerSide)
        return tl::unexpected(ScanFault::WrongData);
    if (const auto made = makeEncoder(static_cast<std::uint32_t>(m_rowsSeen)); !made)
        return made;
    const auto row = scanner::RowFormat{m_rows->mode(), m_rows->width(), m_height, m_dpi}.bytesPerRow();
    std::vector<std::byte> waiting;
    return written(m_spill->replay([&](std::span<const std::byte> part) -> base::Status {
        waiting.insert(waiting.end(), part.begin(), part.end());
        const auto whole = waiting.size() / row * row;
        auto added = m_encoder->add(std::span(waiting).first(whole));
        waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(whole));
        return added;
    }));
}

Took SanePage::finish()
{
    if (m_rowsSeen == 0)
        return tl::unexpected(ScanFault::WrongData);
    if (m_spill) {
        if (const auto encoded = encodeSpilled(); !encoded)
            return encoded;
    }
    if (const auto finished = written(m_encoder->finish()); !finished)
        return finished;
    return written(m_spool.commit({m_encoder->type(), m_rows->width(), m_height, m_dpi, m_side, flags()}));
}

std::vector<PageFlag> SanePage::flags() const
{
    if (m_rowsSeen > m_height || (m_rowsSeen == m_height && m_filled > 0 && !m_spill))
        return {PageFlag::Overlong};
    if (m_rowsSeen < m_height || m_filled > 0)
        return {PageFlag::Short};
    return {};
}

}  // namespace drivers
