#include <kit/page_geometry.h>

#include <algorithm>
#include <utility>

namespace kit {
namespace {

constexpr double Percent = 100;

bool isSideways(Rotation rotation)
{
    return rotation == Rotation::Quarter || rotation == Rotation::ThreeQuarters;
}

/// A point of the unit square, turned with the page.
wxPoint2DDouble turned(const wxPoint2DDouble& point, Rotation rotation)
{
    switch (rotation) {
    case Rotation::None: return point;
    case Rotation::Quarter: return {1 - point.m_y, point.m_x};
    case Rotation::Half: return {1 - point.m_x, 1 - point.m_y};
    case Rotation::ThreeQuarters: return {point.m_y, 1 - point.m_x};
    }
    return point;
}

Rotation opposite(Rotation rotation)
{
    switch (rotation) {
    case Rotation::Quarter: return Rotation::ThreeQuarters;
    case Rotation::ThreeQuarters: return Rotation::Quarter;
    case Rotation::None:
    case Rotation::Half: return rotation;
    }
    return rotation;
}

wxRect2DDouble between(const wxPoint2DDouble& a, const wxPoint2DDouble& b)
{
    return {std::min(a.m_x, b.m_x), std::min(a.m_y, b.m_y), std::abs(a.m_x - b.m_x), std::abs(a.m_y - b.m_y)};
}

double inside(double centre, double length, double room, double margin)
{
    if (length + 2 * margin <= room) {
        return room / 2;
    }
    return std::clamp(centre, room - margin - length / 2, margin + length / 2);
}

}  // namespace

Rotation turnedRight(Rotation rotation)
{
    switch (rotation) {
    case Rotation::None: return Rotation::Quarter;
    case Rotation::Quarter: return Rotation::Half;
    case Rotation::Half: return Rotation::ThreeQuarters;
    case Rotation::ThreeQuarters: return Rotation::None;
    }
    return rotation;
}

Rotation turnedLeft(Rotation rotation)
{
    return opposite(turnedRight(opposite(rotation)));
}

wxPoint2DDouble PageGeometry::shownSize() const
{
    const wxPoint2DDouble upright(page.x * zoom, page.y * zoom);
    return isSideways(rotation) ? wxPoint2DDouble(upright.m_y, upright.m_x) : upright;
}

wxRect2DDouble PageGeometry::shownRect() const
{
    const auto size = shownSize();
    return {centre.m_x - size.m_x / 2, centre.m_y - size.m_y / 2, size.m_x, size.m_y};
}

wxRect2DDouble PageGeometry::toCanvas(const forms::PercentBox& box) const
{
    const auto shown = shownRect();
    const auto place = [&](double x, double y) {
        const auto unit = turned({x / Percent, y / Percent}, rotation);
        return wxPoint2DDouble(shown.m_x + unit.m_x * shown.m_width, shown.m_y + unit.m_y * shown.m_height);
    };
    return between(place(box.x, box.y), place(box.x + box.width, box.y + box.height));
}

forms::PercentBox PageGeometry::toPage(const wxRect2DDouble& rect) const
{
    const auto shown = shownRect();
    const auto place = [&](double x, double y) {
        return turned({std::clamp((x - shown.m_x) / shown.m_width, 0.0, 1.0),
                       std::clamp((y - shown.m_y) / shown.m_height, 0.0, 1.0)},
                      opposite(rotation));
    };
    const auto unit =
        between(place(rect.m_x, rect.m_y), place(rect.m_x + rect.m_width, rect.m_y + rect.m_height));
    return {unit.m_x * Percent, unit.m_y * Percent, unit.m_width * Percent, unit.m_height * Percent};
}

double PageGeometry::zoomToFit(const wxSize& canvas, int margin, Fit fit) const
{
    const int across = isSideways(rotation) ? page.y : page.x;
    const int down = isSideways(rotation) ? page.x : page.y;
    const double byWidth = std::max(1.0, canvas.x - 2.0 * margin) / across;
    const double byHeight = std::max(1.0, canvas.y - 2.0 * margin) / down;
    return fit == Fit::Width ? byWidth : std::min(byWidth, byHeight);
}

void PageGeometry::zoomAround(const wxPoint2DDouble& fixed, double newZoom)
{
    const double ratio = newZoom / zoom;
    centre = wxPoint2DDouble(fixed.m_x + (centre.m_x - fixed.m_x) * ratio,
                             fixed.m_y + (centre.m_y - fixed.m_y) * ratio);
    zoom = newZoom;
}

void PageGeometry::keepInside(const wxSize& canvas, int margin)
{
    const auto size = shownSize();
    centre.m_x = inside(centre.m_x, size.m_x, canvas.x, margin);
    centre.m_y = inside(centre.m_y, size.m_y, canvas.y, margin);
}

}  // namespace kit
