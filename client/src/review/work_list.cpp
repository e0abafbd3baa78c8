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

widgets::Tone toneOf(desk::DueState due)
{
    switch (due) {
    case desk::DueState::NoClock: return widgets::Tone::Neutral;
    case desk::DueState::InTime: return widgets::Tone::Ok;
    case desk::DueState::Soon: return widgets::Tone::Warn;
    case desk::DueState::Late: return widgets::Tone::Danger;
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
    for (const auto& text :
         {bench.say("Open cases"), bench.say("Mine"), bench.say("Claimed by nobody"), bench.say("All cases")})
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

bool WorkList::isShown(const api::CaseSummary& row) const
{
    switch (static_cast<Which>(m_which->GetSelection())) {
    case Which::Open:
        if (isOver(row.state))
            return false;
        break;
    case Which::Mine:
        if (row.claimedBy != m_bench.user().name)
            return false;
        break;
    case Which::Unclaimed:
        if (!row.claimedBy.empty() || isOver(row.state))
            return false;
        break;
    case Which::All: break;
    }
    const auto text = m_text->GetValue().Trim();
    return text.empty()
           || wxString::FromUTF8(row.number + " " + row.matterName + " " + row.applicant).Contains(text);
}

kit::Card WorkList::cardOf(const api::CaseSummary& row) const
{
    const auto due = desk::dueState(m_bench.today(), row.due);
    wxString badge;
    if (due == desk::DueState::Late)
        badge = m_bench.sayCount("{count} day late",
                                 "{count} days late",
                                 static_cast<std::uint64_t>(-desk::daysTo(m_bench.today(), *row.due)));
    else if (due != desk::DueState::NoClock)
        badge = m_bench.say("by {day}", {{"day", base::formatDate(*row.due)}});
    const auto detail =
        row.claimedBy.empty() ? m_bench.say(
            "{number} · {state}", {{"number", row.number}, base::word("state", forms::titleOf(row.state))})
                              : m_bench.say("{number} · {state} · {user}",
                                            {{"number", row.number},
                                             base::word("state", forms::titleOf(row.state)),
                                             {"user", row.claimedBy}});
    return {row.caseId.toString(),
            toneOf(due),
            {},
            m_bench.say(forms::titleOf(row.state)),
            wxString::FromUTF8(row.matterName),
            wxString::FromUTF8(row.applicant),
            detail,
            badge,
            toneOf(due)};
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
