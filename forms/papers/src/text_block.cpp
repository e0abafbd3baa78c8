#include "text_block.h"

#include "record_fonts.h"

namespace papers {
namespace {

double millimetres(int units)
{
    return units / double{PANGO_SCALE};
}

int units(double millimetre)
{
    return static_cast<int>(millimetre * PANGO_SCALE);
}

PangoAlignment alignmentOf(TextAlign align)
{
    switch (align) {
    case TextAlign::Left:
    case TextAlign::Justify: return PANGO_ALIGN_LEFT;
    case TextAlign::Centre: return PANGO_ALIGN_CENTER;
    case TextAlign::Right: return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

void setFont(PangoLayout* layout, const TextStyle& style)
{
    PangoFontDescription* font = pango_font_description_from_string(RecordFonts);
    pango_font_description_set_weight(font,
                                      style.weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, units(millimetresOf(style.points)));
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

void setShape(PangoLayout* layout, double width, const TextStyle& style)
{
    pango_layout_set_width(layout, units(width));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, alignmentOf(style.align));
    pango_layout_set_justify(layout, style.align == TextAlign::Justify);
    pango_layout_set_indent(layout, units(style.indent));
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(
        attributes,
        pango_attr_line_height_new_absolute(units(millimetresOf(style.points) * style.lineHeight)));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

}  // namespace

TextBlock::TextBlock(cairo_t* cairo, const std::string& text, double width, const TextStyle& style)
    : m_layout(pango_cairo_create_layout(cairo), &g_object_unref)
    , m_grey(style.grey)
{
    PangoContext* context = pango_layout_get_context(m_layout.get());
    // One unit of the page is a millimetre: rounding glyphs to it would tear words apart.
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    // A document of record reads from the left, also where a line begins with a name in Arabic script.
    pango_layout_set_auto_dir(m_layout.get(), FALSE);
    setFont(m_layout.get(), style);
    setShape(m_layout.get(), width, style);
    pango_layout_set_text(m_layout.get(), text.data(), static_cast<int>(text.size()));
    std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> at(
        pango_layout_get_iter(m_layout.get()), &pango_layout_iter_free);
    do {
        int top = 0;
        int bottom = 0;
        PangoRectangle extent;
        pango_layout_iter_get_line_yrange(at.get(), &top, &bottom);
        pango_layout_iter_get_line_extents(at.get(), nullptr, &extent);
        m_lines.push_back({pango_layout_iter_get_line_readonly(at.get()),
                           millimetres(extent.x),
                           millimetres(top),
                           millimetres(bottom),
                           millimetres(pango_layout_iter_get_baseline(at.get()))});
    } while (pango_layout_iter_next_line(at.get()));
}

double TextBlock::heightOf(std::size_t from, std::size_t to) const
{
    return from < to ? m_lines[to - 1].bottom - m_lines[from].top : 0;
}

std::size_t TextBlock::fitting(std::size_t from, double height) const
{
    std::size_t to = from;
    while (to < m_lines.size() && heightOf(from, to + 1) <= height + 1e-6) {
        ++to;
    }
    return to - from;
}

void TextBlock::draw(cairo_t* cairo, double x, double y, std::size_t from, std::size_t to) const
{
    cairo_set_source_rgb(cairo, m_grey, m_grey, m_grey);
    for (std::size_t i = from; i < to; ++i) {
        cairo_move_to(cairo, x + m_lines[i].left, y + m_lines[i].baseline - m_lines[from].top);
        pango_cairo_show_layout_line(cairo, m_lines[i].line);
    }
}

}  // namespace papers
