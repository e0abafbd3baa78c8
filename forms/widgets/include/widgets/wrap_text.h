#pragma once

#include <wx/string.h>

class wxWindow;

namespace widgets {

/// The text with line ends put in so that no line is wider than `width` pixels in the window's font. Between Chinese
/// characters every place may break, which wxStaticText::Wrap does not know; closing marks stay with the character
/// before them, and words of letters stay whole where they fit.
[[nodiscard]] wxString wrapText(const wxWindow& window, const wxString& text, int width);

}  // namespace widgets
