#include <kit/page_canvas.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace kit {
namespace {

constexpr std::size_t PagesKept = 3;
constexpr double ScreenDpi = 96;
constexpr double SmallestPercent = 5;
constexpr double LargestPercent = 800;
const wxSize UnknownPage(2480, 3508);  // A4 at 300 dpi, until the pixels say

}  // namespace

PageCanvas::PageCanvas(wxWindow* parent, const wxString& name, UiTasks& tasks)
    : wxWindow(parent,
               wxID_ANY,
               wxDefaultPosition,
               wxDefaultSize,
               wxWANTS_CHARS | wxNO_BORDER | wxFULL_REPAINT_ON_RESIZE)
    , m_tasks(tasks)
    , m_cache(PagesKept)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    widgets::setAccessibleName(*this, name);
    m_geometry.page = UnknownPage;
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        refit();
    });
    bindMouse();
    bindKeys();
}

void PageCanvas::show(PageSource source)
{
    if (m_reading) {
        m_tasks.cancel(*m_reading);
        m_reading.reset();
    }
    const bool isOther = !m_source || m_source->key != source.key;
    m_geometry.rotation = source.rotation;
    m_source = std::move(source);
    if (isOther) {
        m_bitmap = wxGraphicsBitmap();
        m_bitmapWidth = 0;
        m_failed = false;
        m_draft.reset();
        m_chosen.clear();
        m_marks.clear();
        if (const DecodedPage* page = m_cache.findAny(m_source->key)) {
            useBitmapOf(*page);
        }
        m_fit = m_fit.value_or(PageGeometry::Fit::Page);
    }
    refit();
}

void PageCanvas::clear()
{
    if (m_reading) {
        m_tasks.cancel(*m_reading);
        m_reading.reset();
    }
    m_source.reset();
    m_bitmap = wxGraphicsBitmap();
    m_marks.clear();
    m_draft.reset();
    Refresh();
}

void PageCanvas::fit(PageGeometry::Fit fit)
{
    m_fit = fit;
    refit();
}

void PageCanvas::refit()
{
    const wxSize room = GetClientSize();
    if (room.x < margin() * 3 || room.y < margin() * 3) {
        return;
    }
    if (m_fit) {
        m_geometry.zoom = m_geometry.zoomToFit(room, margin(), *m_fit);
    }
    viewChanged();
}

void PageCanvas::zoomBy(double factor)
{
    const wxSize room = GetClientSize();
    const double scale = ScreenDpi / (m_source ? m_source->dpi : ScreenDpi) / 100;
    m_fit.reset();
    m_geometry.zoomAround(
        wxPoint2DDouble(room.x / 2.0, room.y / 2.0),
        std::clamp(m_geometry.zoom * factor, SmallestPercent * scale, LargestPercent * scale));
    viewChanged();
}

void PageCanvas::rotateRight()
{
    m_geometry.rotation = turnedRight(m_geometry.rotation);
    refit();
}

void PageCanvas::rotateLeft()
{
    m_geometry.rotation = turnedLeft(m_geometry.rotation);
    refit();
}

void PageCanvas::pan(double across, double down)
{
    m_geometry.centre += wxPoint2DDouble(across, down);
    viewChanged();
}

void PageCanvas::viewChanged()
{
    m_geometry.keepInside(GetClientSize(), margin());
    requestPixels();
    Refresh();
    if (onView) {
        onView();
    }
}

int PageCanvas::zoomPercent() const
{
    const double dpi = m_source ? m_source->dpi : ScreenDpi;
    return static_cast<int>(std::lround(m_geometry.zoom * dpi / ScreenDpi * 100));
}

Rotation PageCanvas::rotation() const
{
    return m_geometry.rotation;
}

bool PageCanvas::hasPixels() const
{
    return !m_bitmap.IsNull();
}

int PageCanvas::margin() const
{
    return widgets::LayoutKit(*this).padding();
}

int PageCanvas::wantedWidth() const
{
    return static_cast<int>(std::ceil(m_geometry.page.x * m_geometry.zoom * GetContentScaleFactor()));
}

/// Asks for as many pixels as the zoom shows, one reading at a time.
void PageCanvas::requestPixels()
{
    if (!m_source || m_reading || m_failed) {
        return;
    }
    const int wanted = wantedWidth();
    if (const DecodedPage* page = m_cache.find(m_source->key, wanted)) {
        if (m_bitmapWidth != page->pixels.GetWidth()) {
            useBitmapOf(*page);
        }
        return;
    }
    m_reading = m_tasks.run(
        this,
        [read = m_source->read, wanted](std::stop_token stop) -> base::Result<DecodedPage> {
            const auto bytes = read(stop);
            if (!bytes) {
                return base::passOn(bytes);
            }
            return decodePage(*bytes, wanted);
        },
        [this, key = m_source->key](base::Result<DecodedPage> page) { take(key, std::move(page)); });
}

void PageCanvas::take(const std::string& key, base::Result<DecodedPage> page)
{
    m_reading.reset();
    if (!page) {
        m_failed = true;
        Refresh();
        if (onFailed) {
            onFailed(page.error());
        }
        return;
    }
    useBitmapOf(*page);
    m_cache.keep(key, std::move(*page));
    refit();
}

void PageCanvas::useBitmapOf(const DecodedPage& page)
{
    m_geometry.page = page.full;
    m_bitmap = wxGraphicsRenderer::GetDefaultRenderer()->CreateBitmapFromImage(page.pixels);
    m_bitmapWidth = page.pixels.GetWidth();
    if (onShown) {
        onShown();
    }
}

void PageCanvas::setMarks(std::vector<PageMark> marks)
{
    m_marks = std::move(marks);
    Refresh();
}

void PageCanvas::chooseMark(const std::string& id)
{
    m_chosen = id;
    const auto mark =
        std::find_if(m_marks.begin(), m_marks.end(), [&](const PageMark& each) { return each.id == id; });
    if (mark != m_marks.end()) {
        const auto box = m_geometry.toCanvas(mark->box);
        const wxSize room = GetClientSize();
        if (!wxRect2DDouble(0, 0, room.x, room.y).Contains(box)) {
            pan(room.x / 2.0 - box.GetCentre().m_x, room.y / 2.0 - box.GetCentre().m_y);
        }
    }
    Refresh();
}

void PageCanvas::setTool(CanvasTool tool)
{
    m_tool = tool;
    m_draft.reset();
    SetCursor(tool == CanvasTool::Mark ? wxCursor(wxCURSOR_CROSS) : wxNullCursor);
    Refresh();
}

void PageCanvas::finishDraft()
{
    const auto drawn = std::exchange(m_draft, std::nullopt);
    Refresh();
    if (drawn && onDrawn) {
        onDrawn(*drawn);
    }
}

}  // namespace kit
