#include <review/review_page.h>

#include <desk/material_line.h>

#include <kit/divider.h>
#include <kit/section_header.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace review {

namespace {

constexpr double ListWidth = 23;
constexpr double RightWidth = 24;
constexpr double OpinionHeight = 4;
constexpr double HistoryHeight = 9;

wxString verdictText(const workbench::Bench& bench, const forms::RecordedPoint& point)
{
    const auto by = base::Argument{"user", point.by};
    if (point.verdict == forms::PointVerdict::Pass)
        return bench.say("{user} at the window: passed", {by});
    if (point.verdict == forms::PointVerdict::Fail)
        return bench.say("{user} at the window: failed. {note}", {by, {"note", point.note}});
    return {};
}

}  // namespace

ReviewPage::ReviewPage(wxWindow* parent, workbench::Bench& bench)
    : WorkPage(parent, bench)
    , m_list(new WorkList(this, bench))
    , m_view(new PageView(this, bench))
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    m_list->onChosen = [this](base::CaseId id) { load(id); };
    m_list->onCounted = [this](std::size_t open) {
        this->bench().stage().count(workbench::place::Review, open);
    };
    m_list->SetMinSize(wxSize(kit.ems(ListWidth), -1));
    m_view->onDrawn = [this](const forms::PercentBox& box) { drawn(box); };
    m_view->onMark = [this] { refreshActions(); };
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_list, wxSizerFlags().Expand());
    row->Add(new kit::Divider(this, wxVERTICAL), wxSizerFlags().Expand());
    row->Add(m_view, wxSizerFlags(1).Expand());
    row->Add(new kit::Divider(this, wxVERTICAL), wxSizerFlags().Expand());
    row->Add(buildRight(), wxSizerFlags().Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags(1).Expand());
    column->Add(new kit::Divider(this, wxHORIZONTAL), wxSizerFlags().Expand());
    m_actions = new workbench::ActionLine(this, say("More"), actions());
    column->Add(m_actions, wxSizerFlags().Expand());
    SetSizer(column);
    refreshActions();
}

ReviewPage::~ReviewPage()
{
    DestroyChildren();
}

wxWindow* ReviewPage::buildRight()
{
    const widgets::LayoutKit kit(*this);
    auto* panel =
        new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER);
    panel->SetBackgroundColour(widgets::Theme::fromSystem().panel);
    panel->SetMinSize(wxSize(kit.ems(RightWidth), -1));
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_points = new workbench::PointsPanel(panel, bench(), say("Review points"));
    m_points->onVerdict([this](const std::string& id, const std::string& verdict) {
        m_judgements[id].verdict = verdict;
        m_view->goToMaterial(id.substr(0, id.find('/')));
        showPoints();
        refreshActions();
    });
    m_points->onNote(
        [this](const std::string& id, const std::string& note) { m_judgements[id].note = note; });
    column->Add(m_points, wxSizerFlags(1).Expand());
    column->Add(new kit::SectionHeader(panel, say("Opinion")), wxSizerFlags().Expand());
    m_opinion = new wxTextCtrl(
        panel, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, kit.ems(OpinionHeight)), wxTE_MULTILINE);
    widgets::setAccessibleName(*m_opinion, say("Opinion"));
    column->Add(m_opinion, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, kit.padding()));
    column->Add(new kit::SectionHeader(panel, say("What happened")), wxSizerFlags().Expand());
    m_history = new wxTextCtrl(panel,
                               wxID_ANY,
                               wxString(),
                               wxDefaultPosition,
                               wxSize(-1, kit.ems(HistoryHeight)),
                               wxTE_MULTILINE | wxTE_READONLY | wxBORDER_NONE);
    widgets::setAccessibleName(*m_history, say("What happened"));
    column->Add(m_history, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, kit.gap()));
    panel->SetSizer(column);
    return panel;
}

void ReviewPage::enter()
{
    m_list->enter();
}

void ReviewPage::arrive(const workbench::Destination& destination)
{
    if (destination.caseId)
        load(*destination.caseId);
}

void ReviewPage::news()
{
    m_list->load();
    if (m_dossier)
        load(m_dossier->detail.summary.caseId);
}

bool ReviewPage::press(const wxKeyEvent& event)
{
    m_points->collect();
    return m_actions->press(event);
}

