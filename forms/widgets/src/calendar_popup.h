#pragma once

#include <base/date.h>

#include <wx/calctrl.h>
#include <wx/dialog.h>

#include <functional>
#include <optional>

namespace widgets {

/// A calendar that floats under a field, also under one of a modal dialog. Arrows go by days and weeks, Page Up and
/// Page Down by months; Enter or a double click picks, Escape or clicking elsewhere closes; it destroys itself.
class CalendarPopup : public wxDialog
{
  public:
    CalendarPopup(wxWindow* parent, const wxString& name, std::optional<base::Date> shown);

    void showUnder(const wxWindow& field);

    std::function<void(base::Date)> onPicked;

  private:
    void picked();
    void finish();

    wxCalendarCtrl* m_calendar;
    bool m_finished = false;
};

}  // namespace widgets
