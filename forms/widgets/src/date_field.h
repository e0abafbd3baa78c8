#pragma once

#include "field_control.h"

namespace widgets {

class DateEntry;

/// A day of the form.
class DateField : public FieldControl
{
  public:
    DateField(wxWindow* parent, const forms::Field& field, i18n::Language language);

    void showValue(const forms::FormData& data) override;
    void storeValue(forms::FormData& data) const override;
    void focusOn(std::string_view pointer) override;
    void setTone(std::string_view pointer, Tone tone) override;
    void name(const wxString& title, const wxString& description) override;
    void setReadOnly(bool readOnly) override;

  private:
    DateEntry* m_day;
};

}  // namespace widgets
