#include <widgets/layout_kit.h>

#include <wx/window.h>

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

constexpr double PointsPerInch = 72;
constexpr int SmallestEm = 8;

/// The size of the type, not the height of its line, which differs much between Chinese and Latin fonts.
int emOf(const wxWindow& window)
{
    double perInch = window.GetDPI().GetHeight();
#ifdef wxHAS_DPI_INDEPENDENT_PIXELS
    perInch /= window.GetContentScaleFactor();  // the toolkit scales what is placed, and the type too
#endif
    const double pixels = window.GetFont().GetFractionalPointSize() * perInch / PointsPerInch;
    return std::max(SmallestEm, static_cast<int>(std::lround(pixels)));
}

}  // namespace

LayoutKit::LayoutKit(const wxWindow& window)
    : m_em(emOf(window))
    , m_hair(std::max(1, window.FromDIP(1)))
{}

int LayoutKit::em() const
{
    return m_em;
}

int LayoutKit::ems(double count) const
{
    return static_cast<int>(std::lround(m_em * count));
}

int LayoutKit::hair() const
{
    return m_hair;
}

int LayoutKit::smallGap() const
{
    return ems(0.25);
}

int LayoutKit::gap() const
{
    return ems(0.55);
}

int LayoutKit::padding() const
{
    return ems(1);
}

int LayoutKit::strip() const
{
    return std::max(2, ems(0.22));
}

int LayoutKit::controlHeight() const
{
    return ems(2);
}

wxSize LayoutKit::buttonSize(const wxWindow& button, const wxString& label) const
{
    return {button.GetTextExtent(label).x + ems(2), controlHeight()};
}

int LayoutKit::rowHeight() const
{
    return ems(2);
}

int LayoutKit::cardHeight() const
{
    return ems(3.5);
}

int LayoutKit::barHeight() const
{
    return ems(3.15);
}

int LayoutKit::navWidth() const
{
    return ems(4.6);
}

int LayoutKit::glyph() const
{
    return ems(1.35);
}

int LayoutKit::icon() const
{
    return ems(1.5);
}

wxSizerFlags LayoutKit::inRow() const
{
    return wxSizerFlags().CentreVertical().Border(wxRIGHT, gap());
}

wxSizerFlags LayoutKit::inColumn() const
{
    return wxSizerFlags().Expand().Border(wxBOTTOM, gap());
}

wxSizerFlags LayoutKit::inPanel() const
{
    return wxSizerFlags(1).Expand().Border(wxALL, padding());
}

}  // namespace widgets
