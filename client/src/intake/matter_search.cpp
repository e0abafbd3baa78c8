#include <intake/matter_search.h>

#include <kit/card_list.h>
#include <kit/divider.h>
#include <kit/section_header.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <utility>

namespace intake {

namespace {

constexpr std::size_t Shown = 50;
constexpr std::size_t DraftsShown = 100;

}  // namespace

MatterSearch::MatterSearch(wxWindow* parent, workbench::Bench& bench)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
{
    const widgets::LayoutKit kit(*this);
    const auto theme = widgets::Theme::fromSystem();
    SetBackgroundColour(theme.panel);
    auto* left = new wxBoxSizer(wxVERTICAL);
    m_text = new wxTextCtrl(
        this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, kit.controlHeight()), wxTE_PROCESS_ENTER);
    m_text->SetHint(bench.say("Matter: name, pinyin, initials or department"));
    widgets::setAccessibleName(*m_text, bench.say("Find a matter"));
    m_text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search(); });
    m_text->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { begin(); });
    m_text->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) { key(event); });
    left->Add(m_text, wxSizerFlags().Expand().Border(wxALL, kit.padding()));
    m_empty = new wxStaticText(this, wxID_ANY, bench.say("No matter is called so. Try fewer letters."));
    m_empty->SetForegroundColour(theme.muted);
    m_empty->Hide();
    left->Add(m_empty, wxSizerFlags().Border(wxLEFT, kit.padding()));
    m_matters = new kit::CardList(this, bench.say("Matters"), kit::CardShape::Edge);
    m_matters->onActivated([this](const std::string& id) { onMatter(id); });
    left->Add(m_matters, wxSizerFlags(1).Expand());
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(new kit::SectionHeader(this, bench.say("Drafts to go on with")), wxSizerFlags().Expand());
    m_noDrafts = new wxStaticText(this, wxID_ANY, bench.say("No draft waits here."));
    m_noDrafts->SetForegroundColour(theme.muted);
    right->Add(m_noDrafts, wxSizerFlags().Border(wxLEFT, kit.padding()));
    m_drafts = new kit::CardList(this, bench.say("Drafts to go on with"), kit::CardShape::Edge);
    m_drafts->onActivated([this](const std::string& id) {
        if (const auto draft = base::CaseId::parse(id))
            onDraft(*draft);
    });
    right->Add(m_drafts, wxSizerFlags(1).Expand());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(3).Expand());
    row->Add(new kit::Divider(this, wxVERTICAL), wxSizerFlags().Expand());
    row->Add(right, wxSizerFlags(2).Expand());
    SetSizer(row);
}

void MatterSearch::enter()
{
    refresh();
    m_text->SetFocus();
    m_text->SelectAll();
}

void MatterSearch::refresh()
{
    search();
    showDrafts();
}

void MatterSearch::search()
{
    if (m_searching)
        m_bench.counter().tasks().cancel(*m_searching);
    m_searching = m_bench.counter().run(
        this,
        [text = m_text->GetValue().Trim().utf8_string()](workbench::Desks& desks, std::stop_token) {
            return desks.guides.search(text, Shown);
        },
        [this](const base::Result<std::vector<forms::MatterEntry>>& found) {
            m_searching.reset();
            const bool hasty = std::exchange(m_hasty, false);
            if (!found) {
                m_bench.tell(found.error());
                return;
            }
            std::vector<kit::Card> cards;
            for (const auto& matter : *found)
                cards.push_back({matter.code,
                                 widgets::Tone::Info,
                                 {},
                                 {},
                                 wxString::FromUTF8(matter.name),
                                 {},
                                 wxString::FromUTF8(matter.department),
                                 {},
                                 widgets::Tone::Neutral});
            const bool none = cards.empty();
            m_matters->show(std::move(cards));
            if (!none)
                m_matters->choose(found->front().code);
            if (m_empty->IsShown() != none) {
                m_empty->Show(none);
                Layout();
            }
            if (hasty && !none)
                begin();
        });
}

void MatterSearch::showDrafts()
{
    m_bench.counter().run(
        this,
        [](workbench::Desks& desks, std::stop_token) {
            offline::CaseFilter filter;
            filter.state = forms::CaseState::Draft;
            filter.limit = DraftsShown;
            return desks.workplace.cases().list(filter);
        },
        [this](const base::Result<std::vector<offline::CaseRow>>& rows) {
            if (!rows) {
                m_bench.tell(rows.error());
                return;
            }
            std::vector<kit::Card> cards;
            for (const auto& row : *rows)
                cards.push_back({row.id.toString(),
                                 row.revision > 1 ? widgets::Tone::Warn : widgets::Tone::Neutral,
                                 {},
                                 {},
                                 wxString::FromUTF8(row.matterName),
                                 wxString::FromUTF8(row.applicant),
                                 wxString::FromUTF8(row.number),
                                 row.revision > 1 ? m_bench.say("correction") : wxString(),
                                 widgets::Tone::Warn});
            m_noDrafts->Show(cards.empty());
            m_drafts->show(std::move(cards));
            Layout();
        });
}

void MatterSearch::key(wxKeyEvent& event)
{
    if (event.GetKeyCode() == WXK_DOWN && !m_matters->cards().empty())
        m_matters->SetFocus();
    else
        event.Skip();
}

void MatterSearch::begin()
{
    m_hasty = m_searching.has_value();
    if (m_hasty)
        return;  // what is chosen in the list answers to fewer letters
    if (const auto matter = m_matters->chosen())
        onMatter(*matter);
}

}  // namespace intake
