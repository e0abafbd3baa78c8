#pragma once

#include <widgets/form_history.h>

#include <forms/form.h>
#include <i18n/language.h>

#include <wx/scrolwin.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace widgets {

class FieldRow;

/// Whose problems are shown: only of fields the person was in, or all of them.
enum class ProblemScope { Visited, All };

/// A page with one control per field of a form, in the order of its UI schema. Judges nothing: problems come from
/// outside. What is typed is kept even when it cannot be of the field's type; it is then in the data as a string,
/// and the form's own validation says so. Enter goes on to the next field, Ctrl+Z and Ctrl+Y (Ctrl+Shift+Z) undo
/// and redo over the whole form. UI thread.
class FormView : public wxScrolledWindow
{
  public:
    FormView(wxWindow* parent, const forms::Form& form, i18n::Language language);
    ~FormView() override;

    /// Shows other data and forgets undo, visits, sources and problems. Calls no listener.
    void show(const forms::FormData& data);

    /// As typed so far, with members no field shows.
    [[nodiscard]] const forms::FormData& data() const;

    /// Called after every change a person makes, undo included, with the top-level field's pointer.
    void onChange(std::function<void(const std::string& pointer)> listener);

    /// Called when the focus left a field.
    void onLeave(std::function<void(const std::string& pointer)> listener);

    void showProblems(std::vector<forms::FormProblem> problems, ProblemScope scope);

    /// Puts in values that came from elsewhere as one step of undo, and says beside those fields where from
    /// ("from the identity card") until the person changes them. Calls the listener once per pointer.
    void prefill(const forms::FormData& data,
                 const std::vector<std::string>& pointers,
                 const wxString& source);

    /// Scrolls to the field, or the cell of a table ("/follow/0/name"), and gives it the focus. False: no such field.
    bool focusField(std::string_view pointer);

    void setReadOnly(bool readOnly);

    bool undo();  ///< false: nothing to undo
    bool redo();

  private:
    void addRow(const forms::Field& field);
    void changed(std::size_t row);
    void left(std::size_t row);
    void moveOn(std::size_t row);
    void refreshProblems();
    void fitRows();
    void key(wxKeyEvent& event);
    void apply(const FormHistory::Step& step);
    [[nodiscard]] std::size_t rowOf(std::string_view pointer) const;  ///< m_rows.size(): none

    i18n::Language m_language;
    std::vector<FieldRow*> m_rows;
    forms::FormData m_data;
    FormHistory m_history;
    std::vector<forms::FormProblem> m_problems;
    ProblemScope m_scope = ProblemScope::Visited;
    std::function<void(const std::string&)> m_changed;
    std::function<void(const std::string&)> m_left;
    int m_fitted = 0;  ///< width the rows were last fitted to
};

}  // namespace widgets
