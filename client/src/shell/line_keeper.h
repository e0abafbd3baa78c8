#pragma once

#include <workbench/bench.h>

#include <desk/outbox_desk.h>

#include <wx/timer.h>
#include <wx/window.h>

#include <functional>

namespace shell {

/// Keeps the outbox going and the inbox fresh while somebody is logged in: one round on the line lane at once, then
/// one every few seconds, and at once when asked. UI thread.
class LineKeeper
{
  public:
    /// `owner` dies after it.
    LineKeeper(wxWindow& owner, workbench::Bench& bench);
    ~LineKeeper();

    void start();
    void stop();  ///< a round that runs is asked to end
    void hurry();

    std::function<void(desk::LineState)> onLine;        ///< after every round
    std::function<void(const desk::Round&)> onNews;     ///< a round that changed something
    std::function<void(const base::Error&)> onTrouble;  ///< of our own store

  private:
    void goRound(offline::SendWhat what);
    void finished(const base::Result<desk::Round>& round);

    wxWindow& m_owner;
    workbench::Bench& m_bench;
    wxTimer m_timer;
    std::optional<kit::UiTasks::Ticket> m_running;
    bool m_hurry = false;
    bool m_started = false;
};

}  // namespace shell
