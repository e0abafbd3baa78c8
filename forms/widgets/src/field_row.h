#pragma once

#include "field_control.h"

#include <forms/form.h>

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

class wxStaticText;

namespace widgets {

/// A field on the page: its title with the mark of a required one, the control, and under it the hint, where the
/// value came from, and what is wrong with it.
class FieldRow : public wxPanel
{
  public:
    FieldRow(wxWindow* parent, const forms::Field& field, i18n::Language language);

    [[nodiscard]] FieldControl& control() { return *m_control; }

    [[nodiscard]] const forms::Field& field() const { return m_control->field(); }

    /// The pointer is this field's or lies below it.
    [[nodiscard]] bool holds(std::string_view pointer) const;

    void showProblems(const std::vector<forms::FormProblem>& problems);  ///< only its own are given
    void showSource(const wxString& source);                             ///< empty takes it away
    void fitTo(int width);                                               ///< pixels of the page

    bool visited = false;

    std::function<void()> onLeft;  ///< the focus went out of the row

  private:
    [[nodiscard]] wxString note() const;
    void refreshNote();
    void watchFocus();
    [[nodiscard]] wxString sentenceOf(const forms::FormProblem& problem) const;

    FieldControl* m_control;
    i18n::Language m_language;
    wxStaticText* m_title;
    wxStaticText* m_note;
    wxString m_source;
    wxString m_problem;
    int m_noteWidth = 0;
};

}  // namespace widgets
