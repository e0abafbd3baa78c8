#pragma once

#include <widgets/tone.h>

#include <wx/panel.h>

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
    std::string key;  ///< the same key again replaces the message, so nothing is said twice
    widgets::Tone tone = widgets::Tone::Warn;
    wxString text;
    std::vector<AttentionAction> actions;  ///< at most two
};

/// The bar under the top line that takes the place of message boxes. One message at a time; further ones wait in
/// order and are counted, a Danger goes before the rest. An action or the close button takes the message away.
/// Hidden when there is none. UI thread.
class AttentionBar : public wxPanel
{
  public:
    /// `closeName` is the close button's name; `waitingText(n)` says that n more wait.
    AttentionBar(wxWindow* parent,
                 const wxString& closeName,
                 std::function<wxString(std::size_t)> waitingText);

    void show(Attention attention);
    void close(const std::string& key);  ///< nothing happens when it is not there
    [[nodiscard]] std::size_t count() const;

  private:
    void refresh();
    void fill(const Attention& attention);
    void act(std::size_t action);

    std::function<wxString(std::size_t)> m_waitingText;
    std::deque<Attention> m_queue;
    wxBoxSizer* m_row;
    wxStaticText* m_text;
    std::vector<wxButton*> m_actions;
    wxStaticText* m_waiting;
    wxButton* m_close;
};

}  // namespace kit
