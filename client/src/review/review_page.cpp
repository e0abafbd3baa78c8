#include <review/review_page.h>

#include <review/parts_panel.h>

#include <desk/case_story.h>
#include <desk/dossier_notes.h>
#include <desk/material_line.h>
#include <desk/review_mark.h>
#include <desk/step_offer.h>
#include <workbench/words_button.h>

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
constexpr double HistoryTime = 7;

/// The steps behind F12.
bool endsTheTask(forms::Action action)
{
    using forms::Action;
    return action == Action::Accept || action == Action::Examine || action == Action::Approve
           || action == Action::Certify || action == Action::Deliver || action == Action::Close;
}

/// What has a button of its own is shown also when it cannot be done; the menu holds only what can be.
bool staysInSight(forms::Action action)
{
    using forms::Action;
    return endsTheTask(action) || action == Action::ReturnToWindow || action == Action::RequestCorrection
           || action == Action::Refuse;
}

wxString verdictText(const workbench::Bench& bench,
                     const api::CaseDetail& detail,
                     const forms::RecordedPoint& point)
{
    const auto by = base::Argument{"user", detail.nameOf(point.by)};
    if (point.by == "program" && point.verdict == forms::PointVerdict::Pass)
        return bench.say("Checked by the program: passed");
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
    m_points->onVerdict([this](const std::string& id, const std::string& verdict) { judged(id, verdict); });
    m_points->onNote(
        [this](const std::string& id, const std::string& note) { m_judgements[id].note = note; });
    column->Add(m_points, wxSizerFlags(1).Expand());
    m_parts = new PartsPanel(panel, bench());
    m_parts->onChosen = [this] { refreshParts(); };
    m_parts->onActivated = [this](const std::string& child) { settlePart(child); };
    column->Add(m_parts, wxSizerFlags().Expand());
    addOpinion(*panel, *column);
    column->Add(new kit::SectionHeader(panel, say("What happened")), wxSizerFlags().Expand());
    m_history = new kit::FactSheet(panel, say("What happened"), HistoryTime);
    m_history->SetMinSize(wxSize(-1, kit.ems(HistoryHeight)));
    column->Add(m_history, wxSizerFlags().Expand());
    panel->SetSizer(column);
    return panel;
}

void ReviewPage::addOpinion(wxWindow& panel, wxSizer& column)
{
    const widgets::LayoutKit kit(*this);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(new kit::SectionHeader(&panel, say("Opinion")), wxSizerFlags(1).CentreVertical());
    head->Add(new workbench::WordsButton(&panel,
                                         bench(),
                                         desk::WordsFor::Opinion,
                                         say("Usual words for the opinion"),
                                         [this](const wxString& words) {
                                             const auto before = m_opinion->GetValue().Trim();
                                             m_opinion->SetValue(before.empty() ? words
                                                                                : before + "\n" + words);
                                             m_opinion->SetInsertionPointEnd();
                                             m_opinion->SetFocus();
                                         }),
              wxSizerFlags().CentreVertical().Border(wxRIGHT, kit.padding()));
    column.Add(head, wxSizerFlags().Expand());
    m_opinion = new wxTextCtrl(
        &panel, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, kit.ems(OpinionHeight)), wxTE_MULTILINE);
    widgets::setAccessibleName(*m_opinion, say("Opinion"));
    column.Add(m_opinion, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, kit.padding()));
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
    const bool other = !m_dossier || m_dossier->detail.summary.caseId != dossier.detail.summary.caseId;
    m_dossier = std::make_shared<const desk::Dossier>(std::move(dossier));
    if (other)
        bench().stage().closeAttention("dossier");
    if (const auto notes = desk::notesOf(*m_dossier); other && !notes.empty())
        bench().tell(widgets::Tone::Warn, "dossier", say(notes.front()));
    const auto& summary = m_dossier->detail.summary;
    bench().stage().setHeadline(
        workbench::place::Review,
        {wxString::FromUTF8(summary.matterName),
         say("{number} · revision {revision}",
             {{"number", summary.number}, {"revision", std::to_string(summary.revision)}}),
         summary.flagged() ? widgets::Tone::Danger : widgets::Tone::Info,
         say(forms::titleOf(summary.state))});
    const auto asked = desk::marksToAnswer(m_dossier->detail);
    if (other) {
        m_both = !asked.empty();
        m_view->setSideBySide(m_both);
    }
    m_view->show(m_dossier);
    if (other && !asked.empty())
        m_view->goToMark(asked.front()->id);
    showPoints();
    m_parts->show(m_dossier->detail.children);
    showHistory();
    refreshActions();
}

void ReviewPage::judged(const std::string& id, const std::string& verdict)
{
    if (const auto mark = base::AnnotationId::parse(id)) {
        m_view->goToMark(*mark);
        settle(*mark, verdict == "pass" ? desk::MarkVerdict::Corrected : desk::MarkVerdict::NotCorrected);
        return;
    }
    m_judgements[id].verdict = verdict;
    m_view->goToMaterial(id.substr(0, id.find('/')));
    showPoints();
    refreshActions();
}

