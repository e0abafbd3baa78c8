#pragma once

#include <wx/window.h>

namespace kit {

/// A hairline between two panels: wxVERTICAL stands, wxHORIZONTAL lies.
class Divider : public wxWindow
{
  public:
    Divider(wxWindow* parent, wxOrientation orientation);
};

}  // namespace kit
