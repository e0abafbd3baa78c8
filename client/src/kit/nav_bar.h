#pragma once

#include <widgets/icon.h>

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

class wxBoxSizer;
class wxToggleButton;

namespace kit {

struct NavItem {
    std::string id;
    widgets::Icon icon = widgets::Icon::Cases;
    wxString label;
    bool atBottom = false;  ///< settings and devices, apart from the work
};

/// The vertical navigation at the left edge: one place is open. A counter says how much waits in a place; it is
/// part of the name a screen reader says. Up and down go through the places.
class NavBar : public wxPanel
{
  public:
    NavBar(wxWindow* parent, const wxString& name, std::vector<NavItem> items);

    /// Does not call the listener. Nothing happens for an unknown id.
    void open(const std::string& id);
    [[nodiscard]] const std::string& current() const;

    /// 0 takes the counter away.
    void count(const std::string& id, std::size_t waiting);

    /// Called after the person chose another place.
    void onOpen(std::function<void(const std::string& id)> listener);

  private:
    struct Place {
        NavItem item;
        std::size_t waiting = 0;
        wxToggleButton* button = nullptr;
    };

    void addPlace(NavItem item, wxBoxSizer& column);
    void paint(Place& place);
    void pressed(const std::string& id);
    void moveFocus(wxKeyEvent& event, std::size_t index);

    std::vector<Place> m_places;
    std::string m_current;
    std::function<void(const std::string&)> m_listener;
};

}  // namespace kit
