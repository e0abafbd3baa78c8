#include <kit/action_button.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>

#include <wx/control.h>

namespace kit {

ActionButton::ActionButton(wxWindow* parent, const wxString& label, const wxString& key, ActionWeight weight)
    : wxButton(parent, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT)
{
    if (weight != ActionWeight::Plain) {
        widgets::wear(*this,
                      weight == ActionWeight::Primary ? widgets::Look::Primary : widgets::Look::Danger);
    }
    relabel(label, key);
}

void ActionButton::relabel(const wxString& label, const wxString& key)
{
    const wxString plain = EscapeMnemonics(label);
    if (key.empty()) {
        SetLabel(plain);
    } else {
        SetLabelMarkup(wxString::Format("%s  <small><span alpha=\"65%%\">%s</span></small>", plain, key));
    }
    widgets::setAccessibleName(*this, label);
    widgets::setAccessibleDescription(*this, key);
    const widgets::LayoutKit kit(*this);
    SetMinSize(kit.buttonSize(*this, key.empty() ? label : label + "  " + key));
}

}  // namespace kit
