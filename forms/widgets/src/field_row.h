#pragma once

#include "field_control.h"
#include "form_part.h"

#include <functional>
#include <string>
#include <vector>

class wxStaticText;

namespace widgets {

/// Where a field's title stands: beside it in a column of fields, above it where fields stand side by side.
enum class TitlePlace { Left, Above };

/// A field on the page: its title with the mark of a required one, the control, and under it the hint, where the
/// value came from, and what is wrong with it.
class FieldRow : public FormPart
{
  public:
    FieldRow(wxWindow* parent,
             const forms::LayoutNode& element,
             const forms::Field& field,
             i18n::Language language,
             TitlePlace titlePlace);

    [[nodiscard]] FieldControl& control() { return *m_control; }

    [[nodiscard]] const forms::Field& field() const { return m_control->field(); }

    /// The pointer is this field's or lies below it.
    [[nodiscard]] bool holds(std::string_view pointer) const;

    void showProblems(const std::vector<forms::FormProblem>& problems);  ///< only its own are given
    void showSource(const wxString& source);                             ///< empty takes it away
    void fitTo(int width) override;
    bool setState(forms::FieldState state) override;
    void setReadOnly(bool readOnly);  ///< the whole form is; the rules may lock the field besides

    /// Enter and moving on may stop here.
    [[nodiscard]] bool isOpen() const;

    bool visited = false;

    std::function<void(const wxWindow&)> onEntered;  ///< that window in the row has the focus now
    std::function<void()> onLeft;                    ///< the focus went out of the row

  private:
    [[nodiscard]] wxString note() const;
    void build(const wxString& title);
    void refreshNote();
    void watchFocus();
    [[nodiscard]] wxString sentenceOf(const forms::FormProblem& problem) const;

    FieldControl* m_control;
    i18n::Language m_language;
    TitlePlace m_titlePlace;
    bool m_readOnly = false;
    bool m_locked = false;  ///< by the form's rules
    wxStaticText* m_title;
    wxStaticText* m_note;
    wxString m_source;
    wxString m_problem;
    Tone m_problemTone = Tone::Danger;  ///< of the worst of them
    int m_noteWidth = 0;
};

}  // namespace widgets
