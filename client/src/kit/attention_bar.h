#pragma once

#include <widgets/tone.h>

#include <wx/panel.h>
#include <wx/timer.h>

#include <chrono>
#include <deque>
#include <functional>
#include <string>
#include <vector>

class wxBoxSizer;
class wxButton;
class wxStaticText;

namespace kit {

struct AttentionAction {
    wxString label;
    std::function<void()> act;
};

/// Something that needs a person, without stopping her.
struct Attention {
    /// The same key again replaces the message, so nothing is said twice. A key is a path: closing "case/7" closes
    /// "case/7/scan" too.
    std::string key;
    widgets::Tone tone = widgets::Tone::Warn;
    wxString text;
    std::vector<AttentionAction> actions;  ///< at most two

    enum class Turn {
        Waits,   ///< behind those of its tone
        Answers  ///< what the person did just now: in front of all
    };
    Turn turn = Turn::Waits;
};

/// The bar under the top line that takes the place of message boxes. One message at a time; further ones wait in
/// order and are counted, a Danger goes before the rest and an answer before all. An action or the close button takes the message away; one
/// that only tells of something good (Ok, Info, no action) goes by itself after a while in sight. Hidden when there
/// is none. UI thread.
class AttentionBar : public wxPanel
{
  public:
    /// `closeName` is the close button's name; `waitingText(n)` says that n more wait.
    AttentionBar(wxWindow* parent,
                 const wxString& closeName,
                 std::function<wxString(std::size_t)> waitingText);

    void show(Attention attention);
    void close(const std::string& key);  ///< and all below it; nothing happens when there is none
    void closeAll();

    /// How long good news stay in sight.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    [[nodiscard]] std::size_t count() const;

  private:
    void refresh();
    void fill(const Attention& attention);
    void act(std::size_t action);
    void waitForNext();

    std::function<wxString(std::size_t)> m_waitingText;
    std::deque<Attention> m_queue;
    wxBoxSizer* m_row;
    wxStaticText* m_text;
    std::vector<wxButton*> m_actions;
    wxStaticText* m_waiting;
    wxButton* m_close;
    std::chrono::milliseconds m_patience{30'000};
    wxTimer m_timer;
    std::string m_timed;  ///< key of the message the timer runs for
};

}  // namespace kit
