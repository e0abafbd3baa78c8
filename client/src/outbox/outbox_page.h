#pragma once

#include <kit/card.h>
#include <kit/fact_sheet.h>
#include <workbench/action_line.h>
#include <workbench/work_page.h>

#include <desk/send_pace.h>
#include <offline/outbox_store.h>

#include <wx/timer.h>

#include <map>
#include <string>
#include <vector>

class wxGauge;
class wxStaticText;

namespace kit {
class CardList;
class SectionHeader;
}  // namespace kit

namespace outbox {

/// What is on its way to the back office, how far it is, and what stands still: why, and who must act.
class OutboxPage : public workbench::WorkPage
{
  public:
    OutboxPage(wxWindow* parent, workbench::Bench& bench);
    ~OutboxPage() override;

    void enter() override;
    void news() override;
    bool press(const wxKeyEvent& event) override;

  private:
    struct Item {
        offline::OutboxEntry entry;
        std::string matter;
        std::string number;
    };

    void load();
    void showItems(std::vector<Item> items);
    void showDetails();
    void retry(std::optional<base::CaseId> id);
    void showCase();
    void recall();
    [[nodiscard]] const Item* chosen() const;
    [[nodiscard]] kit::Card cardOf(const Item& item) const;
    [[nodiscard]] std::vector<kit::FactGroup> factsOf(const Item& item) const;
    [[nodiscard]] kit::FactGroup progressOf(const Item& item) const;
    [[nodiscard]] kit::FactGroup troubleOf(const offline::OutboxEntry& entry) const;
    [[nodiscard]] wxString timeLeft(const offline::OutboxEntry& entry) const;
    [[nodiscard]] wxWindow* buildDetails();

    std::vector<Item> m_items;
    kit::CardList* m_list;
    wxStaticText* m_empty;
    kit::SectionHeader* m_title;
    wxGauge* m_gauge;
    kit::FactSheet* m_details;
    workbench::ActionLine* m_actions;
    desk::SendPace m_pace;
    wxTimer m_watch;  ///< runs while something is being sent and this page is in front
};

}  // namespace outbox