void ReviewPage::load(base::CaseId id)
{
    if (!m_dossier || m_dossier->detail.summary.caseId != id)
        m_judgements.clear();
    bench().review().runNamed(
        this,
        say("Fetching the case"),
        [id](workbench::Desks& desks, const kit::TaskControl& control) {
            return desks.review.show(id, control.stopToken());
        },
        [this](base::Result<desk::Dossier> dossier) {
            if (dossier)
                show(std::move(*dossier));
            else
                bench().tell(dossier.error());
        });
}

void ReviewPage::show(desk::Dossier dossier)
{
    m_dossier = std::make_shared<const desk::Dossier>(std::move(dossier));
    const auto& summary = m_dossier->detail.summary;
    bench().stage().setHeadline(
        workbench::place::Review,
        {wxString::FromUTF8(summary.matterName),
         say("{number} · revision {revision}",
             {{"number", summary.number}, {"revision", std::to_string(summary.revision)}}),
         summary.flagged ? widgets::Tone::Danger : widgets::Tone::Info,
         say(forms::titleOf(summary.state))});
    m_view->show(m_dossier);
    showPoints();
    showHistory();
    refreshActions();
}

void ReviewPage::showPoints()
{
    std::vector<workbench::PointGroup> groups;
    for (const auto& material : m_dossier->newest().sealed.materials) {
        const auto* wanted = m_dossier->guide->findMaterial(material.id);
        if (wanted == nullptr)
            continue;
        workbench::PointGroup group{wxString::FromUTF8(wanted->name), {}};
        if (material.proof)
            group.title =
                say("{material} · {proof}",
                    {{"material", wanted->name}, base::word("proof", desk::proofTitle(material.proof->by))});
        if (material.deferredUntil)
            group.title =
                say("{material} · promised by {day}",
                    {{"material", wanted->name}, {"day", base::formatDate(*material.deferredUntil)}});
        for (const auto& point : wanted->points) {
            workbench::PointRow row;
            row.id = wanted->id + "/" + point.id;
            row.text = wxString::FromUTF8(point.text);
            for (const auto& recorded : material.points)
                if (recorded.id == point.id)
                    row.aside = verdictText(bench(), recorded);
            if (const auto judged = m_judgements.find(row.id); judged != m_judgements.end()) {
                row.verdict = judged->second.verdict;
                row.note = wxString::FromUTF8(judged->second.note);
            }
            group.rows.push_back(std::move(row));
        }
        groups.push_back(std::move(group));
    }
    m_points->show(groups);
}

void ReviewPage::showHistory()
{
    wxArrayString lines;
    for (const auto& revision : m_dossier->detail.revisions)
        lines.Add(say("{time} revision {revision} came in, brought by {user}",
                      {{"time", workbench::Bench::timeText(revision.received)},
                       {"revision", std::to_string(revision.revision)},
                       {"user", revision.carrier}}));
    for (const auto& action : m_dossier->detail.actions)
        if (const auto* step = std::get_if<forms::Action>(&action.request.action))
            lines.Add(say("{time} {user}: {action}. {reason}",
                          {{"time", workbench::Bench::timeText(action.at)},
                           {"user", action.by},
                           base::word("action", forms::titleOf(*step)),
                           {"reason", action.request.reason}}));
    lines.Sort();
    m_history->ChangeValue(wxJoin(lines, '\n', '\0'));
}

bool ReviewPage::isAllowed(const api::RequestedAction& action) const
{
    if (!m_dossier)
        return false;
    const auto& allowed = m_dossier->detail.allowed;
    return std::find(allowed.begin(), allowed.end(), action) != allowed.end();
}

void ReviewPage::refreshActions()
{
    for (const auto action : forms::allActions())
        m_actions->showAction(std::string(forms::nameOf(action)), isAllowed(action));
    m_actions->showAction("claim", isAllowed(api::ClaimAction::Claim));
    m_actions->showAction("release", isAllowed(api::ClaimAction::Release));
    m_actions->enable("mark", m_view->page().has_value());
    m_actions->showAction("both", m_view->hasBefore());
    m_actions->enable("reply", m_view->chosenMark().has_value());
    const auto failed = failedPoints().size();
    m_actions->setStatus(
        failed == 0 ? wxString() : bench().sayCount("{count} point failed", "{count} points failed", failed));
}

}  // namespace review
