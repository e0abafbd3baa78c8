#include <cases/cases_page.h>

#include <desk/case_search.h>
#include <kit/card_list.h>
#include <kit/divider.h>
#include <kit/section_header.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <workbench/notice_window.h>
#include <workbench/question.h>

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace cases {

namespace {

constexpr double ListWidth = 40;
constexpr double LabelWidth = 7;
constexpr int PauseMs = 250;
constexpr std::size_t Shown = 500;

widgets::Tone toneOf(forms::CaseState state)
{
    using forms::CaseState;
    switch (state) {
    case CaseState::Returned:
    case CaseState::CorrectionRequested: return widgets::Tone::Danger;
    case CaseState::Draft: return widgets::Tone::Warn;
    case CaseState::Accepted:
    case CaseState::Approved:
    case CaseState::Certified:
    case CaseState::Delivered: return widgets::Tone::Ok;
    case CaseState::Sealed:
    case CaseState::Submitted:
    case CaseState::UnderReview:
    case CaseState::Suspended: return widgets::Tone::Info;
    case CaseState::NotAccepted:
    case CaseState::Refused:
    case CaseState::Closed:
    case CaseState::Withdrawn:
    case CaseState::Terminated: return widgets::Tone::Neutral;
    }
    return widgets::Tone::Neutral;
}

}  // namespace

CasesPage::CasesPage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
{
    const widgets::LayoutKit kit(*this);
    const auto theme = widgets::Theme::fromSystem();
    SetBackgroundColour(theme.panel);
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(buildFilters(), wxSizerFlags().Expand().Border(wxALL, kit.gap()));
    m_empty = new wxStaticText(this, wxID_ANY, say("No case is here that fits."));
    m_empty->SetForegroundColour(theme.muted);
    left->Add(m_empty, wxSizerFlags().Border(wxALL, kit.padding()));
    m_list = new kit::CardList(this, say("Cases"), kit::CardShape::Edge);
    m_list->onChosen([this](const std::string&) { showDetails(); });
    m_list->onActivated([this](const std::string&) { open(); });
    left->Add(m_list, wxSizerFlags(1).Expand());
    left->SetMinSize(wxSize(kit.ems(ListWidth), -1));
    auto* right = new wxBoxSizer(wxVERTICAL);
    m_title = new kit::SectionHeader(this, wxString());
    right->Add(m_title, wxSizerFlags().Expand());
    m_details = new kit::FactSheet(this, say("The case"), LabelWidth);
    right->Add(m_details, wxSizerFlags(1).Expand());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags().Expand());
    row->Add(new kit::Divider(this, wxVERTICAL), wxSizerFlags().Expand());
    row->Add(right, wxSizerFlags(1).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags(1).Expand());
    column->Add(new kit::Divider(this, wxHORIZONTAL), wxSizerFlags().Expand());
    m_actions = new workbench::ActionLine(this, say("More"), actions());
    column->Add(m_actions, wxSizerFlags().Expand());
    SetSizer(column);
    m_pause.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { load(); });
}

CasesPage::~CasesPage()
{
    DestroyChildren();
}

wxSizer* CasesPage::buildFilters()
{
    const widgets::LayoutKit kit(*this);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_text = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, kit.controlHeight()));
    m_text->SetHint(say("Number, whole name or identity number"));
    widgets::setAccessibleName(*m_text, say("Find a case"));
    m_text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { m_pause.StartOnce(PauseMs); });
    row->Add(m_text, wxSizerFlags(2).Border(wxRIGHT, kit.gap()));
    m_state = new wxChoice(this, wxID_ANY);
    m_state->Append(say("All states"));
    for (const auto state : forms::allCaseStates())
        m_state->Append(say(forms::titleOf(state)));
    m_state->SetSelection(0);
    widgets::setAccessibleName(*m_state, say("State"));
    m_state->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { load(); });
    row->Add(m_state, wxSizerFlags(1));
    return row;
}

std::vector<workbench::PageAction> CasesPage::actions()
{
    using workbench::PageAction;
    const auto plain = kit::ActionWeight::Plain;
    return {
        {"slip", say("Receipt slip"), WXK_F9, plain, PageAction::Where::Left, [this] { reprint(); }},
        {"correct", say("Correct this case"), WXK_F7, plain, PageAction::Where::Left, [this] { correct(); }},
        {"withdraw", say("Withdraw…"), 0, plain, PageAction::Where::Left, [this] { withdraw(); }},
        {"open", say("Open"), WXK_F6, kit::ActionWeight::Primary, PageAction::Where::Right, [this] {
             open();
         }}};
}

void CasesPage::enter()
{
    load();
    m_text->SetFocus();
}

void CasesPage::news()
{
    load();
}

bool CasesPage::press(const wxKeyEvent& event)
{
    return m_actions->press(event);
}

void CasesPage::load()
{
    auto filter = desk::caseSearch(m_text->GetValue().utf8_string());
    if (const int state = m_state->GetSelection(); state > 0)
        filter.state = forms::allCaseStates()[static_cast<std::size_t>(state - 1)];
    filter.limit = Shown;
    bench().counter().run(
        this,
        [filter](workbench::Desks& desks, std::stop_token) { return desks.workplace.cases().list(filter); },
        [this](base::Result<std::vector<offline::CaseRow>> rows) {
            if (rows)
                showRows(std::move(*rows));
            else
                bench().tell(rows.error());
        });
}