workbench::PointGroup ReviewPage::marksGroup() const
{
    const auto& detail = m_dossier->detail;
    workbench::PointGroup group{
        say("Corrected in revision {revision}?", {{"revision", std::to_string(detail.summary.revision)}}),
        {}};
    for (const auto* mark : desk::marksToAnswer(detail)) {
        workbench::PointRow row;
        row.id = mark->id.toString();
        row.ask = workbench::PointAsk::Corrected;
        row.text = wxString::FromUTF8(mark->text);
        if (const auto* material =
                m_dossier->guide->findMaterial(mark->point.substr(0, mark->point.find('/'))))
            row.aside = wxString::FromUTF8(material->name);
        if (row.text.empty())
            std::swap(row.text, row.aside);
        const auto state = desk::markState(detail, *mark);
        if (state == desk::MarkState::Corrected)
            row.verdict = "pass";
        else if (state == desk::MarkState::NotCorrected)
            row.verdict = "fail";
        group.rows.push_back(std::move(row));
    }
    return group;
}

workbench::PointRow ReviewPage::rowOf(const forms::CaseMaterial& material,
                                      const forms::ReviewPoint& point) const
{
    workbench::PointRow row;
    row.id = material.id + "/" + point.id;
    row.text = wxString::FromUTF8(point.text);
    for (const auto& recorded : material.points)
        if (recorded.id == point.id)
            row.aside = verdictText(bench(), m_dossier->detail, recorded);
    if (const auto judged = m_judgements.find(row.id); judged != m_judgements.end()) {
        row.verdict = judged->second.verdict;
        row.note = wxString::FromUTF8(judged->second.note);
    }
    return row;
}

workbench::PointGroup ReviewPage::groupOf(const forms::CaseMaterial& material) const
{
    const auto& wanted = *m_dossier->guide->findMaterial(material.id);
    workbench::PointGroup group{wxString::FromUTF8(wanted.name), {}};
    const bool generated = material.proof && material.proof->by == forms::GeneratedProof;
    if (material.proof && (generated || material.proof->reference.empty()))
        group.title =
            say("{material} · {proof}",
                {{"material", wanted.name}, base::word("proof", desk::proofTitle(material.proof->by))});
    else if (material.proof)
        group.title = say("{material} · {proof} {reference}",
                          {{"material", wanted.name},
                           base::word("proof", desk::proofTitle(material.proof->by)),
                           {"reference", material.proof->reference}});
    if (material.deferredUntil)
        group.title = say("{material} · promised by {day}",
                          {{"material", wanted.name}, {"day", base::formatDate(*material.deferredUntil)}});
    for (const auto& point : wanted.points)
        group.rows.push_back(rowOf(material, point));
    return group;
}

void ReviewPage::showPoints()
{
    std::vector<workbench::PointGroup> groups;
    if (auto marks = marksGroup(); !marks.rows.empty())
        groups.push_back(std::move(marks));
    for (const auto& material : m_dossier->newest().sealed.materials)
        if (m_dossier->guide->findMaterial(material.id) != nullptr)
            groups.push_back(groupOf(material));
    m_points->show(groups);
}

void ReviewPage::showHistory()
{
    constexpr std::size_t YearLength = 5;
    kit::FactGroup story;
    for (const auto& line : desk::storyOf(m_dossier->detail, *m_dossier->guide)) {
        auto text = say(line.what);
        if (!line.words.empty())
            text += "\n" + wxString::FromUTF8(line.words);
        const auto time = workbench::Bench::timeText(line.at).substr(YearLength);
        story.facts.push_back({wxString::FromUTF8(time), text, widgets::Tone::Neutral});
    }
    for (const auto& note : desk::notesOf(*m_dossier))
        story.facts.push_back({wxString(), say(note), widgets::Tone::Warn});
    m_history->show({std::move(story)});
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
    refreshSteps();
    refreshParts();
    m_actions->showAction("claim", isAllowed(forms::Action::Claim));
    m_actions->showAction("release", isAllowed(forms::Action::Release));
    m_actions->enable("mark", m_view->page().has_value());
    m_actions->showAction("both", m_view->hasBefore());
    m_actions->enable("reply", m_view->chosenMark().has_value());
    const auto failed = toCorrect().size();
    m_actions->setStatus(
        failed == 0 ? wxString() : bench().sayCount("{count} point failed", "{count} points failed", failed));
}

/// Steps that can be taken, and those that cannot with the reason. One key ends the task, so that of the steps behind it
/// the first one that can be taken is shown, else the first.
void ReviewPage::refreshSteps()
{
    for (const auto action : forms::allActions())
        m_actions->showAction(std::string(forms::nameOf(action)), false);
    if (!m_dossier)
        return;
    const auto offers = desk::stepOffers(*m_dossier, bench().user());
    const auto ends = std::find_if(offers.begin(), offers.end(), [](const desk::StepOffer& offer) {
        return endsTheTask(offer.action) && !offer.obstacle;
    });
    bool ended = false;
    for (const auto& offer : offers) {
        const auto id = std::string(forms::nameOf(offer.action));
        if (offer.obstacle && !staysInSight(offer.action))
            continue;
        if (endsTheTask(offer.action)) {
            if (ended || (ends != offers.end() && offer.action != ends->action))
                continue;
            ended = true;
        }
        m_actions->showAction(id, true);
        if (offer.obstacle)
            m_actions->refuse(id, say(*offer.obstacle));
        else
            m_actions->enable(id, true);
    }
}

}  // namespace review
