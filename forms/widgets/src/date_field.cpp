#include "date_field.h"

#include "calendar_popup.h"

#include <widgets/accessible.h>
#include <widgets/icon.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>
#include <widgets/typed_text.h>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace widgets {
namespace {

constexpr double DateWidth = 9;

}  // namespace

DateField::DateField(wxWindow* parent, const forms::Field& field, i18n::Language language)
    : FieldControl(parent, field, language)
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
    m_picker->SetToolTip(text(i18n::messageId("Choose a day")));
    m_entry->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { tellChanged(); });
    m_entry->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { tellFinished(); });
    // Before the window takes the key for something of its own.
    Bind(wxEVT_CHAR_HOOK, &DateField::key, this);
    m_entry->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        tidy();
        event.Skip();
    });
    m_picker->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openCalendar(); });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_entry, wxSizerFlags().CentreVertical());
    row->Add(m_picker, wxSizerFlags().CentreVertical().Border(wxLEFT, kit.smallGap()));
    SetSizer(row);
    setReadOnly(field.readOnly);
}

/// As a date where it is one; else as typed, so that nothing typed is lost.
std::string DateField::kept() const
{
    const std::string typed = m_entry->GetValue().utf8_string();
    const auto date = readTypedDate(typed);
    return date ? base::formatDate(*date) : foldWidth(typed);
}

void DateField::showValue(const forms::FormData& data)
{
    const std::string value = data.text(field().pointer).value_or(std::string());
    if (kept() != value || (!m_entry->HasFocus() && m_entry->GetValue().utf8_string() != value)) {
        m_entry->ChangeValue(wxString::FromUTF8(value));
    }
}

void DateField::storeValue(forms::FormData& data) const
{
    const std::string value = kept();
    if (value.empty()) {
        data.remove(field().pointer);
    } else {
        (void)data.set(field().pointer, jsonString(value));
    }
}

void DateField::key(wxKeyEvent& event)
{
    const bool opens = event.GetKeyCode() == WXK_F4 || (event.GetKeyCode() == WXK_DOWN && event.AltDown());
    if (opens && m_picker->IsEnabled()) {
        openCalendar();
    } else {
        event.Skip();
    }
}

void DateField::tidy()
{
    const wxString value = wxString::FromUTF8(kept());
    if (value != m_entry->GetValue()) {
        m_entry->ChangeValue(value);
    }
}

void DateField::openCalendar()
{
    auto* popup =
        new CalendarPopup(this, m_picker->GetToolTipText(), readTypedDate(m_entry->GetValue().utf8_string()));
    popup->onPicked = [this](base::Date date) {
        m_entry->SetFocus();
        m_entry->SetValue(wxString::FromUTF8(base::formatDate(date)));
    };
    popup->showUnder(*m_entry);
}

void DateField::focusOn(std::string_view)
{
    m_entry->SetFocus();
}

void DateField::setTone(std::string_view, Tone tone)
{
    wear(*m_entry, Look::Field, tone);
}

void DateField::name(const wxString& title, const wxString& description)
{
    setAccessibleName(*m_entry, title);
    setAccessibleDescription(*m_entry, description);
    setAccessibleName(*m_picker, title + ": " + m_picker->GetToolTipText());
}

void DateField::setReadOnly(bool readOnly)
{
    m_entry->SetEditable(!readOnly && !field().readOnly);
    m_picker->Enable(!readOnly && !field().readOnly);
}

}  // namespace widgets
