#pragma once

#include <widgets/tone.h>

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class wxChoice;
class wxToggleButton;

namespace widgets {

struct ChoiceOption {
    std::string value;
    wxString text;
    Tone tone = Tone::Info;  ///< how the option looks when chosen: Ok and Danger for pass and fail
};

/// One choice out of few: a row of buttons with all of them in sight; many or long ones become a drop-down.
/// Nothing is chosen at first. Left and right go through a row of buttons; one tab stop per button.
class SegmentChoice : public wxPanel
{
  public:
    /// `name` is what a screen reader calls the choice.
    SegmentChoice(wxWindow* parent, const wxString& name, std::vector<ChoiceOption> options);

    [[nodiscard]] std::optional<std::string> chosen() const;

    /// Does not call the listener. A value that is no option is shown as one more, so that nothing stored is lost.
    void choose(const std::optional<std::string>& value);

    /// Called after the person chose; also when the choice was taken back (drop-down only).
    void onChosen(std::function<void()> listener);

    void setName(const wxString& name);
    void SetFocus() override;
    bool Enable(bool enable = true) override;

    /// The window a screen reader and the keyboard meet first.
    [[nodiscard]] wxWindow& firstControl();

  private:
    [[nodiscard]] bool fitsInRow() const;
    void buildRow();
    void buildList();
    void addOption(const ChoiceOption& option);
    void pressed(std::size_t index);
    void moveFocus(wxKeyEvent& event, std::size_t index);
    [[nodiscard]] std::optional<std::size_t> indexOf(const std::string& value) const;

    wxString m_name;
    std::vector<ChoiceOption> m_options;
    std::optional<std::size_t> m_chosen;
    std::vector<wxToggleButton*> m_buttons;
    wxChoice* m_list = nullptr;
    std::function<void()> m_listener;
};

}  // namespace widgets
