#include "page_flow.h"

#include <base/error.h>

#include <algorithm>

namespace papers {
namespace {

constexpr double NumberLine = 9;  ///< below the band, with its margins
constexpr double Side = 27;       ///< width kept free at each side of the title, for the code and the label

TextBlock headingBlock(cairo_t* cairo, const NoticeDocument& document)
{
    return {cairo,
            document.heading,
            a4::Body - 2 * Side,
            {.points = 14, .align = TextAlign::Centre, .lineHeight = 1.3}};
}

TextBlock titleBlock(cairo_t* cairo, const NoticeDocument& document)
{
    return {cairo,
            document.title,
            a4::Body - 2 * Side,
            {.points = 22, .weight = Weight::Bold, .align = TextAlign::Centre, .lineHeight = 1.3}};
}

}  // namespace

void rule(cairo_t* cairo, double x1, double y1, double x2, double y2, double width, double grey)
{
    cairo_set_source_rgb(cairo, grey, grey, grey);
    cairo_set_line_width(cairo, width);
    cairo_move_to(cairo, x1, y1);
    cairo_line_to(cairo, x2, y2);
    cairo_stroke(cairo);
}

PageFlow::PageFlow(cairo_t* cairo, const NoticeDocument& document, const QrCode& code)
    : m_cairo(cairo)
    , m_document(document)
    , m_code(code)
    , m_codeSize(document.separation == PartSeparation::CutLine ? 18 : 22)
{}

void PageFlow::startRun(int pages)
{
    m_pages = pages;
    m_page = 1;
    m_y = m_top = m_document.separation == PartSeparation::CutLine ? a4::SharedTop : a4::Top;
}

void PageFlow::endRun()
{
    drawFooter();
    cairo_show_page(m_cairo);
}

void PageFlow::need(double height)
{
    if (height > remaining() + 1e-6 && !atTop()) {
        nextPage();
    }
}

void PageFlow::nextPartPage()
{
    endRun();
    ++m_page;
    m_y = m_top = a4::Top;
}

void PageFlow::nextPage()
{
    nextPartPage();
    drawRunningHead();
    m_top = m_y;
}

void PageFlow::drawRunningHead()
{
    const TextBlock head(
        m_cairo, m_document.title + "    " + m_document.numberLine, a4::Body, {.points = 8.5, .grey = 0.3});
    head.draw(m_cairo, a4::Left, m_y);
    m_y += head.height() + 1;
    rule(m_cairo, a4::Left, m_y, a4::Left + a4::Body, m_y, 0.15, 0.5);
    m_y += 3;
}

void PageFlow::drawCode(double x, double y)
{
    const double square = m_codeSize / m_code.width;
    cairo_set_source_rgb(m_cairo, 0, 0, 0);
    for (int row = 0; row < m_code.width; ++row) {
        for (int column = 0; column < m_code.width; ++column) {
            if (!m_code.isDark(column, row)) {
                continue;
            }
            int end = column;  // neighbours in one rectangle: no hairlines between them
            while (end < m_code.width && m_code.isDark(end, row)) {
                ++end;
            }
            cairo_rectangle(m_cairo, x + column * square, y + row * square, (end - column) * square, square);
            column = end;
        }
    }
    cairo_fill(m_cairo);
}

double PageFlow::mastheadHeight() const
{
    const double words = headingBlock(m_cairo, m_document).height() + titleBlock(m_cairo, m_document).height()
                         + (m_document.reference.empty() ? 0 : 6);
    return std::max(words, m_codeSize) + NumberLine;
}

void PageFlow::drawMasthead(const std::string& label)
{
    const auto heading = headingBlock(m_cairo, m_document);
    const auto title = titleBlock(m_cairo, m_document);
    const double band = mastheadHeight() - NumberLine;
    const double words = heading.height() + title.height() + (m_document.reference.empty() ? 0 : 6);
    double y = m_y + (band - words) / 2;
    heading.draw(m_cairo, a4::Left + Side, y);
    y += heading.height();
    title.draw(m_cairo, a4::Left + Side, y);
    y += title.height();
    if (!m_document.reference.empty()) {
        const TextBlock reference(
            m_cairo, m_document.reference, a4::Body, {.points = 10.5, .align = TextAlign::Centre});
        reference.draw(m_cairo, a4::Left, y + 0.5);
    }
    const TextBlock corner(m_cairo, label, Side - 2, {.points = 9, .grey = 0.25});
    corner.draw(m_cairo, a4::Left, m_y);
    drawCode(a4::Left + a4::Body - m_codeSize, m_y);
    const TextBlock number(
        m_cairo, m_document.numberLine, a4::Body, {.points = 9, .align = TextAlign::Right, .grey = 0.15});
    number.draw(m_cairo, a4::Left, m_y + band + 1.6);
    m_y += band + NumberLine;
}

void PageFlow::drawCutLine()
{
    const double dashes[] = {2, 1.6};
    cairo_save(m_cairo);
    cairo_set_dash(m_cairo, dashes, 2, 0);
    rule(m_cairo, 10, m_y + 5, a4::Width - 10, m_y + 5, 0.25, 0.45);
    cairo_restore(m_cairo);
    m_y += 10;
}

void PageFlow::drawFooter()
{
    rule(m_cairo, a4::Left, a4::Foot, a4::Left + a4::Body, a4::Foot, 0.15, 0.5);
    double y = a4::Foot + 1.2;
    double last = y;
    for (const auto& text : m_document.footer) {
        const TextBlock line(m_cairo, text, a4::Body, {.points = 8, .lineHeight = 1.4, .grey = 0.25});
        line.draw(m_cairo, a4::Left, y);
        last = y;
        y += line.height();
    }
    // On the last line, which is short: the first holds an address and telephones.
    const auto number = base::fillPlaces(
        m_document.pageNumber, {{"page", std::to_string(m_page)}, {"pages", std::to_string(m_pages)}});
    const TextBlock line(
        m_cairo, number, a4::Body, {.points = 8, .align = TextAlign::Right, .lineHeight = 1.4, .grey = 0.25});
    line.draw(m_cairo, a4::Left, last);
}

}  // namespace papers
