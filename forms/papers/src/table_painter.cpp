#include "block_painter.h"

#include <algorithm>
#include <numeric>

namespace papers {
namespace {

constexpr double PadX = 1.6;
constexpr double PadY = 0.9;
constexpr double Thin = 0.18;

/// A cell ready to be drawn.
struct Cell {
    TextBlock text;
    double x;
    double width;
    bool shaded;
};

using Row = std::vector<Cell>;

double heightOfRow(const Row& row)
{
    double height = 0;
    for (const auto& cell : row) {
        height = std::max(height, cell.text.height());
    }
    return height + 2 * PadY;
}

void frame(cairo_t* cairo, const Cell& cell, double y, double height)
{
    if (cell.shaded) {
        cairo_set_source_rgb(cairo, 0.955, 0.955, 0.955);
        cairo_rectangle(cairo, cell.x, y, cell.width, height);
        cairo_fill(cairo);
    }
    cairo_set_source_rgb(cairo, 0.15, 0.15, 0.15);
    cairo_set_line_width(cairo, Thin);
    cairo_rectangle(cairo, cell.x, y, cell.width, height);
    cairo_stroke(cairo);
}

void drawWhole(PageFlow& flow, const Row& row)
{
    const double height = heightOfRow(row);
    for (const auto& cell : row) {
        frame(flow.cairo(), cell, flow.y(), height);
        cell.text.draw(flow.cairo(), cell.x + PadX, flow.y() + (height - cell.text.height()) / 2);
    }
    flow.advance(height);
}

/// A row taller than a page goes on line by line; returns false when nothing of it is left.
bool drawPiece(PageFlow& flow, const Row& row, std::vector<std::size_t>& from)
{
    const double room = flow.remaining() - 2 * PadY;
    std::vector<std::size_t> to(row.size());
    double height = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        to[i] = from[i] + row[i].text.fitting(from[i], room);
        height = std::max(height, row[i].text.heightOf(from[i], to[i]));
    }
    bool left = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        frame(flow.cairo(), row[i], flow.y(), height + 2 * PadY);
        row[i].text.draw(flow.cairo(), row[i].x + PadX, flow.y() + PadY, from[i], to[i]);
        from[i] = to[i];
        left = left || from[i] < row[i].text.lineCount();
    }
    flow.advance(height + 2 * PadY);
    return left;
}

std::vector<double> edgesOf(const RuledTable& table)
{
    const double shares =
        std::accumulate(table.columns.begin(), table.columns.end(), 0.0, [](double sum, const auto& column) {
            return sum + column.share;
        });
    std::vector<double> edges{a4::Left};
    for (const auto& column : table.columns) {
        edges.push_back(edges.back() + a4::Body * column.share / shares);
    }
    return edges;
}

Row headOf(cairo_t* cairo, const RuledTable& table)
{
    const auto edges = edgesOf(table);
    Row row;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const double width = edges[i + 1] - edges[i];
        row.push_back(
            {TextBlock(
                 cairo,
                 table.columns[i].title,
                 width - 2 * PadX,
                 {.points = 10.5, .weight = Weight::Bold, .align = TextAlign::Centre, .lineHeight = 1.35}),
             edges[i],
             width,
             true});
    }
    return row;
}

Row rowOf(cairo_t* cairo, const RuledTable& table, const std::vector<std::string>& texts)
{
    const auto edges = edgesOf(table);
    Row row;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const double width = edges[i + 1] - edges[i];
        const auto align =
            table.columns[i].align == ColumnAlign::Centre ? TextAlign::Centre : TextAlign::Left;
        row.push_back({TextBlock(cairo,
                                 i < texts.size() ? texts[i] : std::string(),
                                 width - 2 * PadX,
                                 {.points = 10.5, .align = align, .lineHeight = 1.35}),
                       edges[i],
                       width,
                       false});
    }
    return row;
}

void drawLongRow(PageFlow& flow, const Row& head, const Row& row)
{
    std::vector<std::size_t> from(row.size(), 0);
    while (drawPiece(flow, row, from)) {
        flow.nextPage();
        drawWhole(flow, head);
    }
}

Cell gridCell(cairo_t* cairo, const std::string& text, double x, double width, bool label)
{
    return {
        TextBlock(cairo,
                  text,
                  width - 2 * PadX,
                  {.points = 11, .align = label ? TextAlign::Centre : TextAlign::Left, .lineHeight = 1.4}),
        x,
        width,
        label};
}

std::vector<Row> rowsOf(cairo_t* cairo, const FieldGrid& grid)
{
    constexpr double label = 27.5;
    constexpr double half = a4::Body / 2;
    std::vector<Row> rows;
    for (std::size_t i = 0; i < grid.fields.size(); ++i) {
        const auto& field = grid.fields[i];
        const bool paired = !field.wide && i + 1 < grid.fields.size() && !grid.fields[i + 1].wide;
        Row row;
        row.push_back(gridCell(cairo, field.label, a4::Left, label, true));
        row.push_back(
            gridCell(cairo, field.value, a4::Left + label, (paired ? half : a4::Body) - label, false));
        if (paired) {
            const auto& other = grid.fields[++i];
            row.push_back(gridCell(cairo, other.label, a4::Left + half, label, true));
            row.push_back(gridCell(cairo, other.value, a4::Left + half + label, half - label, false));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

double heightOfTable(cairo_t* cairo, const RuledTable& table)
{
    double height = heightOfRow(headOf(cairo, table));
    for (const auto& texts : table.rows) {
        height += heightOfRow(rowOf(cairo, table, texts));
    }
    return height;
}

double heightOfGrid(cairo_t* cairo, const FieldGrid& grid)
{
    double height = 0;
    for (const auto& row : rowsOf(cairo, grid)) {
        height += heightOfRow(row);
    }
    return height;
}

void drawTable(PageFlow& flow, const RuledTable& table)
{
    const auto head = headOf(flow.cairo(), table);
    const double headHeight = heightOfRow(head);
    bool headed = false;
    for (const auto& texts : table.rows) {
        const auto row = rowOf(flow.cairo(), table, texts);
        const double height = heightOfRow(row);
        const bool tall = height + headHeight > PageFlow::wholePage();
        const double least = (tall ? 30 : height) + (headed ? 0 : headHeight);
        if (least > flow.remaining() && !flow.atTop()) {
            flow.nextPage();
            headed = false;
        }
        if (!headed) {
            drawWhole(flow, head);
            headed = true;
        }
        if (tall) {
            drawLongRow(flow, head, row);
        } else {
            drawWhole(flow, row);
        }
    }
}

void drawGrid(PageFlow& flow, const FieldGrid& grid)
{
    for (const auto& row : rowsOf(flow.cairo(), grid)) {
        if (heightOfRow(row) > PageFlow::wholePage()) {
            flow.need(30);
            std::vector<std::size_t> from(row.size(), 0);
            while (drawPiece(flow, row, from)) {
                flow.nextPage();
            }
            continue;
        }
        flow.need(heightOfRow(row));
        drawWhole(flow, row);
    }
}

}  // namespace papers
