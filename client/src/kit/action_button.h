#pragma once

#include <wx/button.h>

namespace kit {

enum class ActionWeight { Plain, Primary, Danger };

/// A button of the line of actions: what it does and, smaller, the key that does the same. The key itself is bound
/// by the frame.
class ActionButton : public wxButton
{
  public:
    ActionButton(wxWindow* parent,
                 const wxString& label,
                 const wxString& key,
                 ActionWeight weight = ActionWeight::Plain);

    void relabel(const wxString& label, const wxString& key);
};

}  // namespace kit
