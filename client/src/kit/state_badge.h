#pragma once

#include <widgets/tone.h>

#include <wx/stattext.h>

namespace kit {

/// A word or a count in a coloured pill. Empty text hides it.
class StateBadge : public wxStaticText
{
  public:
    StateBadge(wxWindow* parent, widgets::Tone tone, const wxString& text);

    void show(widgets::Tone tone, const wxString& text);
};

}  // namespace kit
