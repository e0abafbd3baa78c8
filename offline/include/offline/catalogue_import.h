#pragma once

#include <offline/catalogue_store.h>
#include <offline/import_control.h>

#include <forms/catalogue_file.h>

#include <filesystem>

namespace offline {

/// Takes an *.owc file in: each guide is read, checked and kept, and at the end the release becomes the active one in
/// one step. Guides are kept in small transactions, so that whoever else writes is not kept waiting and memory stays
/// that of a few guides; until the last step they are in force nowhere. An import that was cancelled (error
/// Cancelled), killed or refused leaves what was in force as it was, and the next one goes on behind what is here.
/// A guide of a newer format is left out (CatalogueStore::leftOut of the release) and the rest is taken.
/// Errors as forms::CatalogueReader and CatalogueStore::activate, Conflict as
/// well for a release that is held back.
[[nodiscard]] base::Result<forms::Catalogue> importCatalogue(CatalogueStore& store,
                                                             const std::filesystem::path& file,
                                                             const forms::KeyFinder& keys,
                                                             const ImportControl& control = {});

}  // namespace offline
