#pragma once

#include <wx/eventfilter.h>
#include <wx/timer.h>

#include <chrono>
#include <functional>

namespace shell {

/// Notices that nobody touched keyboard or mouse for some minutes. UI thread.
class IdleWatch : private wxEventFilter
{
  public:
    explicit IdleWatch(std::function<void()> idle);
    ~IdleWatch() override;

    void start(std::chrono::minutes patience);
    void stop();

  private:
    int FilterEvent(wxEvent& event) override;

    std::function<void()> m_idle;
    std::chrono::minutes m_patience{0};
    wxTimer m_timer;
};

}  // namespace shell
