#include "block_painter.h"

#include <algorithm>
#include <type_traits>

namespace papers {
namespace {

constexpr double Gap = 2.2;  ///< below a block
constexpr double SealRoom =
    30;  ///< with the foot's margin enough for a seal of 42 mm that presses on the date
constexpr double SignRow = 13;
constexpr std::size_t KeptTogether = 3;  ///< lines of a paragraph that no page break parts

/// GB/T 9704 sets official letters in size three (16 points); forms with tables go down to 14, so that they stay on one
/// sheet.
constexpr double BodyPoints = 14;

TextStyle styleOf(ParagraphRole role)
{
    switch (role) {
    case ParagraphRole::Body:
        return {.points = BodyPoints,
                .align = TextAlign::Justify,
                .indent = 2 * millimetresOf(BodyPoints),
                .lineHeight = 1.6};
    case ParagraphRole::Flush: return {.points = BodyPoints, .align = TextAlign::Justify, .lineHeight = 1.6};
    case ParagraphRole::Heading: return {.points = 12, .weight = Weight::Bold, .lineHeight = 1.5};
    case ParagraphRole::Statement: return {.points = 12, .weight = Weight::Bold, .lineHeight = 1.55};
    case ParagraphRole::Note: return {.points = 10.5, .align = TextAlign::Justify, .lineHeight = 1.5};
    }
    return {};
}

TextBlock textOf(cairo_t* cairo, const Paragraph& paragraph)
{
    return {cairo, paragraph.text, a4::Body, styleOf(paragraph.role)};
}

double heightOfClosing(const Closing& closing)
{
    const double signing = static_cast<double>(closing.signatures.size()) * SignRow;
    return std::max(signing, closing.unit.empty() ? 0 : SealRoom);
}

void drawParagraph(PageFlow& flow, const Paragraph& paragraph)
{
    const auto text = textOf(flow.cairo(), paragraph);
    if (text.lineCount() <= KeptTogether)
        flow.need(text.height());
    for (std::size_t from = 0; from < text.lineCount();) {
        std::size_t lines = text.fitting(from, flow.remaining());
        if (lines == 0 && !flow.atTop()) {
            flow.nextPage();
            continue;
        }
        lines = std::max<std::size_t>(lines, 1);
        text.draw(flow.cairo(), a4::Left, flow.y(), from, from + lines);
        flow.advance(text.heightOf(from, from + lines));
        from += lines;
    }
}

void drawSignature(cairo_t* cairo, double y, const std::string& label)
{
    const TextStyle style{.points = 11};
    const TextBlock name(cairo, label, 60, style);
    name.draw(cairo, a4::Left, y + 2);
    const double after = a4::Left + 36;
    rule(cairo, after, y + 7.6, after + 34, y + 7.6, 0.2);
}

void drawClosing(PageFlow& flow, const Closing& closing)
{
    cairo_t* cairo = flow.cairo();
    const double height = heightOfClosing(closing);
    double y = flow.y();
    for (const auto& signature : closing.signatures) {
        drawSignature(cairo, y, signature);
        y += SignRow;
    }
    if (!closing.unit.empty()) {
        constexpr double wide = 84;
        const double x = a4::Left + a4::Body - wide;
        const TextBlock unit(cairo, closing.unit, wide, {.points = BodyPoints, .align = TextAlign::Centre});
        const TextBlock date(cairo, closing.date, wide, {.points = BodyPoints, .align = TextAlign::Centre});
        const TextBlock note(
            cairo, closing.sealNote, wide, {.points = 9, .align = TextAlign::Centre, .grey = 0.45});
        double at = flow.y() + height - note.height() - date.height() - unit.height() - 6;
        unit.draw(cairo, x, at);
        at += unit.height() + 2;
        date.draw(cairo, x, at);
        note.draw(cairo, x, at + date.height() + 1);
    }
    flow.advance(height);
}

bool staysWithNext(const Block& block)
{
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph != nullptr && paragraph->role == ParagraphRole::Heading;
}

/// What must fit with block `at`: a heading takes a little of what follows, and whatever stands before the
/// closing takes all of it.
double togetherWith(cairo_t* cairo, const std::vector<Block>& blocks, std::size_t at)
{
    const double own = heightOf(cairo, blocks[at]);
    if (at + 1 >= blocks.size()) {
        return std::holds_alternative<Closing>(blocks[at]) ? own : 0;
    }
    const bool closes = std::holds_alternative<Closing>(blocks[at + 1]);
    if (closes && std::holds_alternative<Paragraph>(blocks[at])) {
        return own + heightOf(cairo, blocks[at + 1]);
    }
    return staysWithNext(blocks[at]) ? own + std::min(heightOf(cairo, blocks[at + 1]), 24.0) : 0;
}

}  // namespace

double heightOf(cairo_t* cairo, const Block& block)
{
    return Gap
           + std::visit(
               [cairo](const auto& each) {
                   using Kind = std::decay_t<decltype(each)>;
                   if constexpr (std::is_same_v<Kind, FieldGrid>) {
                       return heightOfGrid(cairo, each);
                   } else if constexpr (std::is_same_v<Kind, RuledTable>) {
                       return heightOfTable(cairo, each);
                   } else if constexpr (std::is_same_v<Kind, Paragraph>) {
                       return textOf(cairo, each).height();
                   } else {
                       return heightOfClosing(each);
                   }
               },
               block);
}

void draw(PageFlow& flow, const Block& block)
{
    std::visit(
        [&flow](const auto& each) {
            using Kind = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Kind, FieldGrid>) {
                drawGrid(flow, each);
            } else if constexpr (std::is_same_v<Kind, RuledTable>) {
                drawTable(flow, each);
            } else if constexpr (std::is_same_v<Kind, Paragraph>) {
                drawParagraph(flow, each);
            } else {
                drawClosing(flow, each);
            }
        },
        block);
    flow.advance(Gap);
}

void drawAll(PageFlow& flow, const std::vector<Block>& blocks)
{
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        const double together = togetherWith(flow.cairo(), blocks, at);
        if (together <= PageFlow::wholePage()) {
            flow.need(together);
        }
        draw(flow, blocks[at]);
    }
}

}  // namespace papers
