#pragma once

#include "field_control.h"

#include <widgets/typed_option.h>

#include <vector>

namespace widgets {

class SegmentChoice;

/// One of several options, or yes and no: nothing is chosen until the person chooses.
class ChoiceField : public FieldControl
{
  public:
    ChoiceField(wxWindow* parent, const forms::Field& field, i18n::Language language);

    void showValue(const forms::FormData& data) override;
    void storeValue(forms::FormData& data) const override;
    void focusOn(std::string_view pointer) override;
    void setTone(std::string_view pointer, Tone tone) override;
    void name(const wxString& title, const wxString& description) override;
    void setReadOnly(bool readOnly) override;
    bool pick(char key, long at) override;

  private:
    std::vector<forms::FieldOption> m_options;
    SegmentChoice* m_choice;
    TypedKeys m_keys;
    bool m_open = true;
};

}  // namespace widgets
