#include <intake/guide_sheet.h>
#include <intake/matter_search.h>

#include <kit/card_list.h>
#include <kit/divider.h>
#include <kit/section_header.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>
#include <workbench/action_line.h>
#include <workbench/notice_window.h>

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <utility>

namespace intake {

namespace {

constexpr std::size_t Shown = 50;
constexpr std::size_t DraftsShown = 100;
constexpr std::size_t DraftsInSight = 5;
constexpr int RestMilliseconds = 150;

}  // namespace

MatterSearch::MatterSearch(wxWindow* parent, workbench::Bench& bench)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
{
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    auto* left = new wxBoxSizer(wxVERTICAL);
    build(*left);
    auto* right = new wxBoxSizer(wxVERTICAL);
    buildDrafts(*right);
    buildAbout(*right);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(3).Expand());
    row->Add(new kit::Divider(this, wxVERTICAL), wxSizerFlags().Expand());
    row->Add(right, wxSizerFlags(2).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags(1).Expand());
    column->Add(new kit::Divider(this, wxHORIZONTAL), wxSizerFlags().Expand());
    m_actions = new workbench::ActionLine(this,
                                          bench.say("More"),
                                          {{"favourite",
                                            bench.say("Favourite"),
                                            'D',
                                            kit::ActionWeight::Plain,
                                            workbench::PageAction::Where::Left,
                                            [this] { turnFavourite(); }},
                                           {"list",
                                            bench.say("List of materials"),
                                            WXK_F9,
                                            kit::ActionWeight::Plain,
                                            workbench::PageAction::Where::Left,
                                            [this] { handOut(); }}});
    column->Add(m_actions, wxSizerFlags().Expand());
    SetSizer(column);
}

void MatterSearch::build(wxSizer& column)
{
    const widgets::LayoutKit kit(*this);
    m_text = new wxTextCtrl(
        this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, kit.controlHeight()), wxTE_PROCESS_ENTER);
    m_text->SetHint(m_bench.say("Matter: name, pinyin, initials or department"));
    widgets::setAccessibleName(*m_text, m_bench.say("Find a matter"));
    m_text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search(); });
    m_text->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { begin(); });
    m_text->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) { key(event); });
    column.Add(m_text, wxSizerFlags().Expand().Border(wxALL, kit.padding()));
    m_empty = new wxStaticText(this, wxID_ANY, m_bench.say("No matter is called so. Try fewer letters."));
    m_empty->SetForegroundColour(widgets::Theme::fromSystem().muted);
    m_empty->Hide();
    column.Add(m_empty, wxSizerFlags().Border(wxLEFT, kit.padding()));
    m_matters = new kit::CardList(this, m_bench.say("Matters"), kit::CardShape::Edge);
    m_matters->onChosen([this](const std::string&) { m_pause.StartOnce(RestMilliseconds); });
    m_matters->onActivated([this](const std::string& id) { onMatter(id); });
    column.Add(m_matters, wxSizerFlags(1).Expand());
}

void MatterSearch::buildDrafts(wxSizer& column)
{
    const widgets::LayoutKit kit(*this);
    column.Add(new kit::SectionHeader(this, m_bench.say("Drafts to go on with")), wxSizerFlags().Expand());
    m_noDrafts = new wxStaticText(this, wxID_ANY, m_bench.say("No draft waits here."));
    m_noDrafts->SetForegroundColour(widgets::Theme::fromSystem().muted);
    column.Add(m_noDrafts, wxSizerFlags().Border(wxLEFT, kit.padding()));
    m_drafts = new kit::CardList(this, m_bench.say("Drafts to go on with"), kit::CardShape::Edge);
    m_drafts->onActivated([this](const std::string& id) {
        if (const auto draft = base::CaseId::parse(id))
            onDraft(*draft);
    });
    column.Add(m_drafts, wxSizerFlags().Expand());
}

void MatterSearch::buildAbout(wxSizer& column)
{
    column.Add(new kit::SectionHeader(this, m_bench.say("About this matter")), wxSizerFlags().Expand());
    m_about = new GuideSheet(this, m_bench);
    column.Add(m_about, wxSizerFlags(1).Expand());
    m_pause.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { showAbout(); });
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
        m_bench.search().tasks().cancel(*m_searching);
    const auto text = m_text->GetValue().Trim().Trim(false).utf8_string();
    if (text.empty())
        offer();
    else
        find(text);
}

void MatterSearch::add(std::vector<kit::Card>& cards, const Found& matters, const wxString& heading) const
{
    for (const auto& [matter, favourite] : matters) {
        const bool marked = favourite == offline::Favourite::Yes;
        cards.push_back({matter.code,
                         widgets::Tone::Info,
                         {},
                         {},
                         {},
                         wxString::FromUTF8(matter.name),
                         wxString::FromUTF8(matter.level.empty() ? matter.department
                                                                 : matter.level + " · " + matter.department),
                         marked ? m_bench.say("favourite") : wxString(),
                         widgets::Tone::Info,
                         &matter == &matters.front().matter ? heading : wxString()});
    }
}

