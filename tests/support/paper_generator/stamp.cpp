#include "stamp.h"

#include <glib.h>

#include <cmath>
#include <vector>

namespace papers_drawn {
namespace {

void use(cairo_t* cairo, Ink ink)
{
    cairo_set_source_rgba(cairo, ink.red, ink.green, ink.blue, ink.cover);
}

void star(cairo_t* cairo, double radius)
{
    for (int corner = 0; corner < 10; ++corner) {
        const double reach = corner % 2 == 0 ? radius : radius * 0.382;
        const double angle = -M_PI / 2 + corner * M_PI / 5;
        cairo_line_to(cairo, reach * std::cos(angle), reach * std::sin(angle));
    }
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

std::vector<std::string> characters(const std::string& text)
{
    std::vector<std::string> found;
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        found.emplace_back(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
    }
    return found;
}

void textOnArc(Sheet& sheet, const std::string& text, double radius, double size)
{
    const auto letters = characters(text);
    const double span = std::min(1.55 * M_PI, static_cast<double>(letters.size()) * 0.36);
    cairo_t* cairo = sheet.cairo();
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const double share =
            letters.size() > 1 ? static_cast<double>(i) / static_cast<double>(letters.size() - 1) : 0.5;
        cairo_save(cairo);
        cairo_rotate(cairo, -span / 2 + span * share);
        sheet.text(0,
                   -radius - 0.25 * size,
                   letters[i],
                   {.millimetres = size,
                    .ink = {SealRed.red, SealRed.green, SealRed.blue, 1},
                    .align = Align::Centre});
        cairo_restore(cairo);
    }
}

}  // namespace

void stampRound(Sheet& sheet,
                double centreX,
                double centreY,
                const std::string& around,
                const std::string& below,
                double degrees,
                double diameter)
{
    const double radius = diameter / 2;
    cairo_t* cairo = sheet.cairo();
    cairo_save(cairo);
    cairo_translate(cairo, centreX, centreY);
    cairo_rotate(cairo, degrees * M_PI / 180);
    cairo_push_group(cairo);
    use(cairo, {SealRed.red, SealRed.green, SealRed.blue, 1});
    cairo_set_line_width(cairo, radius * 0.055);
    cairo_new_path(cairo);
    cairo_arc(cairo, 0, 0, radius * 0.97, 0, 2 * M_PI);
    cairo_stroke(cairo);
    star(cairo, radius * 0.30);
    textOnArc(sheet, around, radius * 0.83, radius * 0.215);
    sheet.text(0,
               radius * 0.42,
               below,
               {.millimetres = radius * 0.19,
                .ink = {SealRed.red, SealRed.green, SealRed.blue, 1},
                .align = Align::Centre});
    cairo_pop_group_to_source(cairo);
    cairo_paint_with_alpha(cairo, SealRed.cover);
    cairo_restore(cairo);
}

void stampSquare(Sheet& sheet, double x, double y, const std::string& text, double size)
{
    sheet.frame({x, y, size, size}, size * 0.06, SealRed);
    const auto letters = characters(text);
    const double cell = size * 0.43;
    for (std::size_t i = 0; i < letters.size() && i < 4; ++i) {
        const double column = i < 2 ? 1 : 0;  // read from the right
        const double row = static_cast<double>(i % 2);
        sheet.text(x + size * 0.29 + column * cell,
                   y + size * 0.02 + row * cell,
                   letters[i],
                   {.millimetres = cell * 0.92, .ink = SealRed, .align = Align::Centre, .lineHeight = 1.1});
    }
}

void fingerprint(Sheet& sheet, double centreX, double centreY)
{
    cairo_t* cairo = sheet.cairo();
    cairo_save(cairo);
    cairo_translate(cairo, centreX, centreY);
    cairo_rotate(cairo, 0.25);
    cairo_scale(cairo, 1, 1.35);
    use(cairo, {0.78, 0.12, 0.12, 0.62});
    cairo_set_line_width(cairo, 0.34);
    cairo_new_path(cairo);
    for (double radius = 0.5; radius < 6.6; radius += 0.62) {
        cairo_arc(cairo,
                  0.18 * std::sin(radius * 3),
                  0.25 * std::cos(radius * 2),
                  radius,
                  0.3 * radius,
                  0.3 * radius + 5.3);
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}

}  // namespace papers_drawn
