#pragma once

#include <workbench/bench.h>

#include <desk/outbox_desk.h>
#include <widgets/theme.h>

#include <wx/panel.h>

#include <optional>

class wxStaticText;

namespace kit {
class StateBadge;
}

namespace shell {

/// The top line: what the page in front is about, whether the back office is there, who works here and where.
class TitleLine : public wxPanel
{
  public:
    TitleLine(wxWindow* parent, workbench::Bench& bench);

    // No stop for the keyboard.
    bool AcceptsFocus() const override { return false; }

    bool AcceptsFocusFromKeyboard() const override { return false; }

    void setHeadline(const workbench::Headline& headline);

    /// Nothing: not known yet.
    void setLine(std::optional<desk::LineState> line);
    void setUser(const wxString& user);

  private:
    wxStaticText* addText(wxSizer& row, widgets::TextRole role, const wxColour& colour);

    workbench::Bench& m_bench;
    wxStaticText* m_strong;
    wxStaticText* m_detail;
    kit::StateBadge* m_badge;
    kit::StateBadge* m_line;
    wxStaticText* m_user;
};

}  // namespace shell
