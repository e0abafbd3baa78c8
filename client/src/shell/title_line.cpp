#include <shell/title_line.h>

#include <kit/state_badge.h>
#include <widgets/layout_kit.h>

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace shell {

using widgets::TextRole;
using widgets::Tone;

TitleLine::TitleLine(wxWindow* parent, workbench::Bench& bench)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
{
    const widgets::LayoutKit kit(*this);
    const auto theme = widgets::Theme::fromSystem();
    SetBackgroundColour(theme.panel);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->SetMinSize(wxSize(-1, kit.barHeight()));
    row->AddSpacer(kit.padding());
    addText(*row, TextRole::Strong, theme.text)->SetLabelText(bench.say("OneWindow"));
    m_strong = addText(*row, TextRole::Body, theme.text);
    m_detail = addText(*row, TextRole::Body, theme.muted);
    m_badge = new kit::StateBadge(this, Tone::Neutral, wxString());
    row->Add(m_badge, kit.inRow());
    row->AddStretchSpacer();
    m_line = new kit::StateBadge(this, Tone::Neutral, wxString());
    row->Add(m_line, kit.inRow());
    m_user = addText(*row, TextRole::Body, theme.muted);
    SetSizer(row);
}

wxStaticText* TitleLine::addText(wxSizer& row, TextRole role, const wxColour& colour)
{
    const widgets::LayoutKit kit(*this);
    auto* text = new wxStaticText(this, wxID_ANY, wxString());
    text->SetFont(widgets::fontFor(role));
    text->SetForegroundColour(colour);
    row.Add(text, wxSizerFlags().CentreVertical().Border(wxRIGHT, kit.padding()));
    return text;
}

void TitleLine::setHeadline(const workbench::Headline& headline)
{
    m_strong->SetLabelText(headline.strong);
    m_detail->SetLabelText(headline.detail);
    m_badge->show(headline.tone, headline.badge);
    Layout();
}

void TitleLine::setLine(std::optional<desk::LineState> line)
{
    if (!line) {
        m_line->show(Tone::Neutral, wxString());
    } else {
        switch (*line) {
        case desk::LineState::There: m_line->show(Tone::Ok, m_bench.say("● Connected")); break;
        case desk::LineState::Gone: m_line->show(Tone::Warn, m_bench.say("○ No line, work goes on")); break;
        case desk::LineState::NotOurs:
            m_line->show(Tone::Danger, m_bench.say("○ Not our back office"));
            break;
        case desk::LineState::LoginNeeded:
            m_line->show(Tone::Warn, m_bench.say("○ Log in again to send"));
            break;
        }
    }
    Layout();
}

void TitleLine::setUser(const wxString& user)
{
    m_user->SetLabelText(user);
    Layout();
}

}  // namespace shell
