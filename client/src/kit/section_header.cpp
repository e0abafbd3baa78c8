#include <kit/section_header.h>

#include <kit/state_badge.h>

#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace kit {

SectionHeader::SectionHeader(wxWindow* parent, const wxString& title)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxNO_BORDER)
    , m_title(new wxStaticText(this, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END))
    , m_summary(new wxStaticText(this, wxID_ANY, wxString()))
    , m_count(new StateBadge(this, widgets::Tone::Neutral, wxString()))
{
    const widgets::LayoutKit kit(*this);
    m_title->SetFont(widgets::fontFor(widgets::TextRole::Section));
    m_summary->SetFont(widgets::fontFor(widgets::TextRole::Section));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_title, wxSizerFlags(1).CentreVertical());
    row->Add(m_summary, wxSizerFlags().CentreVertical().Border(wxLEFT, kit.gap()));
    row->Add(m_count, wxSizerFlags().CentreVertical().Border(wxLEFT, kit.gap()));
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(row, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, kit.padding()));
    SetSizer(edge);
    SetMinSize(wxSize(-1, kit.ems(2.4)));
    colour();
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        colour();
        event.Skip();
    });
}

void SectionHeader::colour()
{
    const auto theme = widgets::Theme::fromSystem();
    SetBackgroundColour(theme.panel);
    m_title->SetForegroundColour(theme.muted);
    m_summary->SetForegroundColour(theme.muted);
}

void SectionHeader::setTitle(const wxString& title)
{
    m_title->SetLabelText(title);
}

void SectionHeader::summarise(const wxString& text)
{
    m_summary->SetLabelText(text);
    Layout();
}

void SectionHeader::count(widgets::Tone tone, const wxString& text)
{
    m_count->show(tone, text);
}

}  // namespace kit
