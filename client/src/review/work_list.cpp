#include <review/work_list.h>

#include <desk/due_state.h>
#include <kit/card_list.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace review {

namespace {

widgets::Tone toneOf(forms::Light light)
{
    switch (light) {
    case forms::Light::None:
    case forms::Light::Paused: return widgets::Tone::Neutral;
    case forms::Light::Green: return widgets::Tone::Ok;
    case forms::Light::Yellow: return widgets::Tone::Warn;
    case forms::Light::Red: return widgets::Tone::Danger;
    }
    return widgets::Tone::Neutral;
}

bool isOver(forms::CaseState state)
{
    return state == forms::CaseState::Closed || state == forms::CaseState::Withdrawn
           || state == forms::CaseState::NotAccepted;
}

}  // namespace

WorkList::WorkList(wxWindow* parent, workbench::Bench& bench)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
{
    const widgets::LayoutKit kit(*this);
    const auto theme = widgets::Theme::fromSystem();
    SetBackgroundColour(theme.panel);
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_text = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, kit.controlHeight()));
    m_text->SetHint(bench.say("Number, matter, applicant"));
    widgets::setAccessibleName(*m_text, bench.say("Find a case"));
    m_text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { refresh(); });
    column->Add(m_text, wxSizerFlags().Expand().Border(wxALL, kit.gap()));
    m_which = new wxChoice(this, wxID_ANY);
    m_titles = {
        bench.say("Open cases"), bench.say("Mine"), bench.say("Claimed by nobody"), bench.say("All cases")};
    for (const auto& text : m_titles)
        m_which->Append(text);
    m_which->SetSelection(0);
    widgets::setAccessibleName(*m_which, bench.say("Which cases"));
    m_which->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { refresh(); });
    column->Add(m_which, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, kit.gap()));
    m_empty = new wxStaticText(this, wxID_ANY, bench.say("Nothing is here to be done."));
    m_empty->SetForegroundColour(theme.muted);
    column->Add(m_empty, wxSizerFlags().Border(wxALL, kit.padding()));
    m_list = new kit::CardList(this, bench.say("Work list"), kit::CardShape::Edge);
    m_list->onChosen([this](const std::string& id) {
        if (const auto known = base::CaseId::parse(id); known && onChosen)
            onChosen(*known);
    });
    column->Add(m_list, wxSizerFlags(1).Expand());
    SetSizer(column);
}

void WorkList::enter()
{
    load();
    m_list->SetFocus();
}

void WorkList::load()
{
    m_bench.review().run(
        this,
        [](workbench::Desks& desks, std::stop_token stop) { return desks.review.list(std::nullopt, stop); },
        [this](base::Result<std::vector<api::CaseSummary>> rows) {
            if (!rows) {
                m_bench.tell(rows.error());
                return;
            }
            m_rows = std::move(*rows);
            refresh();
        });
}

bool WorkList::isIn(Which which, const api::CaseSummary& row) const
{
    switch (which) {
    case Which::Open: return !isOver(row.state);
    case Which::Mine: return row.claimedBy == m_bench.user().name;
    case Which::Unclaimed: return row.claimedBy.empty() && !isOver(row.state);
    case Which::All: return true;
    }
    return true;
}

bool WorkList::isShown(const api::CaseSummary& row) const
{
    if (!isIn(static_cast<Which>(m_which->GetSelection()), row))
        return false;
    const auto text = m_text->GetValue().Trim();
    return text.empty()
           || wxString::FromUTF8(row.number + " " + row.matterName + " " + row.applicant).Contains(text);
}

void WorkList::showCounts()
{
    for (unsigned int i = 0; i < m_which->GetCount(); ++i) {
        const auto count =
            std::count_if(m_rows.begin(), m_rows.end(), [this, i](const api::CaseSummary& row) {
                return isIn(static_cast<Which>(i), row);
            });
        const auto label = m_titles[i] + wxString::FromUTF8(" · " + std::to_string(count));
        if (m_which->GetString(i) != label)
            m_which->SetString(i, label);
    }
}

kit::Card WorkList::cardOf(const api::CaseSummary& row) const
{
    const bool late = row.due && desk::daysTo(m_bench.today(), *row.due) < 0;
    wxString badge;
    if (late)
        badge = m_bench.sayCount("{count} day late",
                                 "{count} days late",
                                 static_cast<std::uint64_t>(-desk::daysTo(m_bench.today(), *row.due)));
    else if (row.due)
        badge = m_bench.say("by {day}", {{"day", base::formatDate(*row.due)}});
    const auto detail =
        row.claimedBy.empty() ? m_bench.say(
            "{number} · {state}", {{"number", row.number}, base::word("state", forms::titleOf(row.state))})
        : row.claimedBy == m_bench.user().name
            ? m_bench.say("{number} · {state} · mine",
                          {{"number", row.number}, base::word("state", forms::titleOf(row.state))})
            : m_bench.say("{number} · {state} · claimed",
                          {{"number", row.number}, base::word("state", forms::titleOf(row.state))});
    return {row.caseId.toString(),
            toneOf(row.light),
            {},
            m_bench.say(forms::titleOf(row.state)),
            wxString::FromUTF8(row.matterName),
            wxString::FromUTF8(row.applicant),
            detail,
            badge,
            toneOf(row.light)};
}

void WorkList::refresh()
{
    std::vector<kit::Card> cards;
    std::size_t submitted = 0;
    for (const auto& row : m_rows) {
        submitted += row.state == forms::CaseState::Submitted ? 1 : 0;
        if (isShown(row))
            cards.push_back(cardOf(row));
    }
    showCounts();
    m_empty->Show(cards.empty());
    m_list->Show(!cards.empty());
    m_list->show(std::move(cards));
    Layout();
    if (onCounted)
        onCounted(submitted);
}

const api::CaseSummary* WorkList::chosen() const
{
    const auto id = m_list->chosen();
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const api::CaseSummary& row) {
        return row.caseId.toString() == id;
    });
    return found == m_rows.end() ? nullptr : &*found;
}

}  // namespace review
