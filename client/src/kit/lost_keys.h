#pragma once

#include <functional>

class wxTopLevelWindow;
class wxWindow;

namespace kit {

/// What is hidden takes the focus with it, and until something else has it the toolkit throws keys away. With this a
/// key that comes then goes to `heir()`, which gets the focus; null: nobody wants it. Once per window, which may die
/// at any time; `heir` is called while it lives. UI thread.
void inheritLostKeys(wxTopLevelWindow& window, std::function<wxWindow*()> heir);

/// Something in sight in the window has the focus; also what wx does not know of, like the inside of a drop-down.
[[nodiscard]] bool hasFocus(const wxTopLevelWindow& window);

/// To what had it last in that window, or to the first thing in it that takes keys.
void giveFocus(wxWindow& window);

}  // namespace kit
