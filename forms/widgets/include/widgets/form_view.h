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

class CategoryBook;
class FieldControl;
class FieldRow;
class FormPart;
class LayoutBox;
enum class TitlePlace;

/// Whose problems are shown: only of fields the person was in, or all of them.
enum class ProblemScope { Visited, All };

/// A page with one control per field of a form, laid out as its UI schema says; what its rules hide or lock is hidden
/// or locked while people type. Judges nothing: problems come from outside. What is typed is kept even when it cannot
/// be of the field's type; it is then in the data as a string, and the form's own validation says so. Enter goes on to
/// the next field (Ctrl+Enter also out of long texts and tables), digits and letters pick an option, Ctrl+Z and
/// Ctrl+Y (Ctrl+Shift+Z) undo and redo over the whole form. UI thread.
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

    /// Called when much text came into a field or a cell of a table at once, with its pointer ("/follow/0/name") and the
    /// text. True: the listener put it where it belongs, and the field keeps what it had.
    void onPaste(std::function<bool(const std::string& pointer, const std::string& text)> listener);

    void showProblems(std::vector<forms::FormProblem> problems, ProblemScope scope);

    /// Puts in values that came from elsewhere as one step of undo, and says beside those fields where from
    /// ("from the identity card") until the person changes them; a cell's pointer stands for its table. Calls the
    /// listener once per field.
    void prefill(const forms::FormData& data,
                 const std::vector<std::string>& pointers,
                 const wxString& source);

    /// Scrolls to the field, or the cell of a table ("/follow/0/name"), and gives it the focus. False: no such field.
    bool focusField(std::string_view pointer);

    void setReadOnly(bool readOnly);

    bool undo();  ///< false: nothing to undo
    bool redo();

  private:
    FormPart* build(wxWindow* parent, const forms::LayoutNode& element, TitlePlace titlePlace);
    FormPart* buildBook(wxWindow* parent, const forms::LayoutNode& element);
    FormPart* buildRow(wxWindow* parent, const forms::LayoutNode& element, TitlePlace titlePlace);
    void fillBox(LayoutBox& box, const forms::LayoutNode& element, TitlePlace titlePlace);
    void applyRules();
    [[nodiscard]] bool takenElsewhere(std::size_t row, const forms::FormData& before);
    void changed(std::size_t row);
    void left(std::size_t row);
    void moveOn(std::size_t row);
    void refreshProblems();
    void fitRows();
    void key(wxKeyEvent& event);
    bool undoKey(const wxKeyEvent& event);
    bool enterKey(const wxKeyEvent& event);
    static bool pickKey(const wxKeyEvent& event);
    void reveal(const FieldRow& row);
    void scrollTo(const FieldRow& row, const wxWindow& entered);
    void apply(const FormHistory::Step& step);
    [[nodiscard]] std::size_t rowOf(std::string_view pointer) const;  ///< m_rows.size(): none

    forms::Form m_form;
    i18n::Language m_language;
    FormPart* m_page = nullptr;
    std::vector<FormPart*> m_parts;      ///< all but the page itself
    std::vector<CategoryBook*> m_books;  ///< outer ones first
    std::vector<FieldRow*> m_rows;       ///< in the order Enter goes through
    forms::FormData m_data;
    FormHistory m_history;
    std::vector<forms::FormProblem> m_problems;
    ProblemScope m_scope = ProblemScope::Visited;
    std::function<void(const std::string&)> m_changed;
    std::function<void(const std::string&)> m_left;
    std::function<bool(const std::string&, const std::string&)> m_pasted;
    int m_fitted = 0;  ///< width the rows were last fitted to
};

}  // namespace widgets
