#include <workbench/points_panel.h>

#include <workbench/bench.h>
#include <workbench/words_button.h>

#include <kit/section_header.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace workbench {

namespace {

constexpr double TextWidth = 13.5;
constexpr double ChoiceWidth = 11;

}  // namespace

PointsPanel::PointsPanel(wxWindow* parent, Bench& bench, const wxString& name)
    : wxScrolledWindow(
        parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    SetScrollRate(0, kit.em());
    SetSizer(new wxBoxSizer(wxVERTICAL));
    widgets::setAccessibleName(*this, name);
}

bool PointsPanel::isSame(const std::vector<PointGroup>& groups) const
{
    std::size_t at = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (group >= m_titles.size() || m_titles[group] != groups[group].title)
            return false;
        for (const auto& row : groups[group].rows)
            if (at >= m_rows.size() || m_rows[at++].id != row.id)
                return false;
    }
    return at == m_rows.size() && groups.size() == m_titles.size();
}

void PointsPanel::show(const std::vector<PointGroup>& groups)
{
    if (!isSame(groups))
        build(groups);
    std::size_t at = 0;
    for (const auto& group : groups)
        for (const auto& row : group.rows)
            update(m_rows[at++], row);
    FitInside();
    Layout();
}

void PointsPanel::build(const std::vector<PointGroup>& groups)
{
    m_rows.clear();
    m_titles.clear();
    GetSizer()->Clear(true);
    for (const auto& group : groups) {
        m_titles.push_back(group.title);
        GetSizer()->Add(new kit::SectionHeader(this, group.title), wxSizerFlags().Expand());
        for (const auto& row : group.rows)
            addRow(row);
    }
}

void PointsPanel::addRow(const PointRow& point)
{
    const widgets::LayoutKit kit(*this);
    auto* texts = new wxBoxSizer(wxVERTICAL);
    texts->Add(new wxStaticText(this, wxID_ANY, widgets::wrapText(*this, point.text, textWidth())));
    Row row{point.id, nullptr, new wxStaticText(this, wxID_ANY, wxString()), nullptr, nullptr, {}};
    row.aside->SetForegroundColour(widgets::Theme::fromSystem().muted);
    row.aside->SetFont(widgets::fontFor(widgets::TextRole::Small));
    texts->Add(row.aside);
    const bool mark = point.ask == PointAsk::Corrected;
    row.choice = new widgets::SegmentChoice(
        this,
        point.text,
        {{"pass", mark ? m_bench.say("Yes") : m_bench.say("Pass"), widgets::Tone::Ok},
         {"fail", mark ? m_bench.say("No") : m_bench.say("Fail"), widgets::Tone::Danger}});
    row.choice->onChosen([this, id = point.id, choice = row.choice] {
        if (m_onVerdict && choice->chosen())
            m_onVerdict(id, std::string(*choice->chosen()));
    });
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(texts, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, kit.gap()));
    line->Add(row.choice, wxSizerFlags().Top());
    GetSizer()->Add(line, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, kit.padding()));
    addNote(row, point);
    m_rows.push_back(std::move(row));
}

int PointsPanel::textWidth() const
{
    const widgets::LayoutKit kit(*this);
    return std::max(kit.ems(TextWidth), GetClientSize().x - kit.ems(ChoiceWidth));
}

void PointsPanel::addNote(Row& row, const PointRow& point)
{
    const widgets::LayoutKit kit(*this);
    const auto name = m_bench.say("What is wrong: {point}", {{"point", point.text.utf8_string()}});
    row.note = new wxTextCtrl(
        this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, kit.controlHeight()), wxTE_PROCESS_ENTER);
    row.note->SetHint(m_bench.say("What is wrong"));
    widgets::setAccessibleName(*row.note, name);
    row.words = new WordsButton(this,
                                m_bench,
                                desk::WordsFor::FailedPoint,
                                m_bench.say("Usual words: {point}", {{"point", point.text.utf8_string()}}),
                                [this, id = row.id, note = row.note](const wxString& words) {
                                    note->ChangeValue(words);
                                    if (m_onNote)
                                        m_onNote(id, words.utf8_string());
                                });
    row.noted = std::make_unique<SettledText>(*row.note, [this, id = row.id](const std::string& note) {
        if (m_onNote)
            m_onNote(id, note);
    });
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(row.note, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, kit.smallGap()));
    line->Add(row.words, wxSizerFlags().CentreVertical());
    GetSizer()->Add(line, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, kit.padding()));
}

void PointsPanel::collect()
{
    for (auto& row : m_rows)
        row.noted->settle();
}

void PointsPanel::update(Row& row, const PointRow& point)
{
    row.choice->choose(point.verdict);
    row.choice->Enable(!point.readOnly);
    row.aside->SetLabelText(widgets::wrapText(*row.aside, point.aside, textWidth()));
    row.aside->Show(!point.aside.empty());
    row.noted->show(point.note.utf8_string());
    const bool asks = point.verdict == "fail" && point.ask == PointAsk::Passed;
    row.note->Show(asks);
    row.words->Show(asks);
    row.note->Enable(!point.readOnly);
    row.words->Enable(!point.readOnly);
}

void PointsPanel::focusPoint(const std::string& id)
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row& row) { return row.id == id; });
    if (found != m_rows.end())
        found->choice->SetFocus();
}

}  // namespace workbench
