#pragma once

#include <workbench/bench.h>

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <string>

class wxStaticText;
class wxTextCtrl;

class wxSizer;

namespace kit {
class CardList;
struct Card;
}  // namespace kit

namespace workbench {
class ActionLine;
}

namespace intake {

class GuideSheet;

/// Where a case begins: a matter found as you type, before that what the clerk marked and uses; beside it the drafts that
/// wait to be gone on with, and what the guide says of the chosen matter, for whoever only asks. Searching has a lane of
/// its own, so that a keystroke waits for nothing.
class MatterSearch : public wxPanel
{
  public:
    MatterSearch(wxWindow* parent, workbench::Bench& bench);

    /// Reads drafts and matches again, and puts the focus into the search field.
    void enter();
    void refresh();

    /// True: the key did something here.
    bool press(const wxKeyEvent& event);

    std::function<void(const std::string& matter)> onMatter;
    std::function<void(base::CaseId)> onDraft;

  private:
    using Found = std::vector<desk::FoundMatter>;

    void build(wxSizer& column);
    void buildDrafts(wxSizer& column);
    void search();
    void offer();
    void find(const std::string& text);
    void findNearly(const std::string& text, std::vector<kit::Card> exact);
    void show(std::vector<kit::Card> cards);
    void add(std::vector<kit::Card>& cards, const Found& matters, const wxString& heading) const;
    void turnFavourite();
    void showDrafts();
    void buildAbout(wxSizer& column);
    void showAbout();
    void handOut();
    void key(wxKeyEvent& event);
    void begin();

    workbench::Bench& m_bench;
    wxTextCtrl* m_text;
    wxStaticText* m_empty;
    kit::CardList* m_matters;
    kit::CardList* m_drafts;
    wxStaticText* m_noDrafts;
    GuideSheet* m_about;
    wxTimer m_pause;  ///< runs out when the choice rests
    workbench::ActionLine* m_actions;
    std::optional<kit::UiTasks::Ticket> m_searching;
    bool m_hasty = false;       ///< Enter was pressed for what is being searched
    bool m_keepChoice = false;  ///< the list is read again, not searched anew
};

}  // namespace intake
