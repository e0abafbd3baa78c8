#pragma once

#include <workbench/bench.h>

#include <api/get_case.h>
#include <kit/card.h>

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kit {
class CardList;
}

namespace review {

/// The parts of a bundle (一件事): a card for each with its department, its state and the day it is due or was settled.
/// Hidden for a case that is none. UI thread.
class PartsPanel : public wxPanel
{
  public:
    PartsPanel(wxWindow* parent, workbench::Bench& bench);

    /// The same parts again keep the one that is chosen. Calls no listener.
    void show(const std::vector<api::ChildRecord>& parts);

    [[nodiscard]] std::optional<std::string> chosen() const;  ///< id of the child

    std::function<void()> onChosen;
    std::function<void(const std::string& child)> onActivated;  ///< Enter or a double click

  private:
    [[nodiscard]] kit::Card cardOf(const api::ChildRecord& part) const;
    [[nodiscard]] wxString detailOf(const forms::ChildCase& child) const;
    [[nodiscard]] wxString dueText(const api::ChildRecord& part) const;

    workbench::Bench& m_bench;
    kit::CardList* m_list;
};

}  // namespace review
