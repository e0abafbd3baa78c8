#pragma once

#include <intake/case_session.h>

#include <desk/form_desk.h>
#include <widgets/form_view.h>

#include <wx/panel.h>

#include <functional>
#include <string>
#include <string_view>

namespace intake {

/// One form of the case under somebody's hands: judged at every key, saved a moment later, filled from what is known
/// where the guide says so.
class FormSheet : public wxPanel
{
  public:
    FormSheet(wxWindow* parent, workbench::Bench& bench, CaseSession& session, const forms::Form& form);

    /// What the session holds now came from elsewhere than this form (an answer, another desk).
    void refresh();
    bool focusField(std::string_view pointer);
    void showAllProblems();

    /// Copies what is still empty from an earlier case of the same applicant, as one step of undo. False: that case has
    /// nothing for this form.
    bool copyFrom(const desk::EarlierCase& earlier);

    /// Takes over what the guide asks for of that case of another matter, as one step of undo. How many fields got
    /// something.
    std::size_t takeFrom(const desk::EarlierCase& other);

    /// Called when an identity number was typed to its end or came from a card: the applicant may be known now.
    std::function<void()> onApplicant;

    [[nodiscard]] const std::string& form() const { return m_form; }

    [[nodiscard]] wxString tabLabel() const;  ///< "Form 14/16"

    [[nodiscard]] const std::string& field() const { return m_field; }  ///< pointer of the field last changed

  private:
    void changed(const std::string& pointer);
    void left(const std::string& pointer);
    void prefill();
    bool pasted(const std::string& pointer, const std::string& text);
    void put(const desk::FilledForm& filled, const wxString& source);
    void showProblems(widgets::ProblemScope scope);

    workbench::Bench& m_bench;
    CaseSession& m_session;
    std::string m_form;
    std::string m_field;
    widgets::FormView* m_view;
    bool m_all = false;
};

}  // namespace intake
