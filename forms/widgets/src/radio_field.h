#pragma once

#include "field_control.h"

#include <widgets/typed_option.h>

namespace widgets {

class RadioChoice;

/// One of several options as radio buttons, where the form's author asks for them.
class RadioField : public FieldControl
{
  public:
    RadioField(wxWindow* parent, const forms::Field& field, i18n::Language language);

    void showValue(const forms::FormData& data) override;
    void storeValue(forms::FormData& data) const override;
    void focusOn(std::string_view pointer) override;
    void setTone(std::string_view pointer, Tone tone) override;
    void name(const wxString& title, const wxString& description) override;
    void setReadOnly(bool readOnly) override;
    bool pick(char key, long at) override;

  private:
    RadioChoice* m_choice;
    TypedKeys m_keys;
    bool m_open = true;
    std::string m_other;  ///< a stored value that is no option, as JSON: kept until another is chosen
};

}  // namespace widgets
