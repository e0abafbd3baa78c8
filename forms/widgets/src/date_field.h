#pragma once

#include "field_control.h"

class wxButton;
class wxTextCtrl;

namespace widgets {

/// A day, typed as yyyy-mm-dd in any of the usual spellings or picked from a calendar (F4, Alt+Down).
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
    void key(wxKeyEvent& event);
    void tidy();
    void openCalendar();
    [[nodiscard]] std::string kept() const;

    wxTextCtrl* m_entry;
    wxButton* m_picker;
};

}  // namespace widgets
