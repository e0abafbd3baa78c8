#pragma once

#include <cairo.h>

#include <string>

namespace papers_drawn {

struct Ink {
    double red = 0;
    double green = 0;
    double blue = 0;
    double cover = 1;  ///< 1 hides what is below
};

inline constexpr Ink Black{0.12, 0.12, 0.13};
inline constexpr Ink Grey{0.45, 0.45, 0.46};
inline constexpr Ink Pen{0.10, 0.14, 0.42};
inline constexpr Ink SealRed{0.80, 0.10, 0.12, 0.78};

enum class Align { Left, Centre, Right };

struct Lettering {
    double millimetres = 4;  ///< height of the square a Chinese character fills
    Ink ink = Black;
    Align align = Align::Left;
    std::string font = "Noto Serif CJK SC";
    double spacing = 0;       ///< millimetres between characters
    double width = 0;         ///< where lines break; 0 = never
    double lineHeight = 1.6;  ///< of the character's height
};

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

/// A white A4 sheet at 300 dpi; all measures are millimetres from the top left corner.
class Sheet
{
  public:
    static constexpr int Width = 2480;
    static constexpr int Height = 3508;

    Sheet();
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    [[nodiscard]] cairo_t* cairo() const { return m_cairo; }

    [[nodiscard]] cairo_surface_t* surface() const { return m_surface; }

    /// `x` is the left edge, the middle or the right edge, as the lettering is aligned; `y` the top.
    /// Returns the height it took.
    double text(double x, double y, const std::string& text, const Lettering& lettering);

    /// Text in the middle of a box, both ways; broken at the box's edges.
    void textIn(const Box& box, const std::string& text, Lettering lettering);

    /// Written by hand: each character leans and sits a little differently.
    void written(double x, double y, const std::string& text, double millimetres);

    void line(double x1, double y1, double x2, double y2, double width = 0.3, Ink ink = Black);
    void frame(const Box& box, double width = 0.3, Ink ink = Black);
    void fill(const Box& box, Ink ink, double radius = 0);

    /// 样本 across the whole box, so that nobody takes it for the real thing.
    void watermark(const Box& box);

  private:
    cairo_surface_t* m_surface;
    cairo_t* m_cairo;
};

}  // namespace papers_drawn
