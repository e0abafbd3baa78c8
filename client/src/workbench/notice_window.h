#pragma once

#include <wx/string.h>

#include <functional>
#include <optional>
#include <string>

class wxWindow;

namespace workbench {

class Bench;

/// What a person decides with the notice before her. Pressing the button closes the window first.
struct NoticeDecision {
    wxString text;    ///< what it means, beside the button
    wxString button;  ///< with F12
    std::function<void()> act;
};

/// Shows a notice before it is printed: its pages, Print (F9), Save (F2), Close (Escape). Returns at once; the window
/// closes with its parent. The PDF is never on disk unless the person saves it; printing pipes it to the system's
/// print command. UI thread.
void showNotice(wxWindow* parent,
                Bench& bench,
                const wxString& title,
                std::string pdf,
                std::optional<NoticeDecision> decision = std::nullopt);

}  // namespace workbench
