#pragma once

#include <kit/card.h>
#include <kit/fact_sheet.h>
#include <workbench/action_line.h>
#include <workbench/work_page.h>

#include <offline/case_store.h>

#include <wx/timer.h>

#include <optional>
#include <string>
#include <vector>

class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace kit {
class CardList;
class SectionHeader;
}  // namespace kit

namespace cases {

/// All cases of this workstation, the people in them masked; found by number, name or identity number.
class CasesPage : public workbench::WorkPage
{
  public:
    CasesPage(wxWindow* parent, workbench::Bench& bench);
    ~CasesPage() override;

    void enter() override;
    void news() override;
    bool press(const wxKeyEvent& event) override;

  private:
    [[nodiscard]] wxSizer* buildFilters();
    [[nodiscard]] std::vector<workbench::PageAction> actions();
    void load();
    void showRows(std::vector<offline::CaseRow> rows);
    void showDetails();
    [[nodiscard]] std::vector<kit::FactGroup> factsOf(const offline::CaseRow& row) const;
    [[nodiscard]] const offline::CaseRow* chosen() const;
    [[nodiscard]] kit::Card cardOf(const offline::CaseRow& row) const;
    void open();
    void correct();
    void withdraw();
    void withdrawn(const base::Status& done);
    void reprint();

    std::vector<offline::CaseRow> m_rows;
    wxTextCtrl* m_text = nullptr;
    wxChoice* m_state = nullptr;
    wxStaticText* m_empty;
    kit::CardList* m_list;
    kit::SectionHeader* m_title;
    kit::FactSheet* m_details;
    workbench::ActionLine* m_actions;
    wxTimer m_pause;  ///< from the last key to the search
};

}  // namespace cases
