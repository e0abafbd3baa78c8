#include "sheet.h"

#include <pango/pangocairo.h>

#include <cmath>
#include <memory>
#include <random>

namespace papers_drawn {
namespace {

constexpr double DotsPerMillimetre = 300 / 25.4;

using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;

void use(cairo_t* cairo, Ink ink)
{
    cairo_set_source_rgba(cairo, ink.red, ink.green, ink.blue, ink.cover);
}

/// Glyphs stay where the font puts them: one unit here is a millimetre, and rounding to it would tear words apart.
Layout layoutOf(cairo_t* cairo, const std::string& text, const Lettering& lettering)
{
    Layout layout(pango_cairo_create_layout(cairo), &g_object_unref);
    pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), FALSE);
    PangoFontDescription* font = pango_font_description_from_string(lettering.font.c_str());
    pango_font_description_set_absolute_size(font, lettering.millimetres * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    if (lettering.width > 0) {
        pango_layout_set_width(layout.get(), static_cast<int>(lettering.width * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    pango_layout_set_alignment(layout.get(),
                               lettering.align == Align::Left     ? PANGO_ALIGN_LEFT
                               : lettering.align == Align::Centre ? PANGO_ALIGN_CENTER
                                                                  : PANGO_ALIGN_RIGHT);
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes,
                           pango_attr_letter_spacing_new(static_cast<int>(lettering.spacing * PANGO_SCALE)));
    pango_attr_list_insert(attributes,
                           pango_attr_line_height_new_absolute(
                               static_cast<int>(lettering.millimetres * lettering.lineHeight * PANGO_SCALE)));
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    return layout;
}

void roundedPath(cairo_t* cairo, const Box& box, double radius)
{
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, box.x + box.width - radius, box.y + radius, radius, -M_PI / 2, 0);
    cairo_arc(cairo, box.x + box.width - radius, box.y + box.height - radius, radius, 0, M_PI / 2);
    cairo_arc(cairo, box.x + radius, box.y + box.height - radius, radius, M_PI / 2, M_PI);
    cairo_arc(cairo, box.x + radius, box.y + radius, radius, M_PI, 3 * M_PI / 2);
    cairo_close_path(cairo);
}

}  // namespace

Sheet::Sheet()
    : m_surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, Width, Height))
    , m_cairo(cairo_create(m_surface))
{
    cairo_set_source_rgb(m_cairo, 1, 1, 1);
    cairo_paint(m_cairo);
    cairo_scale(m_cairo, DotsPerMillimetre, DotsPerMillimetre);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(m_cairo, options);
    cairo_font_options_destroy(options);
}

Sheet::~Sheet()
{
    cairo_destroy(m_cairo);
    cairo_surface_destroy(m_surface);
}

double Sheet::text(double x, double y, const std::string& text, const Lettering& lettering)
{
    const auto layout = layoutOf(m_cairo, text, lettering);
    PangoRectangle extent;
    pango_layout_get_extents(layout.get(), nullptr, &extent);
    const double width = lettering.width > 0 ? lettering.width : extent.width / double{PANGO_SCALE};
    const double left = lettering.align == Align::Left     ? x
                        : lettering.align == Align::Centre ? x - width / 2
                                                           : x - width;
    use(m_cairo, lettering.ink);
    cairo_move_to(m_cairo, left, y);
    pango_cairo_show_layout(m_cairo, layout.get());
    return extent.height / double{PANGO_SCALE};
}

void Sheet::textIn(const Box& box, const std::string& text, Lettering lettering)
{
    lettering.width = box.width - 2;
    lettering.lineHeight = 1.35;
    const auto layout = layoutOf(m_cairo, text, lettering);
    PangoRectangle extent;
    pango_layout_get_extents(layout.get(), nullptr, &extent);
    use(m_cairo, lettering.ink);
    cairo_move_to(m_cairo, box.x + 1, box.y + (box.height - extent.height / double{PANGO_SCALE}) / 2);
    pango_cairo_show_layout(m_cairo, layout.get());
}

void Sheet::written(double x, double y, const std::string& text, double millimetres)
{
    std::minstd_rand random(static_cast<unsigned>(text.size() * 7919));
    std::uniform_real_distribution<double> wobble(-1, 1);
    Lettering hand{.millimetres = millimetres, .ink = Pen, .font = "Noto Sans CJK SC Light"};
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        const std::string character(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
        cairo_save(m_cairo);
        cairo_translate(m_cairo, x, y + wobble(random) * 0.07 * millimetres);
        const double lean = -0.22 + 0.05 * wobble(random);
        const cairo_matrix_t slant{
            1 + 0.05 * wobble(random), 0.05 * wobble(random), lean, 1, 0.2 * millimetres, 0};
        cairo_transform(m_cairo, &slant);
        this->text(0, 0, character, hand);
        cairo_restore(m_cairo);
        x += millimetres * (character.size() > 1 ? 0.98 : 0.58);
    }
}

void Sheet::line(double x1, double y1, double x2, double y2, double width, Ink ink)
{
    use(m_cairo, ink);
    cairo_set_line_width(m_cairo, width);
    cairo_move_to(m_cairo, x1, y1);
    cairo_line_to(m_cairo, x2, y2);
    cairo_stroke(m_cairo);
}

void Sheet::frame(const Box& box, double width, Ink ink)
{
    use(m_cairo, ink);
    cairo_set_line_width(m_cairo, width);
    cairo_rectangle(m_cairo, box.x, box.y, box.width, box.height);
    cairo_stroke(m_cairo);
}

void Sheet::fill(const Box& box, Ink ink, double radius)
{
    use(m_cairo, ink);
    roundedPath(m_cairo, box, radius);
    cairo_fill(m_cairo);
}

void Sheet::watermark(const Box& box)
{
    cairo_save(m_cairo);
    roundedPath(m_cairo, box, 0);
    cairo_clip(m_cairo);
    const double size = std::min(box.width, box.height) * 0.34;
    cairo_translate(m_cairo, box.x + box.width / 2, box.y + box.height / 2);
    cairo_rotate(m_cairo, -M_PI / 7);
    text(0,
         -0.75 * size,
         "样本",
         {.millimetres = size,
          .ink = {0.55, 0.55, 0.60, 0.11},
          .align = Align::Centre,
          .font = "Noto Sans CJK SC Bold",
          .spacing = size / 4});
    cairo_restore(m_cairo);
}

}  // namespace papers_drawn
