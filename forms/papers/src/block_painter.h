#pragma once

#include "page_flow.h"

#include <vector>

namespace papers {

/// How much room a block takes on a page that has enough of it.
[[nodiscard]] double heightOf(cairo_t* cairo, const Block& block);

/// Draws a block at the flow's place, going on at further pages where it must.
void draw(PageFlow& flow, const Block& block);

/// All blocks in order; a heading stays with what follows it, and the closing is never alone on a page.
void drawAll(PageFlow& flow, const std::vector<Block>& blocks);

// table_painter.cpp
[[nodiscard]] double heightOfTable(cairo_t* cairo, const RuledTable& table);
[[nodiscard]] double heightOfGrid(cairo_t* cairo, const FieldGrid& grid);
void drawTable(PageFlow& flow, const RuledTable& table);
void drawGrid(PageFlow& flow, const FieldGrid& grid);

}  // namespace papers
