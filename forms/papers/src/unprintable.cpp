#include <papers/unprintable.h>

#include "record_fonts.h"

#include <base/utf8.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <memory>
#include <type_traits>

namespace papers {
namespace {

void add(std::string& all, const Block& block)
{
    std::visit(
        [&all](const auto& each) {
            using Kind = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Kind, FieldGrid>) {
                for (const auto& field : each.fields)
                    all += field.label + "\n" + field.value + "\n";
            } else if constexpr (std::is_same_v<Kind, RuledTable>) {
                for (const auto& column : each.columns)
                    all += column.title + "\n";
                for (const auto& row : each.rows)
                    for (const auto& cell : row)
                        all += cell + "\n";
            } else if constexpr (std::is_same_v<Kind, Paragraph>) {
                all += each.text + "\n";
            } else {
                for (const auto& signature : each.signatures)
                    all += signature + "\n";
                all += each.unit + "\n" + each.date + "\n";
            }
        },
        block);
}

std::string allText(const NoticeDocument& document)
{
    auto all = document.heading + "\n" + document.title + "\n" + document.reference + "\n"
               + document.numberLine + "\n";
    for (const auto& line : document.footer)
        all += line + "\n";
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks)
            add(all, block);
    return all;
}

/// Asks the fonts that notices are drawn with.
class FontCoverage
{
  public:
    FontCoverage()
        : m_context(pango_font_map_create_context(pango_cairo_font_map_get_default()), &g_object_unref)
        , m_layout(pango_layout_new(m_context.get()), &g_object_unref)
    {
        pango_context_set_language(m_context.get(), pango_language_from_string("zh-cn"));
        PangoFontDescription* font = pango_font_description_from_string(RecordFonts);
        pango_layout_set_font_description(m_layout.get(), font);
        pango_font_description_free(font);
    }

    [[nodiscard]] bool hasAll(const std::string& text) const
    {
        pango_layout_set_text(m_layout.get(), text.data(), static_cast<int>(text.size()));
        return pango_layout_get_unknown_glyphs_count(m_layout.get()) == 0;
    }

  private:
    std::unique_ptr<PangoContext, decltype(&g_object_unref)> m_context;
    std::unique_ptr<PangoLayout, decltype(&g_object_unref)> m_layout;
};

}  // namespace

std::vector<std::string> unprintable(const NoticeDocument& document)
{
    const auto text = allText(document);
    const FontCoverage fonts;
    std::vector<std::string> lacking;
    if (fonts.hasAll(text))
        return lacking;
    std::u32string asked;
    for (const auto point : base::decodeUtf8(text)) {
        if (asked.find(point) != std::u32string::npos)
            continue;
        asked += point;
        if (auto character = base::encodeUtf8(std::u32string_view(&point, 1)); !fonts.hasAll(character))
            lacking.push_back(std::move(character));
    }
    return lacking;
}

}  // namespace papers
