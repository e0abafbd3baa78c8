#include "calendar_popup.h"

#include <widgets/accessible.h>

#include <wx/frame.h>
#include <wx/sizer.h>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace widgets {
namespace {

wxDateTime toCalendar(const std::optional<base::Date>& date)
{
    if (!date) {
        return wxDefaultDateTime;
    }
    return {static_cast<wxDateTime::wxDateTime_t>(unsigned(date->day())),
            static_cast<wxDateTime::Month>(unsigned(date->month()) - 1),
            int(date->year())};
}

/// How far a key goes; nothing for any other key.
std::optional<wxDateSpan> spanOf(int key)
{
    switch (key) {
    case WXK_LEFT: return -wxDateSpan::Day();
    case WXK_RIGHT: return wxDateSpan::Day();
    case WXK_UP: return -wxDateSpan::Week();
    case WXK_DOWN: return wxDateSpan::Week();
    case WXK_PAGEUP: return -wxDateSpan::Month();
    case WXK_PAGEDOWN: return wxDateSpan::Month();
    default: return std::nullopt;
    }
}

/// A modal dialog takes every key unless what it opened is modal as well.
void sharesKeysOf(wxWindow& parent, wxDialog& popup)
{
#ifdef __WXGTK__
    const auto* dialog = dynamic_cast<wxDialog*>(wxGetTopLevelParent(&parent));
    if (dialog != nullptr && dialog->IsModal()) {
        gtk_window_set_modal(GTK_WINDOW(popup.GetHandle()), TRUE);
    }
#else
    (void)parent;
    (void)popup;
#endif
}

}  // namespace

CalendarPopup::CalendarPopup(wxWindow* parent, const wxString& name, std::optional<base::Date> shown)
    : wxDialog(parent,
               wxID_ANY,
               name,
               wxDefaultPosition,
               wxDefaultSize,
               wxBORDER_SIMPLE | wxFRAME_FLOAT_ON_PARENT | wxFRAME_NO_TASKBAR)
    , m_calendar(new wxCalendarCtrl(this, wxID_ANY, toCalendar(shown)))
{
    setAccessibleName(*m_calendar, name);
    auto* only = new wxBoxSizer(wxVERTICAL);
    only->Add(m_calendar, wxSizerFlags(1).Expand());
    SetSizerAndFit(only);
    m_calendar->Bind(wxEVT_CALENDAR_DOUBLECLICKED, [this](wxCalendarEvent&) { picked(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER) {
            picked();
        } else if (event.GetKeyCode() == WXK_ESCAPE) {
            finish();
        } else if (const auto span = spanOf(event.GetKeyCode())) {
            // The toolkit's own arrows move a frame that picks nothing.
            m_calendar->SetDate(m_calendar->GetDate() + *span);
        } else {
            event.Skip();
        }
    });
    Bind(wxEVT_ACTIVATE, [this](wxActivateEvent& event) {
        if (!event.GetActive() && IsShown()) {
            finish();
        }
        event.Skip();
    });
}

void CalendarPopup::showUnder(const wxWindow& field)
{
    sharesKeysOf(*GetParent(), *this);
    Move(field.ClientToScreen(wxPoint(0, field.GetSize().y)));
    Show();
    m_calendar->SetFocus();
}

void CalendarPopup::picked()
{
    const wxDateTime day = m_calendar->GetDate();
    const auto listener = onPicked;
    finish();
    if (listener && day.IsValid()) {
        listener(base::Date{std::chrono::year(day.GetYear()),
                            std::chrono::month(static_cast<unsigned>(day.GetMonth()) + 1),
                            std::chrono::day(day.GetDay())});
    }
}

void CalendarPopup::finish()
{
    if (!m_finished) {
        m_finished = true;
        Hide();
        Destroy();
    }
}

}  // namespace widgets
