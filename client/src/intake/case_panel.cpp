#include <intake/case_panel.h>

#include <intake/material_cards.h>

#include <kit/card_list.h>
#include <kit/divider.h>
#include <kit/lost_keys.h>
#include <kit/section_header.h>
#include <kit/sheet_tabs.h>
#include <papers/period_text.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/sizer.h>
#include <wx/splitter.h>

#include <algorithm>
#include <utility>

namespace intake {

namespace {

constexpr double LeftWidth = 23;
constexpr double RightWidth = 21;
constexpr const char* MaterialTab = "material";
constexpr const char* GuideTab = "guide";

}  // namespace

CasePanel::CasePanel(wxWindow* parent, workbench::Bench& bench, desk::CaseView view)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
    , m_session(std::make_unique<CaseSession>(*this, bench, std::move(view)))
    , m_scan(std::make_unique<ScanRun>(*this, bench, m_session->id()))
{
    m_scan->onKept = [this](const forms::Page&) { m_session->reload(); };
    m_scan->onEnd = [this](const desk::ScanOrder& order, const base::Result<desk::ScanOutcome>& outcome) {
        scanEnded(order, outcome);
    };
    build();
    m_session->onCollect = [this] {
        m_situation->collect();
        m_material->collect();
    };
    m_session->onChange = [this](CaseSession::Change change) { refresh(change); };
    refresh(CaseSession::Change::Saved);
    openSheet(m_forms.empty() ? std::string(GuideTab) : "form:" + m_forms.front()->form());
}

CasePanel::~CasePanel()
{
    m_bench.hush("case/" + m_session->id().toString());
    m_session->onChange = nullptr;
    m_session->onCollect = nullptr;
    DestroyChildren();  // before the session they show
}

void CasePanel::build()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* outer = new wxSplitterWindow(
        this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    auto* left = buildLeft(outer);  // in the order of the keyboard
    auto* inner = new wxSplitterWindow(
        outer, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    auto* middle = buildMiddle(inner);
    m_findings = new FindingsPanel(inner, m_bench, *m_session);
    m_findings->onGo = [this](const forms::Finding& finding, FindingsPanel::Go how) { goTo(finding, how); };
    const widgets::LayoutKit kit(*this);
    inner->SetSashGravity(1);
    inner->SetMinimumPaneSize(kit.ems(RightWidth / 2));
    inner->SplitVertically(middle, m_findings, -kit.ems(RightWidth));
    outer->SetMinimumPaneSize(kit.ems(LeftWidth / 2));
    outer->SplitVertically(left, inner, kit.ems(LeftWidth));
    remember(*outer, "intake-left", LeftWidth, false);
    remember(*inner, "intake-right", RightWidth, true);
    column->Add(outer, wxSizerFlags(1).Expand());
    column->Add(new kit::Divider(this, wxHORIZONTAL), wxSizerFlags().Expand());
    m_actions = new workbench::ActionLine(this, m_bench.say("More"), actions());
    column->Add(m_actions, wxSizerFlags().Expand());
    SetSizer(column);
}

void CasePanel::remember(wxSplitterWindow& splitter,
                         const std::string& name,
                         double otherwise,
                         bool fromRight)
{
    const widgets::LayoutKit kit(*this);
    const int ems = m_bench.settings().columnEms(name, static_cast<int>(otherwise));
    splitter.SetSashPosition(fromRight ? -kit.ems(ems) : kit.ems(ems));
    splitter.Bind(wxEVT_SPLITTER_SASH_POS_CHANGED,
                  [this, &splitter, name, fromRight](wxSplitterEvent& event) {
                      if (event.GetEventObject() == &splitter) {
                          const int width = fromRight ? splitter.GetClientSize().x - event.GetSashPosition()
                                                      : event.GetSashPosition();
                          m_bench.settings().rememberColumn(name, width / widgets::LayoutKit(*this).em());
                      }
                      event.Skip();
                  });
}

wxWindow* CasePanel::buildLeft(wxWindow* parent)
{
    auto* panel =
        new wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER);
    panel->SetBackgroundColour(widgets::Theme::fromSystem().panel);
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_situationHeader = new kit::SectionHeader(panel, m_bench.say("Situation"));
    column->Add(m_situationHeader, wxSizerFlags().Expand());
    m_situation = new SituationPanel(panel, m_bench, *m_session);
    const bool asks = !m_session->view().guide->questions.empty();
    m_situation->Show(asks);
    m_situationHeader->Show(asks);
    column->Add(m_situation, wxSizerFlags(5).Expand());
    m_materialsHeader = new kit::SectionHeader(panel, m_bench.say("Materials"));
    column->Add(m_materialsHeader, wxSizerFlags().Expand());
    m_materials = new kit::CardList(panel, m_bench.say("Materials"), kit::CardShape::Glyph);
    m_materials->onChosen([this](const std::string& id) { openMaterial(id); });
    m_materials->onActivated([this](const std::string& id) { openMaterial(id); });
    column->Add(m_materials, wxSizerFlags(4).Expand());
    panel->SetSizer(column);
    return panel;
}

wxWindow* CasePanel::buildMiddle(wxWindow* parent)
{
    auto* panel =
        new wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER);
    panel->SetBackgroundColour(widgets::Theme::fromSystem().ground);
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_tabs = new kit::SheetTabs(panel);
    m_tabs->onOpen([this](const std::string& id) { openSheet(id); });
    column->Add(m_tabs, wxSizerFlags().Expand());
    for (const auto& form : m_session->view().guide->forms) {
        auto* sheet = new FormSheet(panel, m_bench, *m_session, form);
        m_tabs->add("form:" + form.id(), sheet->tabLabel());
        column->Add(sheet, wxSizerFlags(1).Expand());
        sheet->onApplicant = [this] { lookForEarlier(); };
        sheet->Hide();
        m_forms.push_back(sheet);
    }
    m_material = new MaterialSheet(panel, m_bench, *m_session);
    m_material->onDiscard = [this](base::PageId page) { m_discarded.push_back(page); };
    m_material->onDiscarded = [this](base::PageId page) { discarded(page); };
    m_tabs->add(MaterialTab, m_bench.say("Material"));
    column->Add(m_material, wxSizerFlags(1).Expand());
    m_material->Hide();
    m_guide = new GuideSheet(panel, m_bench);
    m_tabs->add(GuideTab, m_bench.say("About this matter"));
    column->Add(m_guide, wxSizerFlags(1).Expand());
    m_guide->Hide();
    panel->SetSizer(column);
    return panel;
}

