#pragma once

#include <desk/material_line.h>
#include <kit/card.h>

#include <string>
#include <vector>

namespace workbench {
class Bench;
}

namespace intake {

/// The materials of a case as a list shows them: state as glyph, colour and word.
[[nodiscard]] std::vector<kit::Card> cardsOf(const workbench::Bench& bench,
                                             const desk::CaseView& view,
                                             const std::vector<desk::MaterialLine>& lines);

/// "3 whole · 1 lacking · 1 deferred"
[[nodiscard]] wxString summaryOf(const workbench::Bench& bench, const std::vector<desk::MaterialLine>& lines);

/// The id of a place in lists.
[[nodiscard]] std::string idOf(const desk::MaterialPlace& place);

/// The material's name; words for the pages put nowhere yet.
[[nodiscard]] wxString nameOf(const workbench::Bench& bench, const desk::MaterialLine& line);

}  // namespace intake
