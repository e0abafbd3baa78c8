#pragma once

#include <workbench/bench.h>

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <string>

class wxStaticText;
class wxTextCtrl;

namespace kit {
class CardList;
}

namespace intake {

/// Where a case begins: a matter found as you type, and beside it the drafts that wait to be gone on with.
class MatterSearch : public wxPanel
{
  public:
    MatterSearch(wxWindow* parent, workbench::Bench& bench);

    /// Reads drafts and matches again, and puts the focus into the search field.
    void enter();
    void refresh();

    std::function<void(const std::string& matter)> onMatter;
    std::function<void(base::CaseId)> onDraft;

  private:
    void search();
    void showDrafts();
    void key(wxKeyEvent& event);
    void begin();

    workbench::Bench& m_bench;
    wxTextCtrl* m_text;
    wxStaticText* m_empty;
    kit::CardList* m_matters;
    kit::CardList* m_drafts;
    wxStaticText* m_noDrafts;
    std::optional<kit::UiTasks::Ticket> m_searching;
    bool m_hasty = false;  ///< Enter was pressed for what is being searched
};

}  // namespace intake
