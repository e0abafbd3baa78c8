#pragma once

#include <widgets/tone.h>

#include <forms/field.h>
#include <forms/form_data.h>
#include <i18n/language.h>

#include <wx/panel.h>

#include <functional>
#include <string>
#include <string_view>

namespace widgets {

/// The control of one field, or of one cell of a table: shows the value its pointer names and stores it there.
class FieldControl : public wxPanel
{
  public:
    FieldControl(wxWindow* parent, forms::Field field, i18n::Language language);

    [[nodiscard]] const forms::Field& field() const { return m_field; }

    virtual void showValue(const forms::FormData& data) = 0;        ///< tells nobody
    virtual void storeValue(forms::FormData& data) const = 0;       ///< removes the member when empty
    virtual void focusOn(std::string_view pointer) = 0;             ///< its own pointer, or one below it
    virtual void setTone(std::string_view pointer, Tone tone) = 0;  ///< as above; Neutral takes the mark away
    virtual void name(const wxString& title, const wxString& description) = 0;
    virtual void setReadOnly(bool readOnly) = 0;

    [[nodiscard]] virtual bool stretches() const { return false; }  ///< as wide as the form allows

    virtual void fillWidth() {}  ///< in a cell: as wide as the column

    virtual void fitWidth(int) {}  ///< pixels there are, for controls that flow over several lines

    /// A letter or digit typed on it, where it has no text of its own; `at` in milliseconds. True: it meant something.
    virtual bool pick(char key, long at);

    std::function<void()> onChanged;   ///< the person changed it
    std::function<void()> onFinished;  ///< Enter: go on
    std::function<void()> onResized;   ///< its height changed

  protected:
    void tellChanged() const;
    void tellFinished() const;

    [[nodiscard]] i18n::Language language() const { return m_language; }

    [[nodiscard]] wxString text(std::string_view messageId) const;

  private:
    forms::Field m_field;
    i18n::Language m_language;
};

/// The control the field's kind asks for.
[[nodiscard]] FieldControl* makeFieldControl(wxWindow* parent,
                                             const forms::Field& field,
                                             i18n::Language language);

}  // namespace widgets
