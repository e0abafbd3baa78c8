#include <widgets/date_entry.h>

#include "calendar_popup.h"

#include <forms/folding.h>
#include <forms/printed_date.h>
#include <widgets/icon.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace widgets {
namespace {

constexpr double DateWidth = 9;

void call(const std::function<void()>& listener)
{
    if (listener) {
        listener();
    }
}

}  // namespace

DateEntry::DateEntry(wxWindow* parent, const wxString& choose)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
{
    const LayoutKit kit(*this);
    m_entry = new wxTextCtrl(this,
                             wxID_ANY,
                             wxString(),
                             wxDefaultPosition,
                             wxSize(kit.ems(DateWidth), kit.controlHeight()),
                             wxTE_PROCESS_ENTER);
    m_entry->SetHint("yyyy-mm-dd");
    wear(*m_entry, Look::Field);
    m_picker = new wxButton(
        this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT | wxBU_NOTEXT);
    wear(*m_picker, Look::Quiet);
    m_picker->SetBitmap(iconBundle(Icon::Calendar, Theme::fromSystem().muted, ToDIP(kit.ems(1.2))));
    m_picker->SetToolTip(choose);
    m_entry->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { call(onChanged); });
    m_entry->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { call(onFinished); });
    // Before the window takes the key for something of its own.
    Bind(wxEVT_CHAR_HOOK, &DateEntry::key, this);
    m_entry->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        tidy();
        event.Skip();
    });
    m_picker->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openCalendar(); });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_entry, wxSizerFlags().CentreVertical());
    row->Add(m_picker, wxSizerFlags().CentreVertical().Border(wxLEFT, kit.smallGap()));
    SetSizer(row);
}

std::optional<base::Date> DateEntry::date() const
{
    return forms::readDay(m_entry->GetValue().utf8_string());
}

std::string DateEntry::kept() const
{
    const auto day = date();
    return day ? base::formatDate(*day) : forms::tidiedText(m_entry->GetValue().utf8_string());
}

void DateEntry::show(const std::string& value)
{
    if (kept() != value || (!m_entry->HasFocus() && m_entry->GetValue().utf8_string() != value)) {
        m_entry->ChangeValue(wxString::FromUTF8(value));
    }
}

void DateEntry::lock(bool locked)
{
    lockText(*m_entry, locked);
    m_picker->Enable(!locked);
}

void DateEntry::key(wxKeyEvent& event)
{
    const bool opens = event.GetKeyCode() == WXK_F4 || (event.GetKeyCode() == WXK_DOWN && event.AltDown());
    if (opens && m_picker->IsEnabled()) {
        openCalendar();
    } else {
        event.Skip();
    }
}

void DateEntry::tidy()
{
    const wxString value = wxString::FromUTF8(kept());
    if (value != m_entry->GetValue()) {
        m_entry->ChangeValue(value);
    }
}

void DateEntry::openCalendar()
{
    auto* popup = new CalendarPopup(this, m_picker->GetToolTipText(), date());
    popup->onPicked = [this](base::Date day) {
        m_entry->SetFocus();
        m_entry->SetValue(wxString::FromUTF8(base::formatDate(day)));
    };
    popup->showUnder(*m_entry);
}

}  // namespace widgets
