#pragma once

#include <desk/review_words.h>

#include <wx/button.h>

#include <functional>

namespace workbench {

class Bench;

/// Opens a menu of usual words (常用语), so that they need not be typed. `name` says what they are for. UI thread.
class WordsButton : public wxButton
{
  public:
    WordsButton(wxWindow* parent,
                const Bench& bench,
                desk::WordsFor what,
                const wxString& name,
                std::function<void(const wxString& words)> chosen);

  private:
    void openMenu();

    const Bench& m_bench;
    desk::WordsFor m_what;
    std::function<void(const wxString&)> m_chosen;
};

}  // namespace workbench
