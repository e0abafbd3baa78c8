#pragma once

#include <kit/card.h>
#include <workbench/action_line.h>
#include <workbench/work_page.h>

#include <desk/case_view.h>
#include <desk/inbox_desk.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

class wxStaticText;

namespace kit {
class CardList;
class PagePane;
class SectionHeader;
}  // namespace kit

namespace inbox {

/// What came back: first the cases that want something corrected, with the reviewer's marks on their pages, then other
/// news, each with the reason, the ground and what is to be done. From here the clerk corrects the case, scans exactly the
/// marked page again, or prints the papers that are due.
class InboxPage : public workbench::WorkPage
{
  public:
    InboxPage(wxWindow* parent, workbench::Bench& bench);
    ~InboxPage() override;

    void enter() override;
    void news() override;
    bool press(const wxKeyEvent& event) override;

  private:
    /// A line of the list: what came back, or other news of a case.
    using Item = desk::InboxEntry;

    wxWindow* buildDetails();
    void load();
    void showItems(std::vector<Item> items);
    void choose(const std::string& id);
    void showCase(const Item& item, const desk::CaseView& view);
    void showMark(const std::string& id);
    void correct(workbench::Destination::Wish wish);
    void print(forms::PaperKind kind);
    void printDue();
    void showMarks(const Item& item, const forms::Guide& guide);
    [[nodiscard]] wxString reasonOf(const Item& item) const;
    void refreshActions();
    [[nodiscard]] const Item* chosen() const;
    [[nodiscard]] kit::Card cardOf(const Item& item) const;

    std::vector<Item> m_items;
    std::optional<desk::CaseView> m_view;  ///< of the chosen case
    std::pair<base::CaseId, base::Timestamp>
        m_shown;  ///< that case, and when it last changed at the back office
    kit::CardList* m_list;
    wxStaticText* m_empty;
    wxPanel* m_details = nullptr;
    kit::SectionHeader* m_title = nullptr;
    wxStaticText* m_reason = nullptr;
    kit::CardList* m_marks = nullptr;
    kit::PagePane* m_pane = nullptr;
    workbench::ActionLine* m_actions = nullptr;
};

}  // namespace inbox
