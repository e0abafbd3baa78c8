#pragma once

#include <kit/ui_tasks.h>
#include <workbench/bench.h>
#include <workbench/desks.h>

#include <offline/catalogue_update.h>
#include <offline/import_control.h>

#include <vector>

namespace workbench {

/// What the strip of a long task shows of guides that come in. Not longer than the control lives.
[[nodiscard]] offline::ImportControl importControl(const kit::TaskControl& control);

/// Fetches the newest release of the guides for whoever is logged in. For a lane; errors as offline::updateCatalogue.
[[nodiscard]] base::Result<offline::CatalogueUpdate> updateGuides(Desks& desks,
                                                                  const kit::TaskControl& control);

/// Says in the attention bar which guides of the release in force are not offered here, because their format is newer
/// than the program; hushes it when there are none.
void tellLeftOut(Bench& bench, const std::vector<offline::LeftOutGuide>& guides);

}  // namespace workbench
