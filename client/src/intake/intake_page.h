#pragma once

#include <intake/case_panel.h>
#include <intake/matter_search.h>

#include <workbench/work_page.h>

#include <map>
#include <optional>

namespace kit {
class SheetTabs;
}

namespace intake {

/// The clerk's place: several open cases in tabs, and the search that begins one.
class IntakePage : public workbench::WorkPage
{
  public:
    IntakePage(wxWindow* parent, workbench::Bench& bench);
    ~IntakePage() override;

    void enter() override;
    void arrive(const workbench::Destination& destination) override;
    void news() override;
    void save(const Saved& done) override;
    bool press(const wxKeyEvent& event) override;

  private:
    void restore();
    void begin(const std::string& matter);
    void open(base::CaseId id, std::function<void(CasePanel&)> then = {});
    void add(desk::CaseView view, const std::function<void(CasePanel&)>& then);
    void makePanel(desk::CaseView view);
    void makeAnew(desk::CaseView view);
    void bringToFront(const std::string& id);
    void putAside(const std::string& id);
    void goRound(int by);
    void rememberOpen();
    void opening(int by);
    void tell();  ///< headline and tab of the case in front
    [[nodiscard]] CasePanel* front();

    kit::SheetTabs* m_tabs;
    MatterSearch* m_search;
    std::map<std::string, CasePanel*> m_cases;  ///< by the text of the id
    std::vector<std::string> m_order;           ///< of the tabs
    std::string m_front;                        ///< empty: the search
    bool m_restored = false;
    int m_opening = 0;                  ///< cases that are on their way here
    std::optional<wxKeyEvent> m_early;  ///< pressed meanwhile, meant for the case that comes
};

}  // namespace intake
