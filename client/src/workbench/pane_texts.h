#pragma once

#include <kit/page_pane.h>

namespace workbench {

class Bench;

/// The words of every page viewer, in the window's language.
[[nodiscard]] kit::PagePaneTexts paneTexts(const Bench& bench);

}  // namespace workbench