wxString CasePanel::title() const
{
    const auto& draft = m_session->view().draft;
    const auto dash = draft.number.rfind('-');
    return wxString::FromUTF8(draft.matterName + " "
                              + (dash == std::string::npos ? "" : draft.number.substr(dash + 1)));
}

workbench::Headline CasePanel::headline() const
{
    const auto& view = m_session->view();
    const auto& number = view.draft.officialNumber.empty() ? view.draft.number : view.draft.officialNumber;
    const bool draft = view.draft.state == forms::CaseState::Draft;
    const bool whole = view.completeness.sealable();
    std::vector<base::Argument> arguments{{"number", number}, {"version", view.guide->version}};
    const auto& correction = view.deadlines.correction;
    const bool clock = draft && correction.has_value();
    if (clock)
        arguments.push_back({"date", papers::deadlineText(*correction, m_bench.language())});
    const auto detail = m_bench.say(
        clock ? i18n::phrase("{number} · guide {version} · tell what is lacking by {date}", arguments)
              : i18n::phrase("{number} · guide {version}", arguments));
    return {
        wxString::FromUTF8(view.draft.matterName),
        detail,
        !draft  ? widgets::Tone::Info
        : whole ? widgets::Tone::Ok
                : widgets::Tone::Warn,
        m_bench.say(draft ? forms::titleOf(view.completeness.verdict) : forms::titleOf(view.draft.state))};
}

void CasePanel::refresh(CaseSession::Change change)
{
    const auto [answered, asked] = m_situation->answered();
    m_situationHeader->summarise(wxString::Format("%zu/%zu", answered, asked));
    if (change == CaseSession::Change::Saved) {
        if (m_session->isDraft() || desk::awaitsMaterials(m_session->view()))
            m_bench.hush(m_session->attention("sealed"));  // it came back, or something is still to come
        m_situation->refresh();
        m_situation->GetParent()->Layout();
        for (auto* form : m_forms)
            form->refresh();
        m_actions->setStatus(m_session->isSaved() && m_session->isDraft()
                                 ? m_bench.say("Draft saved {time}",
                                               {{"time", wxDateTime::Now().FormatISOTime().utf8_string()}})
                                 : wxString());
    } else {
        m_actions->setStatus(m_bench.say("Saving…"));
    }
    for (auto* form : m_forms)
        m_tabs->relabel("form:" + form->form(), form->tabLabel());
    showMaterials();
    if (change == CaseSession::Change::Saved && m_material->IsShown())
        m_material->refresh();
    if (change == CaseSession::Change::Saved && m_guide->IsShown())
        showGuide();
    m_findings->refresh();
    refreshActions();
    tellOtherVersion();
    if (onChanged)
        onChanged();
}

