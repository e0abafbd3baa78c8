#include <kit/fact_sheet.h>

#include <kit/section_header.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

namespace kit {

namespace {

constexpr double NarrowestValue = 8;

}  // namespace

FactSheet::FactSheet(wxWindow* parent, const wxString& name, double labelEms)
    : wxScrolledWindow(
        parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_labelEms(labelEms)
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    SetScrollRate(0, kit.em());
    SetSizer(new wxBoxSizer(wxVERTICAL));
    widgets::setAccessibleName(*this, name);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (valueWidth() != m_width)
            fill();
    });
}

int FactSheet::valueWidth() const
{
    const widgets::LayoutKit kit(*this);
    const int taken = kit.ems(m_labelEms) + kit.padding() * 2 + kit.gap();
    return std::max(kit.ems(NarrowestValue), GetClientSize().x - taken);
}

bool FactSheet::hasShapeOf(const std::vector<FactGroup>& groups) const
{
    return std::equal(groups.begin(),
                      groups.end(),
                      m_groups.begin(),
                      m_groups.end(),
                      [](const FactGroup& one, const FactGroup& other) {
                          return one.title == other.title && one.facts.size() == other.facts.size();
                      });
}

void FactSheet::show(std::vector<FactGroup> groups)
{
    if (groups == m_groups)
        return;
    const bool same = hasShapeOf(groups);
    m_groups = std::move(groups);
    if (!same)
        build();
    fill();
}

void FactSheet::build()
{
    const widgets::LayoutKit kit(*this);
    const auto theme = widgets::Theme::fromSystem();
    m_lines.clear();
    GetSizer()->Clear(true);
    for (const auto& group : m_groups) {
        if (!group.title.empty())
            GetSizer()->Add(new SectionHeader(this, group.title), wxSizerFlags().Expand());
        auto* grid = new wxFlexGridSizer(2, kit.gap(), kit.gap());
        for (std::size_t i = 0; i < group.facts.size(); ++i) {
            const Line line{new wxStaticText(this, wxID_ANY, wxString()),
                            new wxStaticText(this, wxID_ANY, wxString())};
            line.label->SetForegroundColour(theme.muted);
            line.label->SetMinSize(wxSize(kit.ems(m_labelEms), -1));
            grid->Add(line.label, wxSizerFlags().Top());
            grid->Add(line.value, wxSizerFlags().Top());
            m_lines.push_back(line);
        }
        GetSizer()->Add(grid, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, kit.padding()));
    }
}

void FactSheet::fill()
{
    m_width = valueWidth();
    std::size_t at = 0;
    for (const auto& group : m_groups)
        for (const auto& fact : group.facts)
            fillValue(m_lines[at++], fact);
    FitInside();
    Layout();
}

void FactSheet::fillValue(const Line& line, const Fact& fact)
{
    const auto theme = widgets::Theme::fromSystem();
    const widgets::LayoutKit kit(*this);
    line.label->SetLabelText(widgets::wrapText(*line.label, fact.label, kit.ems(m_labelEms)));
    line.value->SetLabelText(widgets::wrapText(*line.value, fact.value, m_width));
    // Letters and Chinese stand at different heights: a line beside a line is centred.
    const auto flags = fact.value.Contains("\n") || line.value->GetLabelText().Contains("\n")
                           ? wxSizerFlags().Top()
                           : wxSizerFlags().CentreVertical();
    auto* grid = line.value->GetContainingSizer();
    grid->GetItem(line.label)->SetFlag(flags.GetFlags());
    grid->GetItem(line.value)->SetFlag(flags.GetFlags());
    line.value->SetForegroundColour(fact.tone == widgets::Tone::Neutral ? theme.text : theme.ink(fact.tone));
}

}  // namespace kit
