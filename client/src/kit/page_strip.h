#pragma once

#include <kit/card.h>
#include <kit/page_canvas.h>

#include <wx/bitmap.h>
#include <wx/dataview.h>

#include <functional>
#include <list>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kit {

/// One page in a strip.
struct StripPage {
    std::string id;  ///< unique in its strip
    PageSource source;
    wxString label;
    widgets::Tone tone = widgets::Tone::Neutral;  ///< of the frame, when something is wrong with the page
};

/// The thumbnails of a material's pages, one under the other: a native list whose labels a screen reader gets.
/// Only what is in sight is decoded, and a bounded number is kept. Alt+Up and Alt+Down ask to move a page, Delete to
/// discard it. The tasks must outlive it. UI thread.
class PageStrip : public wxDataViewCtrl
{
  public:
    PageStrip(wxWindow* parent, const wxString& name, UiTasks& tasks);

    /// Keeps the chosen page by its id and calls no listener; when it is gone, its neighbour is chosen.
    void show(std::vector<StripPage> pages);

    /// Calls no listener. Nothing happens for an unknown id.
    void choose(const std::string& id);

    [[nodiscard]] std::optional<std::string> chosen() const { return m_chosen; }

    std::function<void(const std::string& id)> onChosen;
    std::function<void(const std::string& id, int by)> onMove;
    std::function<void(const std::string& id)> onDelete;

  private:
    class Model;
    class Renderer;

    struct Thumbnail {
        std::string key;
        wxBitmap bitmap;
    };

    [[nodiscard]] const wxBitmap* thumbnail(std::size_t row);
    void request(const StripPage& page);
    void take(const std::string& key, Rotation rotation, base::Result<DecodedPage> page);
    void chooseRow(std::size_t row);
    void selectionChanged();
    void key(wxKeyEvent& event);

    UiTasks& m_tasks;
    std::vector<StripPage> m_pages;
    std::vector<Card> m_labels;  ///< what is spoken; parallel to m_pages
    std::optional<std::string> m_chosen;
    std::list<Thumbnail> m_thumbnails;  ///< the one looked at last is first
    std::set<std::string> m_asked;
    wxObjectDataPtr<wxDataViewVirtualListModel> m_model;
    bool m_filling = false;
};

}  // namespace kit
