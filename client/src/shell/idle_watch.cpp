#include <shell/idle_watch.h>

#include <wx/event.h>

namespace shell {

namespace {

bool comesFromAHand(const wxEvent& event)
{
    const auto type = event.GetEventType();
    return type == wxEVT_KEY_DOWN || type == wxEVT_CHAR || type == wxEVT_LEFT_DOWN || type == wxEVT_RIGHT_DOWN
           || type == wxEVT_MOTION || type == wxEVT_MOUSEWHEEL;
}

}  // namespace

IdleWatch::IdleWatch(std::function<void()> idle)
    : m_idle(std::move(idle))
{
    m_timer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { m_idle(); });
    wxEvtHandler::AddFilter(this);
}

IdleWatch::~IdleWatch()
{
    wxEvtHandler::RemoveFilter(this);
}

void IdleWatch::start(std::chrono::minutes patience)
{
    m_patience = patience;
    m_timer.StartOnce(static_cast<int>(std::chrono::milliseconds(patience).count()));
}

void IdleWatch::stop()
{
    m_timer.Stop();
}

int IdleWatch::FilterEvent(wxEvent& event)
{
    if (m_timer.IsRunning() && comesFromAHand(event))
        start(m_patience);
    return Event_Skip;
}

}  // namespace shell
