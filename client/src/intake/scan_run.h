#pragma once

#include <intake/case_session.h>

#include <desk/scan_progress.h>
#include <scanner/scan_request.h>

#include <functional>
#include <memory>
#include <optional>

namespace intake {

/// One batch on the scanner lane, told to the window page by page. It goes on when the window looks elsewhere; a cancel
/// or the end of the program costs the page in flight. UI thread.
class ScanRun
{
  public:
    ScanRun(wxWindow& owner, workbench::Bench& bench);
    ~ScanRun();

    /// Called on the UI thread while the window lives.
    std::function<void(const forms::Page&)> onKept;
    std::function<void(const base::Result<desk::ScanOutcome>&)> onEnd;

    [[nodiscard]] bool isRunning() const { return m_ticket.has_value(); }

    /// Nothing happens while a batch runs.
    void start(base::CaseId id,
               const desk::MaterialPlace& place,
               const scanner::ScanRequest& request,
               std::optional<base::PageId> instead);
    void cancel();

  private:
    class Teller;

    wxWindow& m_owner;
    workbench::Bench& m_bench;
    std::shared_ptr<ScanRun*> m_self;  ///< what the scanner's thread tells to; emptied when this goes
    std::optional<kit::UiTasks::Ticket> m_ticket;
};

}  // namespace intake
