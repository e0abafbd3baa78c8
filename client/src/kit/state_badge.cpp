#include <kit/state_badge.h>

#include <widgets/looks.h>

namespace kit {

StateBadge::StateBadge(wxWindow* parent, widgets::Tone tone, const wxString& text)
    : wxStaticText(parent, wxID_ANY, text, wxDefaultPosition, wxDefaultSize, wxALIGN_CENTRE_HORIZONTAL)
{
    show(tone, text);
}

void StateBadge::show(widgets::Tone tone, const wxString& text)
{
    widgets::wear(*this, widgets::Look::Badge, tone);
    SetLabelText(text);
    SetMinSize(wxDefaultSize);  // a shorter word is narrower
    InvalidateBestSize();
    SetMinSize(GetBestSize());
    Show(!text.empty());
    if (GetParent()->GetSizer() != nullptr) {
        GetParent()->Layout();
    }
}

}  // namespace kit
