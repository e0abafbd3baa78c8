#pragma once

#include <offline/back_office_client.h>
#include <offline/import_control.h>
#include <offline/workplace.h>

namespace offline {

struct CatalogueUpdate {
    int release = 0;  ///< active now
    int fetched = 0;  ///< guides that were not here before
    bool changed = false;
    int held = 0;  ///< the back office's newest, held back here by hand (CatalogueStore::choose); 0 = none is
    std::vector<LeftOutGuide> leftOut = {};  ///< of the active release, because their format is newer
};

/// Brings the newest catalogue release (`guide update`): asks with the ETag of the newest known here, fetches the office
/// document it names and only guides that are not here, then activates in one step, but for a release somebody went back
/// behind. Whatever fails, the release active before stays; guides that came are kept, a mebibyte at a time, and not
/// fetched again. Errors: Cancelled, Network, LoginNeeded, NotOurServer, Damaged, NotFound (the back office has none),
/// Conflict (it offers an older one than is known here, or other bytes under a known number; or an office document was
/// published at that very moment). A guide of a newer format fails nothing: it is left out and named, and read again once
/// the program is newer.
[[nodiscard]] base::Result<CatalogueUpdate> updateCatalogue(Workplace& workplace,
                                                            BackOfficeClient& backOffice,
                                                            const ImportControl& control = {});

}  // namespace offline
