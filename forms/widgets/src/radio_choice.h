#pragma once

#include <forms/field.h>

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class wxRadioButton;

namespace widgets {

/// One of several options as radio buttons, one below the other; nothing is chosen at first. Arrows go through them.
class RadioChoice : public wxPanel
{
  public:
    RadioChoice(wxWindow* parent, const std::vector<forms::FieldOption>& options);

    [[nodiscard]] std::optional<std::size_t> chosen() const;
    void choose(std::optional<std::size_t> index);  ///< does not call the listener
    void name(const wxString& title, const wxString& description);
    void SetFocus() override;
    bool Enable(bool enable = true) override;

    std::function<void()> onChosen;

  private:
    wxRadioButton* m_none;  ///< never shown: chosen while no option is
    std::vector<wxRadioButton*> m_buttons;
};

}  // namespace widgets
