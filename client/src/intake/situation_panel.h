#pragma once

#include <intake/case_session.h>

#include <widgets/segment_choice.h>
#include <workbench/settled_text.h>

#include <wx/scrolwin.h>

#include <memory>
#include <string>
#include <vector>

class wxCheckBox;
class wxStaticText;
class wxTextCtrl;

namespace intake {

/// The questions that narrow the matter to the applicant's situation (情形); those that do not apply are not there.
/// An answer is saved at once and everything else follows it.
class SituationPanel : public wxScrolledWindow
{
  public:
    SituationPanel(wxWindow* parent, workbench::Bench& bench, CaseSession& session);

    void refresh();  ///< shows what the session holds
    void collect();  ///< a number that is being typed is answered at once
    void focusQuestion(const std::string& question);
    [[nodiscard]] std::pair<std::size_t, std::size_t> answered() const;  ///< of the visible ones

  private:
    struct Row {
        const forms::Question* question;
        wxStaticText* label;
        widgets::SegmentChoice* single = nullptr;
        std::vector<wxCheckBox*> multiple{};
        wxTextCtrl* number = nullptr;
        std::unique_ptr<workbench::SettledText> settled{};
        wxSizer* sizer = nullptr;
    };

    void addRow(const forms::Question& question);
    void showAnswer(Row& row);
    void answer(const std::string& question, const std::string& text);

    workbench::Bench& m_bench;
    CaseSession& m_session;
    std::vector<Row> m_rows;
};

}  // namespace intake
