#pragma once

#include <kit/ui_tasks.h>
#include <workbench/desks.h>

#include <offline/catalogue_update.h>
#include <offline/import_control.h>

namespace workbench {

/// What the strip of a long task shows of guides that come in. Not longer than the control lives.
[[nodiscard]] offline::ImportControl importControl(const kit::TaskControl& control);

/// Fetches the newest release of the guides for whoever is logged in. For a lane; errors as offline::updateCatalogue.
[[nodiscard]] base::Result<offline::CatalogueUpdate> updateGuides(Desks& desks,
                                                                  const kit::TaskControl& control);

}  // namespace workbench
