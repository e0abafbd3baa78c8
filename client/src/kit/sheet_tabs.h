#pragma once

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

class wxToggleButton;

namespace kit {

/// The row of tabs over a working area. It opens nothing itself: the listener shows the sheet.
class SheetTabs : public wxPanel
{
  public:
    explicit SheetTabs(wxWindow* parent);

    void add(const std::string& id, const wxString& label);
    void remove(const std::string& id);  ///< nothing happens for an unknown id; the listener is not called
    void relabel(const std::string& id, const wxString& label);

    /// Does not call the listener.
    void open(const std::string& id);
    [[nodiscard]] const std::string& current() const;

    void onOpen(std::function<void(const std::string& id)> listener);  ///< the person opened another one

  private:
    struct Tab {
        std::string id;
        wxToggleButton* button = nullptr;
    };

    void pressed(const std::string& id);
    void moveFocus(wxKeyEvent& event, const std::string& id);
    [[nodiscard]] std::size_t indexOf(const std::string& id) const;  ///< m_tabs.size(): none

    std::vector<Tab> m_tabs;
    std::string m_current;
    std::function<void(const std::string&)> m_listener;
};

}  // namespace kit
