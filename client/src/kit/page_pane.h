#pragma once

#include <kit/page_canvas.h>

#include <widgets/icon.h>

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

class wxButton;
class wxListBox;
class wxStaticText;

namespace kit {

/// The words of a PagePane, in the window's language.
struct PagePaneTexts {
    wxString page, marks, previous, next, zoomIn, zoomOut, fit, rotateLeft, rotateRight;
    wxString shown{};  ///< what a screen reader says of the canvas when the page is on it
};

/// A page canvas with its buttons above and, while there are any, the native list of its marks under it, which is
/// how the keyboard and a screen reader reach them.
class PagePane : public wxPanel
{
  public:
    PagePane(wxWindow* parent, UiTasks& tasks, const PagePaneTexts& texts);

    [[nodiscard]] PageCanvas& canvas() { return *m_canvas; }

    /// `position` stands between the buttons: "2 / 5".
    void show(PageSource source, const wxString& position);

    /// On the canvas and in the list. Calls no listener.
    void setMarks(std::vector<PageMark> marks);
    void chooseMark(const std::string& id);

    std::function<void(int pages)> onTurn;  ///< -1 back, +1 on
    std::function<void(const std::string& id)> onMarkChosen;

  private:
    wxButton* addButton(wxSizer& row, widgets::Icon icon, const wxString& name, std::function<void()> act);
    void chosenInList();
    void describe();

    PageCanvas* m_canvas;
    wxStaticText* m_position;
    wxStaticText* m_zoom;
    wxListBox* m_list;
    wxString m_shown;
    std::vector<std::string> m_ids;
};

}  // namespace kit
