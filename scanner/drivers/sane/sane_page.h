#pragma once

#include "sane_rows.h"

#include <drivers/scan_driver.h>

#include <scanner/row_spill.h>

#include <optional>

namespace drivers {

/// How the reading of one page ended.
enum class PageEnd { Kept, Cancelled };

/// Takes the rows of the page that sane_start began into the spool. No status is trusted: the page is whole only
/// when its rows are those announced.
class SanePage
{
  public:
    SanePage(SANE_Handle device, scanner::BatchSpool& spool, base::Dpi dpi, scanner::Side side);

    /// `bytes` counts on over the pages of a batch.
    [[nodiscard]] tl::expected<PageEnd, scanner::ScanFault> take(const Progress& progress,
                                                                 std::uint64_t& bytes,
                                                                 const std::stop_token& stop);

  private:
    using Took = tl::expected<void, scanner::ScanFault>;

    [[nodiscard]] Took begin(const SANE_Parameters& parameters);
    [[nodiscard]] Took makeEncoder(std::uint32_t height);
    [[nodiscard]] Took addWholeRows();
    [[nodiscard]] Took encodeSpilled();
    [[nodiscard]] Took finish();
    [[nodiscard]] std::vector<scanner::PageFlag> flags() const;

    SANE_Handle m_device;
    scanner::BatchSpool& m_spool;
    base::Dpi m_dpi;
    scanner::Side m_side;

    std::optional<SaneRows> m_rows;
    std::unique_ptr<scanner::RowEncoder> m_encoder;
    std::optional<scanner::RowSpill> m_spill;
    std::vector<std::byte> m_buffer;
    std::size_t m_filled = 0;
    std::uint64_t m_rowsSeen = 0;
    std::uint32_t m_height = 0;
};

}  // namespace drivers
