#pragma once

#include <kit/action_button.h>

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

class wxBoxSizer;
class wxStaticText;

namespace workbench {

/// Something a page can do.
struct PageAction {
    enum class Where {
        Left,
        Menu,  ///< behind the button "More"
        Right
    };

    std::string id;
    wxString label;
    int key = 0;  ///< WXK_F6; 0 = none. With Ctrl: the letter, e.g. 'D'
    kit::ActionWeight weight = kit::ActionWeight::Plain;
    Where where = Where::Left;
    std::function<void()> act;
};

/// The line at the foot of a page: its actions with their keys, what happened last, and at the right what ends the
/// task. An action that cannot be done now is hidden or greyed by the page.
class ActionLine : public wxPanel
{
  public:
    ActionLine(wxWindow* parent, const wxString& moreLabel, std::vector<PageAction> actions);

    /// Nothing happens for an unknown id.
    void enable(const std::string& id, bool enabled);
    void showAction(const std::string& id, bool shown);
    void setStatus(const wxString& text);

    /// The button stays in sight but grey, and the reason stands beside the buttons at the right, is its tooltip, and is
    /// what a screen reader says of it. `enable` or another reason takes it back.
    void refuse(const std::string& id, const wxString& why);

    /// Does what the key stands for, when that can be done now. True: the key was one of this line.
    bool press(const wxKeyEvent& event);

  private:
    struct Entry {
        PageAction action;
        kit::ActionButton* button = nullptr;  ///< none in the menu
        bool enabled = true;
        bool shown = true;
        wxString why{};  ///< it cannot be done now
    };

    void addButton(Entry& entry, wxBoxSizer& row);
    void openMenu();
    void explain(Entry& entry, const wxString& why);
    void showObstacle();
    [[nodiscard]] Entry* find(const std::string& id);

    std::vector<Entry> m_entries;
    kit::ActionButton* m_more = nullptr;
    wxStaticText* m_status;
    wxStaticText* m_obstacle;
};

}  // namespace workbench
