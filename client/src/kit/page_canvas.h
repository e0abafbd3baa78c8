#pragma once

#include <kit/page_cache.h>
#include <kit/page_geometry.h>
#include <kit/ui_tasks.h>

#include <widgets/tone.h>

#include <wx/graphics.h>
#include <wx/window.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kit {

/// A page to show. `read` runs on a worker: it opens and decrypts the stored page.
struct PageSource {
    std::string key;  ///< the digest; the same key is the same pixels
    std::function<base::Result<std::string>(std::stop_token)> read;
    int dpi = 300;
    Rotation rotation = Rotation::None;  ///< the edit that belongs to the page
};

/// A rectangle on the page with a word to it.
struct PageMark {
    std::string id;
    forms::PercentBox box;
    widgets::Tone tone = widgets::Tone::Danger;
    wxString label;
};

enum class CanvasTool { Hand, Mark };

/// Shows one page: zoom (Ctrl+wheel, +, -), fit (0 page, W width), turn (R, Shift+R), drag, marks, and drawing a
/// new one: by dragging, or by Insert and then arrows (move), Shift+arrows (size), Enter (done), Escape. PageUp and
/// PageDown ask for another page. Nothing is read or decoded on the UI thread. The tasks must outlive it. A screen
/// reader cannot see into it: PagePane puts the list of its marks beside it.
class PageCanvas : public wxWindow
{
  public:
    PageCanvas(wxWindow* parent, const wxString& name, UiTasks& tasks);

    void show(PageSource source);
    void clear();
    void setMarks(std::vector<PageMark> marks);
    void chooseMark(const std::string& id);  ///< empty: none; moves the page so that it is in sight
    void setTool(CanvasTool tool);

    void fit(PageGeometry::Fit fit);
    void zoomBy(double factor);
    void rotateRight();
    void rotateLeft();
    [[nodiscard]] int zoomPercent() const;  ///< 100 = as large as the paper
    [[nodiscard]] Rotation rotation() const;
    [[nodiscard]] bool hasPixels() const;  ///< pixels are on the canvas

    std::function<void(const forms::PercentBox&)> onDrawn;    ///< the person drew a box
    std::function<void(const std::string& id)> onMarkChosen;  ///< or empty
    std::function<void(int pages)> onTurn;                    ///< -1 back, +1 on
    std::function<void()> onShown;                            ///< the page has come onto the canvas
    std::function<void()> onView;                             ///< zoom or rotation changed
    std::function<void(const base::Error&)> onFailed;         ///< the page cannot be read or shown

  private:
    void paint();
    void paintPage(wxGraphicsContext& graphics);
    void paintMarks(wxGraphicsContext& graphics);
    void paintLabel(wxGraphicsContext& graphics, const PageMark& mark, const wxRect2DDouble& box);
    void bindMouse();
    void bindKeys();
    void wheel(wxMouseEvent& event);
    void pressed(wxMouseEvent& event);
    void moved(wxMouseEvent& event);
    void released(wxMouseEvent& event);
    void key(wxKeyEvent& event);
    bool keyOfDraft(int code, bool sizes);
    void finishDraft();
    void viewChanged();
    void refit();
    void requestPixels();
    void take(const std::string& key, base::Result<DecodedPage> page);
    void useBitmapOf(const DecodedPage& page);
    void pan(double across, double down);
    [[nodiscard]] int wantedWidth() const;
    [[nodiscard]] int margin() const;

    UiTasks& m_tasks;
    PageCache m_cache;
    std::optional<PageSource> m_source;
    PageGeometry m_geometry;
    std::optional<PageGeometry::Fit> m_fit = PageGeometry::Fit::Page;
    wxGraphicsBitmap m_bitmap;
    int m_bitmapWidth = 0;
    std::optional<UiTasks::Ticket> m_reading;
    bool m_failed = false;
    std::vector<PageMark> m_marks;
    std::string m_chosen;
    CanvasTool m_tool = CanvasTool::Hand;
    std::optional<wxPoint> m_pressedAt;
    wxPoint m_last;
    std::optional<forms::PercentBox> m_draft;
};

}  // namespace kit
