#include <kit/divider.h>

#include <widgets/layout_kit.h>
#include <widgets/theme.h>

namespace kit {

Divider::Divider(wxWindow* parent, wxOrientation orientation)
    : wxWindow(parent, wxID_ANY)
{
    const int hair = widgets::LayoutKit(*this).hair();
    SetMinSize(orientation == wxVERTICAL ? wxSize(hair, -1) : wxSize(-1, hair));
    SetBackgroundColour(widgets::Theme::fromSystem().line);
    Disable();  // no stop for the keyboard
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        SetBackgroundColour(widgets::Theme::fromSystem().line);
        event.Skip();
    });
}

}  // namespace kit
