#pragma once

#include <base/ids.h>

#include <desk/material_line.h>
#include <scanner/scan_request.h>
#include <scanner/scan_sink.h>

#include <optional>

namespace desk {

/// One batch as somebody asked for it.
struct ScanOrder {
    MaterialPlace place;
    scanner::ScanRequest request;
    std::optional<base::PageId> instead;  ///< the first page takes this page's place
};

/// What becomes of the orders to scan into one case: one batch runs, one order waits behind it. A batch is over only
/// when its driver is gone, some time after the clerk sees its last page; what is asked for in between is done then.
class ScanOrders
{
  public:
    enum class Answer {
        Begin,   ///< nothing runs: it is the running batch now
        Waits,   ///< done when the running batch is over; takes the place of another one that waited
        Running  ///< it is the wish that is being done: the batch has brought no page yet
    };

    [[nodiscard]] Answer ask(const ScanOrder& order);

    /// The running batch brought a page.
    void kept() { m_brought = true; }

    /// The running batch is over. What waited, which is the running batch now; nothing when none did. After a fault
    /// and after a cancel nothing goes on by itself: paper may lie in the feeder that belongs elsewhere.
    [[nodiscard]] std::optional<ScanOrder> over(const scanner::BatchEnd& end);

    [[nodiscard]] bool isRunning() const { return m_running.has_value(); }

    [[nodiscard]] bool isWaiting() const { return m_waiting.has_value(); }

  private:
    std::optional<ScanOrder> m_running;
    std::optional<ScanOrder> m_waiting;
    bool m_brought = false;
};

}  // namespace desk
