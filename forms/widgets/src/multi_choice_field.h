#pragma once

#include "field_control.h"

#include <string>
#include <vector>

class wxCheckBox;

namespace widgets {

/// Several of several options: a box for each, flowing over the lines there are.
class MultiChoiceField : public FieldControl
{
  public:
    MultiChoiceField(wxWindow* parent, const forms::Field& field, i18n::Language language);

    void showValue(const forms::FormData& data) override;
    void storeValue(forms::FormData& data) const override;
    void focusOn(std::string_view pointer) override;
    void setTone(std::string_view pointer, Tone tone) override;
    void name(const wxString& title, const wxString& description) override;
    void setReadOnly(bool readOnly) override;
    void fitWidth(int width) override;
    bool pick(char key, long at) override;

    [[nodiscard]] bool stretches() const override { return true; }

  private:
    void moveFocus(wxKeyEvent& event, std::size_t index);

    std::vector<wxCheckBox*> m_boxes;
    std::vector<std::string> m_others;  ///< stored values that are no option, as JSON: kept
};

}  // namespace widgets
