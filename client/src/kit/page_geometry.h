#pragma once

#include <forms/annotation.h>

#include <wx/gdicmn.h>
#include <wx/geometry.h>

namespace kit {

/// Clockwise, as the page is shown; boxes stay those of the encoded page.
enum class Rotation { None, Quarter, Half, ThreeQuarters };

[[nodiscard]] Rotation turnedRight(Rotation rotation);
[[nodiscard]] Rotation turnedLeft(Rotation rotation);

/// Where a page lies on the canvas, and back from there to percent of the page.
struct PageGeometry {
    wxSize page{1, 1};  ///< pixels of the encoded page
    Rotation rotation = Rotation::None;
    double zoom = 1;               ///< canvas pixels per page pixel
    wxPoint2DDouble centre{0, 0};  ///< of the page, on the canvas

    [[nodiscard]] wxPoint2DDouble shownSize() const;  ///< across and down as turned
    [[nodiscard]] wxRect2DDouble shownRect() const;
    [[nodiscard]] wxRect2DDouble toCanvas(const forms::PercentBox& box) const;

    /// The part of the page under a rectangle, cut at the page's edges; width and height are 0 beside the page.
    [[nodiscard]] forms::PercentBox toPage(const wxRect2DDouble& rect) const;

    enum class Fit { Page, Width };
    [[nodiscard]] double zoomToFit(const wxSize& canvas, int margin, Fit fit) const;

    /// Zooms so that the point of the page under `fixed` stays where it is.
    void zoomAround(const wxPoint2DDouble& fixed, double newZoom);

    /// Moves the page so that it cannot be lost: centred where it is smaller than the canvas.
    void keepInside(const wxSize& canvas, int margin);
};

}  // namespace kit
