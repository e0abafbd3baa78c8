#include <intake/findings_panel.h>

#include <kit/card_list.h>
#include <kit/section_header.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace intake {

namespace {

constexpr std::size_t FewFindings = 9;

}  // namespace

FindingsPanel::FindingsPanel(wxWindow* parent, workbench::Bench& bench, CaseSession& session)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
    , m_session(session)
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    SetSizer(new wxBoxSizer(wxVERTICAL));
    m_nothing = new wxStaticText(this, wxID_ANY, bench.say("Nothing is lacking."));
    m_nothing->SetForegroundColour(widgets::Theme::fromSystem().ink(widgets::Tone::Ok));
    GetSizer()->Add(m_nothing, wxSizerFlags().Border(wxALL, kit.padding()));
    addGroup(forms::FindingLevel::Block, widgets::Tone::Danger, bench.say("Still lacking"));
    addGroup(forms::FindingLevel::Ask, widgets::Tone::Warn, bench.say("Please check"));
    addGroup(forms::FindingLevel::Warn, widgets::Tone::Info, bench.say("Tell the applicant"));
    refresh();
}

void FindingsPanel::addGroup(forms::FindingLevel level, widgets::Tone tone, const wxString& title)
{
    Group group{level, tone};
    group.header = new kit::SectionHeader(this, title);
    group.list = new kit::CardList(this, title, kit::CardShape::Finding);
    group.list->onActivated([this](const std::string& id) { go(id, Go::Work); });
    group.list->onChosen([this](const std::string& id) { go(id, Go::Look); });
    GetSizer()->Add(group.header, wxSizerFlags().Expand());
    GetSizer()->Add(group.list, wxSizerFlags(1).Expand());
    m_groups.push_back(group);
}

kit::Card FindingsPanel::cardOf(const forms::Finding& finding, widgets::Tone tone) const
{
    const auto& guide = *m_session.view().guide;
    wxString where;
    if (const auto* material = guide.findMaterial(finding.material))
        where = wxString::FromUTF8(material->name);
    else if (const auto* form = guide.findForm(finding.form))
        where = wxString::FromUTF8(form->name());
    else if (!finding.question.empty())
        where = m_bench.say("Situation");
    wxString state;
    if (desk::otherCaseOf(finding))
        return {finding.id,
                tone,
                {},
                m_bench.say("to check"),
                {},
                m_bench.say("The same applicant has applied already"),
                m_bench.say("{number} · {state} · Enter opens it", finding.text.arguments),
                {},
                tone};
    switch (finding.level) {
    case forms::FindingLevel::Block: state = m_bench.say("lacking"); break;
    case forms::FindingLevel::Ask: state = m_bench.say("to check"); break;
    case forms::FindingLevel::Warn: state = m_bench.say("to tell"); break;
    }
    const auto text = m_bench.say(finding.text);
    // A material's name says most; what is wrong with it follows.
    const bool named = !finding.material.empty();
    const auto* point = guide.findPoint(finding.material, finding.point);
    const auto what = point == nullptr ? text : wxString::FromUTF8(point->text);
    return {finding.id, tone, {}, state, {}, named ? where : text, named ? what : where, {}, tone};
}

std::vector<forms::Finding> FindingsPanel::findings() const
{
    auto all = m_session.view().completeness.findings;
    const auto& beside = m_session.view().beside;
    all.insert(all.end(), beside.begin(), beside.end());
    return all;
}

void FindingsPanel::refresh()
{
    const auto findings = this->findings();
    m_nothing->Show(findings.empty());
    for (auto& group : m_groups) {
        std::vector<kit::Card> cards;
        for (const auto& finding : findings)
            if (finding.level == group.level)
                cards.push_back(cardOf(finding, group.tone));
        group.shown = cards.size();
        group.header->count(group.tone, wxString::Format("%zu", cards.size()));
        group.header->Show(!cards.empty());
        group.list->Show(!cards.empty());
        // Few stand under each other; many share the room by their number.
        const bool few = findings.size() <= FewFindings;
        GetSizer()->GetItem(group.list)->SetProportion(few ? 0 : static_cast<int>(cards.size()));
        group.list->show(std::move(cards));
        if (few)
            group.list->fitHeight(group.shown);
        else
            group.list->SetMinSize(wxSize(-1, widgets::LayoutKit(*this).cardHeight()));
    }
    Layout();
}

void FindingsPanel::go(const std::string& id, Go how)
{
    const auto findings = this->findings();
    const auto found = std::find_if(
        findings.begin(), findings.end(), [&id](const forms::Finding& finding) { return finding.id == id; });
    m_last = id;
    if (found != findings.end() && onGo)
        onGo(forms::Finding(*found), how);
}

void FindingsPanel::goToNext()
{
    std::vector<std::pair<kit::CardList*, std::string>> all;
    for (const auto& group : m_groups)
        for (const auto& card : group.list->cards())
            all.emplace_back(group.list, card.id);
    if (all.empty())
        return;
    auto next =
        std::find_if(all.begin(), all.end(), [this](const auto& entry) { return entry.second == m_last; });
    next = next == all.end() || std::next(next) == all.end() ? all.begin() : std::next(next);
    next->first->choose(next->second);
    go(next->second, Go::Work);
}

}  // namespace intake
