#include <kit/card_list.h>

#include <kit/card_renderer.h>
#include <kit/card_speech.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>

#include <algorithm>
#include <utility>

namespace kit {

class CardList::Model : public wxDataViewVirtualListModel
{
  public:
    unsigned int GetColumnCount() const override { return 1; }

    wxString GetColumnType(unsigned int) const override { return "long"; }

    void GetValueByRow(wxVariant& value, unsigned int row, unsigned int) const override
    {
        value = static_cast<long>(row);
    }

    bool SetValueByRow(const wxVariant&, unsigned int, unsigned int) override { return false; }
};

CardList::CardList(wxWindow* parent, const wxString& name, CardShape shape)
    : wxDataViewCtrl(parent,
                     wxID_ANY,
                     wxDefaultPosition,
                     wxDefaultSize,
                     wxDV_SINGLE | wxDV_NO_HEADER | wxDV_VARIABLE_LINE_HEIGHT | wxBORDER_NONE)
    , m_shape(shape)
    , m_model(new Model)
{
    AssociateModel(m_model.get());
    auto* column =
        new wxDataViewColumn(wxString(), new CardRenderer(m_cards, m_shape), 0, wxCOL_WIDTH_DEFAULT);
    AppendColumn(column);
    speakCards(*column, m_cards);
    widgets::setAccessibleName(*this, name);
    widgets::wear(*this, widgets::Look::Cards);
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { selectionChanged(); });
    Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const auto row = m_model->GetRow(event.GetItem());
        if (m_onActivated && row < m_cards.size()) {
            m_onActivated(std::string(m_cards[row].id));
        }
    });
}

std::optional<std::size_t> CardList::rowOf(const std::string& id) const
{
    const auto found =
        std::find_if(m_cards.begin(), m_cards.end(), [&](const Card& card) { return card.id == id; });
    return found == m_cards.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - m_cards.begin()));
}

void CardList::show(std::vector<Card> cards)
{
    const bool sameRows = std::equal(
        cards.begin(), cards.end(), m_cards.begin(), m_cards.end(), [](const Card& a, const Card& b) {
            return a.id == b.id;
        });
    m_filling = true;
    m_cards = std::move(cards);
    if (sameRows) {
        for (unsigned int row = 0; row < m_cards.size(); ++row) {
            m_model->RowChanged(row);
        }
        m_filling = false;
        return;
    }
    m_model->Reset(static_cast<unsigned int>(m_cards.size()));
    m_filling = false;
    if (m_chosen && rowOf(*m_chosen)) {
        choose(std::string(*m_chosen));
    } else {
        m_chosen.reset();
    }
}

void CardList::choose(const std::string& id)
{
    const auto row = rowOf(id);
    if (!row) {
        return;
    }
    m_filling = true;
    const wxDataViewItem item = m_model->GetItem(static_cast<unsigned int>(*row));
    SetCurrentItem(item);
    Select(item);
    // GTK has no rows to scroll to in a list that was never on the screen.
    if (IsShownOnScreen()) {
        EnsureVisible(item);
    }
    m_chosen = id;
    m_filling = false;
}

std::optional<std::string> CardList::chosen() const
{
    return m_chosen;
}

const std::vector<Card>& CardList::cards() const
{
    return m_cards;
}

void CardList::onChosen(Listener listener)
{
    m_onChosen = std::move(listener);
}

void CardList::onActivated(Listener listener)
{
    m_onActivated = std::move(listener);
}

void CardList::selectionChanged()
{
    if (m_filling || !GetSelection().IsOk()) {
        return;
    }
    const auto row = m_model->GetRow(GetSelection());
    if (row >= m_cards.size() || m_chosen == m_cards[row].id) {
        return;
    }
    m_chosen = m_cards[row].id;
    if (m_onChosen) {
        m_onChosen(std::string(*m_chosen));
    }
}

void CardList::fitHeight(std::size_t cards)
{
    const widgets::LayoutKit kit(*this);
    const auto shown = static_cast<int>(std::min(cards, m_cards.size()));
    SetMinSize(wxSize(-1, shown * (kit.cardHeight() + kit.smallGap())));
    GetParent()->Layout();
}

}  // namespace kit
