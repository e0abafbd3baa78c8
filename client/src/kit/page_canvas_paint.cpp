// What is seen on the page canvas.
#include <kit/page_canvas.h>

#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/arrstr.h>
#include <wx/dcbuffer.h>

#include <algorithm>
#include <memory>

namespace kit {
namespace {

constexpr double RightAngle = 1.5707963267948966;
constexpr double LabelWidth = 14;
constexpr unsigned char MarkOpacity = 24;

}  // namespace

void PageCanvas::paint()
{
    wxAutoBufferedPaintDC dc(this);
    const auto theme = widgets::Theme::fromSystem();
    dc.SetBackground(wxBrush(theme.canvas));
    dc.Clear();
    if (!m_source) {
        return;
    }
    const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
    paintPage(*graphics);
    paintMarks(*graphics);
    if (HasFocus()) {
        const widgets::LayoutKit kit(*this);
        graphics->SetBrush(*wxTRANSPARENT_BRUSH);
        graphics->SetPen(wxPen(theme.accent, kit.hair() * 2));
        const wxSize room = GetClientSize();
        graphics->DrawRectangle(kit.hair(), kit.hair(), room.x - kit.hair() * 2, room.y - kit.hair() * 2);
    }
}

void PageCanvas::paintPage(wxGraphicsContext& graphics)
{
    const auto shown = m_geometry.shownRect();
    const widgets::LayoutKit kit(*this);
    graphics.SetPen(*wxTRANSPARENT_PEN);
    graphics.SetBrush(wxBrush(wxColour(0, 0, 0, 60)));
    graphics.DrawRectangle(
        shown.m_x + kit.hair() * 2, shown.m_y + kit.hair() * 3, shown.m_width, shown.m_height);
    graphics.SetBrush(m_failed ? wxBrush(widgets::Theme::fromSystem().soft(widgets::Tone::Danger))
                               : *wxWHITE_BRUSH);
    graphics.DrawRectangle(shown.m_x, shown.m_y, shown.m_width, shown.m_height);
    if (m_bitmap.IsNull()) {
        return;
    }
    graphics.PushState();
    graphics.SetInterpolationQuality(wxINTERPOLATION_GOOD);
    graphics.Translate(m_geometry.centre.m_x, m_geometry.centre.m_y);
    graphics.Rotate(static_cast<int>(m_geometry.rotation) * RightAngle);
    const double across = m_geometry.page.x * m_geometry.zoom;
    const double down = m_geometry.page.y * m_geometry.zoom;
    graphics.DrawBitmap(m_bitmap, -across / 2, -down / 2, across, down);
    graphics.PopState();
}

void PageCanvas::paintMarks(wxGraphicsContext& graphics)
{
    const auto theme = widgets::Theme::fromSystem();
    const widgets::LayoutKit kit(*this);
    const auto frame = [&](const wxRect2DDouble& box, const wxColour& colour, int width) {
        graphics.SetPen(wxPen(colour, width));
        graphics.SetBrush(wxBrush(wxColour(colour.Red(), colour.Green(), colour.Blue(), MarkOpacity)));
        graphics.DrawRectangle(box.m_x, box.m_y, box.m_width, box.m_height);
    };
    for (const auto& mark : m_marks) {
        const auto box = m_geometry.toCanvas(mark.box);
        frame(box, theme.strip(mark.tone), kit.hair() * (mark.id == m_chosen ? 3 : 2));
    }
    const auto chosen = std::find_if(
        m_marks.begin(), m_marks.end(), [&](const PageMark& mark) { return mark.id == m_chosen; });
    if (chosen != m_marks.end() && !chosen->label.empty()) {
        paintLabel(graphics, *chosen, m_geometry.toCanvas(chosen->box));
    }
    if (m_draft) {
        frame(m_geometry.toCanvas(*m_draft), theme.accent, kit.hair() * 2);
    }
}

void PageCanvas::paintLabel(wxGraphicsContext& graphics, const PageMark& mark, const wxRect2DDouble& box)
{
    const auto theme = widgets::Theme::fromSystem();
    const widgets::LayoutKit kit(*this);
    const wxFont font = widgets::fontFor(widgets::TextRole::Small);
    const wxArrayString lines =
        wxSplit(widgets::wrapText(*this, mark.label, kit.ems(LabelWidth)), '\n', '\0');
    const int lineHeight = GetCharHeight() + kit.hair();
    int width = 0;
    for (const auto& each : lines) {
        width = std::max(width, GetTextExtent(each).x);
    }
    const wxSize room = GetClientSize();
    const double wide = width + kit.gap() * 2;
    const double high = static_cast<double>(lineHeight * static_cast<int>(lines.size()) + kit.smallGap() * 2);
    const double x = std::clamp(box.m_x + box.m_width / 2, 0.0, std::max(0.0, room.x - wide));
    const double below = box.m_y + box.m_height + kit.gap();
    const double y = below + high <= room.y ? below : std::max(0.0, box.m_y - kit.gap() - high);
    graphics.SetPen(wxPen(theme.strip(mark.tone), kit.hair()));
    graphics.SetBrush(wxBrush(theme.panel));
    graphics.DrawRoundedRectangle(x, y, wide, high, kit.smallGap());
    graphics.SetFont(font, theme.text);
    for (std::size_t index = 0; index < lines.size(); ++index) {
        graphics.DrawText(lines[index],
                          x + kit.gap(),
                          y + kit.smallGap() + static_cast<double>(lineHeight) * static_cast<double>(index));
    }
}

}  // namespace kit
