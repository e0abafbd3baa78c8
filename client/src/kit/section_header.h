#pragma once

#include <widgets/tone.h>

#include <wx/panel.h>

class wxStaticText;

namespace kit {

class StateBadge;

/// The title over a part of a panel, with a summary or a count at the right.
class SectionHeader : public wxPanel
{
  public:
    SectionHeader(wxWindow* parent, const wxString& title);

    void setTitle(const wxString& title);
    void summarise(const wxString& text);                  ///< plain, muted
    void count(widgets::Tone tone, const wxString& text);  ///< in a pill; empty hides it

    // No stop for the keyboard.
    bool AcceptsFocus() const override { return false; }

    bool AcceptsFocusFromKeyboard() const override { return false; }

  private:
    void colour();

    wxStaticText* m_title;
    wxStaticText* m_summary;
    StateBadge* m_count;
};

}  // namespace kit
