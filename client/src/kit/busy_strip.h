#pragma once

#include <kit/ui_tasks.h>

#include <wx/panel.h>
#include <wx/timer.h>

class wxButton;
class wxGauge;
class wxStaticText;

namespace kit {

/// Shows the oldest named task that lasts over a second: its title, how far it is, and a button that cancels it.
/// Hidden otherwise. The tasks must outlive it.
class BusyStrip : public wxPanel
{
  public:
    BusyStrip(wxWindow* parent, UiTasks& tasks, const wxString& cancelLabel);
    ~BusyStrip() override;

  private:
    void namedChanged();
    void tick();
    void showTask(const UiTasks::Named& task);
    void setShown(bool shown);

    UiTasks& m_tasks;
    UiTasks::Ticket m_ticket = 0;
    wxStaticText* m_title;
    wxGauge* m_gauge;
    wxButton* m_cancel;
    wxTimer m_timer;
};

}  // namespace kit
