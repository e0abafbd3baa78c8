#pragma once

#include <wx/textctrl.h>
#include <wx/timer.h>
#include <wx/weakref.h>

#include <functional>
#include <string>

namespace workbench {

/// A text field whose content is handed on as soon as the hands rest: a moment after the last key, when the focus
/// leaves, at Enter, and when asked. Nothing typed waits for somebody to leave the field. UI thread.
class SettledText
{
  public:
    using Listener = std::function<void(const std::string&)>;

    /// `settled` gets the trimmed text, in UTF-8; not called for what the program puts in. Either may die first.
    SettledText(wxTextCtrl& field, Listener settled);
    ~SettledText();
    SettledText(const SettledText&) = delete;
    SettledText& operator=(const SettledText&) = delete;

    /// Hands on at once what was typed since.
    void settle();

    /// From now on the field is about something else: what is shown next takes the place of anything in it.
    void begin() { m_begun = true; }

    /// What is known elsewhere; while somebody is in the field it keeps what she writes.
    void show(const std::string& text);

  private:
    void typed(wxCommandEvent& event);
    void entered(wxCommandEvent& event);
    void left(wxFocusEvent& event);

    wxWeakRef<wxTextCtrl> m_field;
    Listener m_settled;
    wxTimer m_pause;
    std::string m_known;
    bool m_typed = false;
    bool m_begun = false;
};

}  // namespace workbench