void MatterSearch::show(std::vector<kit::Card> cards)
{
    const bool none = cards.empty();
    const auto best = none ? std::string() : cards.front().id;
    m_matters->show(std::move(cards));
    if (!none && !(m_keepChoice && m_matters->chosen()))
        m_matters->choose(best);
    m_keepChoice = false;
    m_pause.StartOnce(RestMilliseconds);
    m_actions->enable("favourite", !none);
    m_actions->enable("list", !none);
    if (m_empty->IsShown() != none) {
        m_empty->Show(none);
        Layout();
    }
}

void MatterSearch::offer()
{
    m_searching = m_bench.search().run(
        this,
        [](workbench::Desks& desks, std::stop_token) { return desks.guides.offered(Shown); },
        [this](const base::Result<desk::OfferedMatters>& offered) {
            m_searching.reset();
            m_hasty = false;
            if (!offered) {
                m_bench.tell(offered.error());
                return;
            }
            std::vector<kit::Card> cards;
            add(cards, offered->favourites, m_bench.say("Favourites"));
            add(cards, offered->recent, m_bench.say("Taken in last"));
            add(cards, offered->mostUsed, m_bench.say("Most used"));
            add(cards, offered->others, cards.empty() ? wxString() : m_bench.say("Other matters"));
            show(std::move(cards));
        });
}

void MatterSearch::find(const std::string& text)
{
    m_searching = m_bench.search().run(
        this,
        [text](workbench::Desks& desks, std::stop_token) { return desks.guides.search(text, Shown); },
        [this, text](const base::Result<Found>& found) {
            m_searching.reset();
            const bool hasty = std::exchange(m_hasty, false);
            if (!found) {
                m_bench.tell(found.error());
                return;
            }
            std::vector<kit::Card> cards;
            add(cards, *found, {});
            if (hasty && !cards.empty()) {
                show(std::move(cards));
                begin();
                return;
            }
            if (cards.size() < desk::FewFound)
                findNearly(text, cards);
            // What stands there stays until it is known whether anything is written nearly so.
            if (!cards.empty())
                show(std::move(cards));
        });
}

void MatterSearch::findNearly(const std::string& text, std::vector<kit::Card> exact)
{
    m_searching = m_bench.search().run(
        this,
        [text](workbench::Desks& desks, std::stop_token) { return desks.guides.searchNearly(text, Shown); },
        [this, exact = std::move(exact)](const base::Result<Found>& near) {
            m_searching.reset();
            const bool hasty = std::exchange(m_hasty, false);
            if (!near) {
                m_bench.tell(near.error());
                return;
            }
            auto cards = exact;
            add(cards, *near, m_bench.say("Written nearly so"));
            show(std::move(cards));
            if (hasty && !exact.empty())
                begin();
        });
}

void MatterSearch::turnFavourite()
{
    const auto matter = m_matters->chosen();
    if (!matter)
        return;
    m_bench.search().run(
        this,
        [matter = *matter](workbench::Desks& desks, std::stop_token) {
            return desks.guides.turnFavourite(matter);
        },
        [this, matter = *matter](const base::Result<offline::Favourite>& now) {
            if (!now) {
                m_bench.tell(now.error());
                return;
            }
            m_actions->setStatus(*now == offline::Favourite::Yes ? m_bench.say("Marked as a favourite.")
                                                                 : m_bench.say("No favourite any more."));
            m_keepChoice = true;
            search();
        });
}

bool MatterSearch::press(const wxKeyEvent& event)
{
    return m_actions->press(event);
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
            m_drafts->fitHeight(DraftsInSight);
            Layout();
        });
}

void MatterSearch::showAbout()
{
    const auto matter = m_matters->chosen();
    if (!matter) {
        m_about->clear();
        return;
    }
    m_bench.counter().run(
        this,
        [matter = *matter](workbench::Desks& desks, std::stop_token) { return desks.guides.show(matter); },
        [this, matter = *matter](base::Result<std::shared_ptr<const forms::Guide>> guide) {
            if (!guide)
                m_bench.tell(guide.error());
            else if (m_matters->chosen() == matter)
                m_about->show(std::move(*guide), {}, std::nullopt);
        });
}

/// For whoever only asks what to bring: no case begins.
void MatterSearch::handOut()
{
    const auto matter = m_matters->chosen();
    if (!matter)
        return;
    m_bench.counter().run(
        this,
        [matter = *matter](workbench::Desks& desks, std::stop_token) -> base::Result<std::string> {
            const auto guide = desks.guides.show(matter);
            if (!guide)
                return base::passOn(guide);
            return desks.guides.handOut(**guide, {});
        },
        [this](base::Result<std::string> pdf) {
            if (pdf)
                workbench::showNotice(this, m_bench, m_bench.say("List of materials"), std::move(*pdf));
            else
                m_bench.tell(pdf.error());
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
