#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <vector>

namespace papers {

enum class Weight { Normal, Bold };
enum class TextAlign { Left, Centre, Right, Justify };

/// Measures are millimetres; sizes are printer's points.
struct TextStyle {
    double points = 10.5;
    Weight weight = Weight::Normal;
    TextAlign align = TextAlign::Left;
    double indent = 0;         ///< of the first line
    double lineHeight = 1.45;  ///< of the size
    double grey = 0;           ///< 0 black
};

[[nodiscard]] constexpr double millimetresOf(double points)
{
    return points * 25.4 / 72;
}

/// Text broken into lines of a width, drawn line by line so that it can go on at the next page.
class TextBlock
{
  public:
    TextBlock(cairo_t* cairo, const std::string& text, double width, const TextStyle& style);

    [[nodiscard]] std::size_t lineCount() const { return m_lines.size(); }

    [[nodiscard]] double height() const { return heightOf(0, m_lines.size()); }

    [[nodiscard]] double heightOf(std::size_t from, std::size_t to) const;

    /// How many lines from `from` on fit into `height`.
    [[nodiscard]] std::size_t fitting(std::size_t from, double height) const;

    /// Draws lines [from, to) with the top of the first at `y`.
    void draw(cairo_t* cairo, double x, double y, std::size_t from, std::size_t to) const;

    void draw(cairo_t* cairo, double x, double y) const { draw(cairo, x, y, 0, m_lines.size()); }

  private:
    struct Line {
        PangoLayoutLine* line;  ///< owned by the layout
        double left;
        double top;
        double bottom;
        double baseline;
    };

    std::unique_ptr<PangoLayout, decltype(&g_object_unref)> m_layout;
    std::vector<Line> m_lines;
    double m_grey;
};

}  // namespace papers
