#pragma once

#include <kit/card.h>

#include <wx/dataview.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kit {

/// A native list whose rows are cards: materials, findings, cases. One row is chosen at most; arrows, Home, End and
/// typing work as in any list of the desktop, and a screen reader gets every card's sentence. Good for 10,000 rows.
class CardList : public wxDataViewCtrl
{
  public:
    using Listener = std::function<void(const std::string& id)>;

    CardList(wxWindow* parent, const wxString& name, CardShape shape);

    /// Keeps the chosen card by its id, and calls no listener; when that card is gone, nothing is chosen.
    void show(std::vector<Card> cards);

    /// Calls no listener. Scrolls to the card. Nothing happens for an unknown id.
    void choose(const std::string& id);
    [[nodiscard]] std::optional<std::string> chosen() const;
    [[nodiscard]] const std::vector<Card>& cards() const;

    void onChosen(Listener listener);     ///< the person moved to a card
    void onActivated(Listener listener);  ///< Enter or a double click

    /// As high as its cards, at most `cards` of them: for lists that stand under each other in one panel.
    void fitHeight(std::size_t cards);

  private:
    class Model;

    [[nodiscard]] std::optional<std::size_t> rowOf(const std::string& id) const;
    void selectionChanged();

    CardShape m_shape;
    std::vector<Card> m_cards;
    std::optional<std::string> m_chosen;
    wxObjectDataPtr<wxDataViewVirtualListModel> m_model;
    Listener m_onChosen;
    Listener m_onActivated;
    bool m_filling = false;
};

}  // namespace kit