void CasePanel::showMaterials()
{
    const auto lines = desk::materialLines(m_session->view());
    m_materials->show(cardsOf(m_bench, m_session->view(), lines));
    m_materialsHeader->summarise(summaryOf(m_bench, lines));
    if (!m_materials->chosen() && !lines.empty()) {
        m_materials->choose(idOf(lines.front().place));
        m_material->showMaterial(lines.front().place);
        m_tabs->relabel(MaterialTab, nameOf(m_bench, lines.front()));
    }
}

void CasePanel::openMaterial(const std::string& id)
{
    for (const auto& line : desk::materialLines(m_session->view()))
        if (idOf(line.place) == id) {
            m_tabs->relabel(MaterialTab, nameOf(m_bench, line));
            m_material->showMaterial(line.place);
        }
    openSheet(MaterialTab);
}

void CasePanel::showGuide()
{
    const auto& view = m_session->view();
    m_guide->show(view.guide, view.draft.answers, view.draft.received);
}

void CasePanel::openSheet(const std::string& id)
{
    m_sheet = id;
    m_tabs->open(id);
    for (auto* form : m_forms)
        form->Show(id == "form:" + form->form());
    m_material->Show(id == MaterialTab);
    m_guide->Show(id == GuideTab);
    if (id == GuideTab)
        showGuide();
    m_tabs->GetParent()->Layout();
    if (id == MaterialTab) {
        m_material->refresh();
        m_material->enter();
    }
    refreshActions();
    if (onChanged)
        onChanged();
}

FormSheet* CasePanel::formSheet(const std::string& form)
{
    const auto found = std::find_if(
        m_forms.begin(), m_forms.end(), [&form](const FormSheet* sheet) { return sheet->form() == form; });
    return found == m_forms.end() ? nullptr : *found;
}

void CasePanel::goTo(const forms::Finding& finding, FindingsPanel::Go how)
{
    const bool work = how == FindingsPanel::Go::Work;
    if (const auto other = desk::otherCaseOf(finding)) {
        if (work)
            m_bench.stage().go({workbench::place::Intake, other, {}, {}});
    } else if (auto* sheet = formSheet(finding.form)) {
        openSheet("form:" + finding.form);
        if (work)
            sheet->focusField(finding.field);
    } else if (!finding.question.empty()) {
        if (work)
            m_situation->focusQuestion(finding.question);
    } else if (!finding.material.empty()) {
        const auto id = idOf({finding.material, finding.party});
        m_materials->choose(id);
        openMaterial(id);
        if (work && !finding.point.empty())
            m_material->focusPoint(finding.point);
    }
}

void CasePanel::enter()
{
    if (onChanged)
        onChanged();
    tellOtherVersion();
    const bool again = std::exchange(m_entered, true);
    if (again || !m_situation->IsShown() || !m_sheet.starts_with("form:"))
        kit::giveFocus(*this);  // where it was
    else
        m_situation->SetFocus();
}

bool CasePanel::press(const wxKeyEvent& event)
{
    if (event.GetKeyCode() == WXK_ESCAPE && m_scan->isRunning()) {
        m_scan->cancel();
        return true;
    }
    return m_actions->press(event);
}

std::string CasePanel::field() const
{
    for (const auto* form : m_forms)
        if (m_sheet == "form:" + form->form())
            return form->field();
    return {};
}

void CasePanel::goTo(const std::string& sheet, const std::string& field)
{
    if (sheet == MaterialTab || sheet == GuideTab) {
        openSheet(sheet);
    } else if (auto* form = sheet.starts_with("form:") ? formSheet(sheet.substr(5)) : nullptr) {
        openSheet(sheet);
        if (!field.empty())
            form->focusField(field);
    }
}

void CasePanel::goToPage(base::PageId page, workbench::Destination::Wish wish)
{
    for (const auto& material : m_session->view().draft.materials)
        if (std::find(material.pages.begin(), material.pages.end(), page) != material.pages.end()) {
            const auto id = idOf({material.id, material.party});
            m_materials->choose(id);
            openMaterial(id);
            m_material->choosePage(page);
        }
    if (wish == workbench::Destination::Wish::Rescan && m_session->isDraft())
        scan(page);
}

}  // namespace intake
