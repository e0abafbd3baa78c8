#pragma once

#include "field_control.h"

class wxTextCtrl;

namespace widgets {

/// Text, long text and numbers.
class TextField : public FieldControl
{
  public:
    TextField(wxWindow* parent, const forms::Field& field, i18n::Language language);

    void showValue(const forms::FormData& data) override;
    void storeValue(forms::FormData& data) const override;
    void focusOn(std::string_view pointer) override;
    void setTone(std::string_view pointer, Tone tone) override;
    void name(const wxString& title, const wxString& description) override;
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] bool stretches() const override;
    void fillWidth() override;

  private:
    [[nodiscard]] bool isCode() const;
    [[nodiscard]] std::string keptText(const std::string& typed) const;
    [[nodiscard]] int width() const;
    void tidy();

    wxTextCtrl* m_entry;
};

}  // namespace widgets
