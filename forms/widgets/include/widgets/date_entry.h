#pragma once

#include <base/date.h>

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>

class wxButton;
class wxTextCtrl;

namespace widgets {

/// A day, typed as yyyy-mm-dd in any of the usual spellings or picked from a calendar (F4, Alt+Down). UI thread.
class DateEntry : public wxPanel
{
  public:
    /// `choose`: what the button of the calendar is called, in the user's language.
    DateEntry(wxWindow* parent, const wxString& choose);

    [[nodiscard]] std::optional<base::Date> date() const;  ///< nothing while what stands there is none

    /// The date as yyyy-mm-dd where it is one; else as typed, so that nothing typed is lost.
    [[nodiscard]] std::string kept() const;

    /// Tells nobody. While it has the focus, what is typed stays as it is when it means the same.
    void show(const std::string& value);
    void lock(bool locked);

    [[nodiscard]] wxTextCtrl& entry() { return *m_entry; }

    [[nodiscard]] wxButton& picker() { return *m_picker; }

    std::function<void()> onChanged;   ///< the person changed it
    std::function<void()> onFinished;  ///< Enter

  private:
    void key(wxKeyEvent& event);
    void tidy();
    void openCalendar();

    wxTextCtrl* m_entry;
    wxButton* m_picker;
};

}  // namespace widgets
