#include "date_field.h"

#include <widgets/accessible.h>
#include <widgets/date_entry.h>
#include <widgets/looks.h>
#include <widgets/typed_text.h>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace widgets {

DateField::DateField(wxWindow* parent, const forms::Field& field, i18n::Language language)
    : FieldControl(parent, field, language)
    , m_day(new DateEntry(this, text(i18n::messageId("Choose a day"))))
{
    m_day->onChanged = [this] { tellChanged(); };
    m_day->onFinished = [this] { tellFinished(); };
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_day, wxSizerFlags().CentreVertical());
    SetSizer(row);
    setReadOnly(field.readOnly);
}

void DateField::showValue(const forms::FormData& data)
{
    m_day->show(data.text(field().pointer).value_or(std::string()));
}

void DateField::storeValue(forms::FormData& data) const
{
    const std::string value = m_day->kept();
    if (value.empty()) {
        data.remove(field().pointer);
    } else {
        (void)data.set(field().pointer, jsonString(value));
    }
}

void DateField::focusOn(std::string_view)
{
    m_day->entry().SetFocus();
}

void DateField::setTone(std::string_view, Tone tone)
{
    wear(m_day->entry(), Look::Field, tone);
}

void DateField::name(const wxString& title, const wxString& description)
{
    setAccessibleName(m_day->entry(), title);
    setAccessibleDescription(m_day->entry(), description);
    setAccessibleName(m_day->picker(), title + ": " + m_day->picker().GetToolTipText());
}

void DateField::setReadOnly(bool readOnly)
{
    m_day->lock(readOnly || field().readOnly);
}

}  // namespace widgets
