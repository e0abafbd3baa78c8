#pragma once

#include <workbench/bench.h>

#include <api/get_cases.h>
#include <kit/card.h>

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace kit {
class CardList;
}

namespace review {

/// The cases at the back office that this person may see: those that want something first. Filtered as typed.
class WorkList : public wxPanel
{
  public:
    WorkList(wxWindow* parent, workbench::Bench& bench);

    void load();
    void enter();
    [[nodiscard]] const api::CaseSummary* chosen() const;

    std::function<void(base::CaseId)> onChosen;
    std::function<void(std::size_t open)> onCounted;

  private:
    enum class Which { Open, Mine, Unclaimed, All };

    void refresh();
    [[nodiscard]] bool isIn(Which which, const api::CaseSummary& row) const;
    [[nodiscard]] bool isShown(const api::CaseSummary& row) const;
    void showCounts();
    [[nodiscard]] kit::Card cardOf(const api::CaseSummary& row) const;

    workbench::Bench& m_bench;
    std::vector<api::CaseSummary> m_rows;
    wxTextCtrl* m_text;
    std::vector<wxString> m_titles;  ///< of the filters, without counts
    wxChoice* m_which;
    wxStaticText* m_empty;
    kit::CardList* m_list;
};

}  // namespace review