kit::Card CasesPage::cardOf(const offline::CaseRow& row) const
{
    const auto state = say(forms::titleOf(row.state));
    return {row.id.toString(),
            toneOf(row.state),
            {},
            state,
            wxString::FromUTF8(row.matterName),
            wxString::FromUTF8(row.applicant),
            wxString::FromUTF8(row.officialNumber.empty() ? row.number : row.officialNumber),
            state,
            toneOf(row.state)};
}

void CasesPage::showRows(std::vector<offline::CaseRow> rows)
{
    m_rows = std::move(rows);
    std::vector<kit::Card> cards;
    for (const auto& row : m_rows)
        cards.push_back(cardOf(row));
    m_empty->Show(cards.empty());
    m_list->Show(!cards.empty());
    const auto first = cards.empty() ? std::string() : cards.front().id;
    m_list->show(std::move(cards));
    if (!m_list->chosen() && !first.empty())
        m_list->choose(first);
    showDetails();
}

const offline::CaseRow* CasesPage::chosen() const
{
    const auto id = m_list->chosen();
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&id](const offline::CaseRow& row) { return row.id.toString() == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

std::vector<kit::FactGroup> CasesPage::factsOf(const offline::CaseRow& row) const
{
    const auto time = [](base::Timestamp at) { return wxString::FromUTF8(workbench::Bench::timeText(at)); };
    kit::FactGroup group{{},
                         {{say("State"), say(forms::titleOf(row.state)), toneOf(row.state)},
                          {say("Number"), wxString::FromUTF8(row.number)}}};
    if (!row.officialNumber.empty())
        group.facts.push_back({say("Official number"), wxString::FromUTF8(row.officialNumber)});
    group.facts.push_back({say("Applicant"), wxString::FromUTF8(row.applicant)});
    group.facts.push_back({say("Revision"), wxString::Format("%d", row.revision)});
    group.facts.push_back({say("Pages"), wxString::FromUTF8(std::to_string(row.pages))});
    group.facts.push_back({say("Received"), time(row.received)});
    group.facts.push_back({say("Changed"), time(row.changed)});
    group.facts.push_back({say("Guide"), wxString::FromUTF8(row.guideVersion)});
    return {std::move(group)};
}

void CasesPage::showDetails()
{
    const auto* row = chosen();
    m_title->setTitle(row == nullptr ? wxString() : wxString::FromUTF8(row->matterName));
    m_details->show(row == nullptr ? std::vector<kit::FactGroup>() : factsOf(*row));
    const bool back =
        row != nullptr
        && (row->state == forms::CaseState::Returned || row->state == forms::CaseState::CorrectionRequested);
    m_actions->showAction("correct", back);
    for (const char* id : {"slip", "withdraw", "open"})
        m_actions->enable(id, row != nullptr);
    Layout();
}

void CasesPage::open()
{
    if (const auto* row = chosen())
        bench().stage().go({workbench::place::Intake, row->id, {}, {}});
}

void CasesPage::correct()
{
    const auto* row = chosen();
    if (row == nullptr)
        return;
    bench().counter().run(
        this,
        [id = row->id](workbench::Desks& desks, std::stop_token) { return desks.intake.reopen(id); },
        [this](const base::Result<desk::CaseView>& view) {
            if (view)
                bench().stage().go({workbench::place::Intake, view->draft.id, {}, {}});
            else
                bench().tell(view.error());
        });
}

void CasesPage::withdraw()
{
    const auto* row = chosen();
    if (row == nullptr)
        return;
    workbench::TextQuestion question{say("Withdraw the case"),
                                     say("The applicant no longer wants it. This cannot be undone."),
                                     say("Reason"),
                                     say("Withdraw"),
                                     {},
                                     true,
                                     {}};
    ask(this,
        bench(),
        question,
        [this, id = row->id, draft = desk::isOnlyHere(row->state, row->revision)](const std::string& reason) {
            auto& lane = draft ? bench().counter() : bench().review();
            lane.runNamed(
                this,
                say("Withdrawing the case"),
                [id, draft, reason](workbench::Desks& desks,
                                    const kit::TaskControl& control) -> base::Status {
                    if (draft)
                        return desks.intake.withdrawDraft(id, reason).map([](const desk::CaseView&) {});
                    return desks.review
                        .act(id,
                             {forms::Action::Withdraw, reason, {}, std::nullopt, std::nullopt, {}},
                             control.stopToken())
                        .map([](const api::ActionAnswer&) {});
                },
                [this](const base::Status& done) { withdrawn(done); });
        });
}

void CasesPage::withdrawn(const base::Status& done)
{
    if (!done)
        bench().tell(done.error());
    bench().stage().sendNow();
}

void CasesPage::reprint()
{
    const auto* row = chosen();
    if (row == nullptr)
        return;
    constexpr auto Slip = forms::PaperKind::ReceiptSlip;
    bench().counter().run(
        this,
        [id = row->id](workbench::Desks& desks, std::stop_token) { return desks.intake.notice(id, Slip); },
        [this](const base::Result<desk::PrintedNotice>& printed) {
            if (printed)
                workbench::showNotice(this, bench(), say(forms::titleOf(Slip)), printed->pdf);
            else
                bench().tell(printed.error());
        });
}

}  // namespace cases
