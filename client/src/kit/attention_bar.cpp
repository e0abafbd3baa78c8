#include <kit/attention_bar.h>

#include <widgets/accessible.h>
#include <widgets/icon.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

namespace kit {
namespace {

constexpr std::size_t MostActions = 2;

bool isGoodNews(const Attention& attention)
{
    return attention.actions.empty()
           && (attention.tone == widgets::Tone::Ok || attention.tone == widgets::Tone::Info);
}

bool isBelow(const std::string& key, const std::string& path)
{
    return key == path || key.starts_with(path + "/");
}

}  // namespace

AttentionBar::AttentionBar(wxWindow* parent,
                           const wxString& closeName,
                           std::function<wxString(std::size_t)> waitingText)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_waitingText(std::move(waitingText))
    , m_row(new wxBoxSizer(wxHORIZONTAL))
    , m_text(
          new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END))
{
    const widgets::LayoutKit kit(*this);
    m_row->AddSpacer(kit.padding());
    m_row->Add(m_text, wxSizerFlags().CentreVertical().Border(wxRIGHT, kit.padding()));
    for (std::size_t index = 0; index < MostActions; ++index) {
        auto* button =
            new wxButton(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
        button->Bind(wxEVT_BUTTON, [this, index](wxCommandEvent&) { act(index); });
        m_row->Add(button, kit.inRow());
        m_actions.push_back(button);
    }
    m_row->AddStretchSpacer();
    m_waiting = new wxStaticText(this, wxID_ANY, wxString());
    m_row->Add(m_waiting, kit.inRow());
    m_close = new wxButton(
        this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT | wxBU_NOTEXT);
    widgets::wear(*m_close, widgets::Look::Quiet);
    m_close->SetToolTip(closeName);
    widgets::setAccessibleName(*m_close, closeName);
    m_close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { close(std::string(m_queue.front().key)); });
    m_row->Add(m_close, kit.inRow());
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(m_row, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, kit.smallGap()));
    SetSizer(edge);
    Hide();
    m_timer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { close(std::string(m_timed)); });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        refresh();
        event.Skip();
    });
}

void AttentionBar::show(Attention attention)
{
    const auto same = std::find_if(
        m_queue.begin(), m_queue.end(), [&](const Attention& other) { return other.key == attention.key; });
    const bool answers = attention.turn == Attention::Turn::Answers;
    if (same != m_queue.end() && same->tone == attention.tone && !answers) {
        *same = std::move(attention);
        refresh();
        return;
    }
    if (same != m_queue.end()) {
        m_queue.erase(same);
    }
    const auto place =
        answers ? m_queue.begin()
        : attention.tone == widgets::Tone::Danger
            ? std::find_if(m_queue.begin(),
                           m_queue.end(),
                           [](const Attention& other) { return other.tone != widgets::Tone::Danger; })
            : m_queue.end();
    m_queue.insert(place, std::move(attention));
    refresh();
}

void AttentionBar::close(const std::string& key)
{
    if (std::erase_if(m_queue, [&](const Attention& attention) { return isBelow(attention.key, key); }) > 0) {
        refresh();
    }
}

void AttentionBar::closeAll()
{
    m_queue.clear();
    refresh();
}

std::size_t AttentionBar::count() const
{
    return m_queue.size();
}

void AttentionBar::act(std::size_t action)
{
    const Attention attention = m_queue.front();
    close(attention.key);
    attention.actions[action].act();  // last: it may show the next message
}

void AttentionBar::refresh()
{
    const bool wasShown = IsShown();
    if (!m_queue.empty()) {
        fill(m_queue.front());
    }
    waitForNext();
    Show(!m_queue.empty());
    Layout();
    if (wasShown != IsShown()) {
        GetParent()->Layout();
    }
}

/// Only the time in sight counts: what waits behind another message has its own time later.
void AttentionBar::waitForNext()
{
    const bool passes = !m_queue.empty() && isGoodNews(m_queue.front());
    if (!passes) {
        m_timer.Stop();
        m_timed.clear();
    } else if (m_timed != m_queue.front().key) {
        m_timed = m_queue.front().key;
        m_timer.StartOnce(static_cast<int>(m_patience.count()));
    }
}

void AttentionBar::fill(const Attention& attention)
{
    const auto theme = widgets::Theme::fromSystem();
    SetBackgroundColour(theme.soft(attention.tone));
    m_text->SetForegroundColour(theme.text);
    m_waiting->SetForegroundColour(theme.ink(attention.tone));
    m_close->SetBitmap(widgets::iconBundle(widgets::Icon::Close, theme.text, widgets::LayoutKit(*this).em()));
    m_text->SetLabelText(attention.text);
    m_text->SetToolTip(attention.text);
    for (std::size_t index = 0; index < m_actions.size(); ++index) {
        const bool used = index < attention.actions.size();
        m_actions[index]->SetLabelText(used ? attention.actions[index].label : wxString());
        m_actions[index]->SetMinSize(
            widgets::LayoutKit(*this).buttonSize(*m_actions[index], m_actions[index]->GetLabelText()));
        m_actions[index]->Show(used);
    }
    const std::size_t further = m_queue.size() - 1;
    m_waiting->SetLabelText(further > 0 ? m_waitingText(further) : wxString());
    Refresh();
}

}  // namespace kit
