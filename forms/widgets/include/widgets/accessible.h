#pragma once

#include <wx/string.h>

class wxWindow;

namespace widgets {

/// What a screen reader says for a control without a text of its own (fields, lists, canvases, icon buttons).
/// wxWindow::SetName does not reach it on GTK; this does. UI thread. On other systems it is the window's name.
void setAccessibleName(wxWindow& window, const wxString& name);

/// The longer sentence: hint, error, unit.
void setAccessibleDescription(wxWindow& window, const wxString& description);

}  // namespace widgets
