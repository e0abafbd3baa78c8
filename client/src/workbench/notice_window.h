#pragma once

#include <wx/string.h>

#include <string>

class wxWindow;

namespace workbench {

class Bench;

/// Shows a notice before it is printed: its pages, Print (F9), Save (F2), Close (Escape). Returns at once; the window
/// closes with its parent. The PDF is never on disk unless the person saves it; printing pipes it to the system's
/// print command. UI thread.
void showNotice(wxWindow* parent, Bench& bench, const wxString& title, std::string pdf);

}  // namespace workbench
