#pragma once

#include <intake/case_session.h>

#include <desk/scan_orders.h>
#include <desk/scan_progress.h>

#include <functional>
#include <memory>

namespace intake {

/// The batches of one case on the scanner lane, told to the window page by page. A batch goes on when the window looks
/// elsewhere; a cancel or the end of the program costs the page in flight. UI thread.
class ScanRun
{
  public:
    ScanRun(wxWindow& owner, workbench::Bench& bench, base::CaseId id);
    ~ScanRun();

    /// Called on the UI thread while the window lives.
    std::function<void(const forms::Page&)> onKept;

    /// One batch is over; the one that waited behind it has begun already.
    std::function<void(const desk::ScanOrder&, const base::Result<desk::ScanOutcome>&)> onEnd;

    [[nodiscard]] bool isRunning() const { return m_orders.isRunning(); }

    /// Scans now, or when the running batch is over.
    desk::ScanOrders::Answer order(const desk::ScanOrder& order);

    /// Ends the running batch; what waits behind it is forgotten. The page in flight is not kept.
    void cancel();

  private:
    class Teller;

    void begin(const desk::ScanOrder& order);
    void kept(const forms::Page& page);
    void over(const desk::ScanOrder& order, const base::Result<desk::ScanOutcome>& outcome);

    wxWindow& m_owner;
    workbench::Bench& m_bench;
    base::CaseId m_case;
    desk::ScanOrders m_orders;
    kit::UiTasks::Ticket m_ticket = 0;
    std::shared_ptr<ScanRun*> m_self;  ///< what the scanner's thread tells to; emptied when this goes
};

}  // namespace intake
