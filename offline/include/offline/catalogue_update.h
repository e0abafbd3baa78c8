#pragma once

#include <offline/back_office_client.h>
#include <offline/workplace.h>

#include <optional>
#include <stop_token>

namespace offline {

struct CatalogueUpdate {
    int release = 0;  ///< active now
    int fetched = 0;  ///< guides that were not here before
    bool changed = false;
};

/// Brings the newest catalogue release (`guide update`): fetches only guides that are not here, then activates in one
/// step. Whatever fails, the release active before stays. Errors: Network, LoginNeeded, NotOurServer, Damaged, NotFound
/// (the back office has none).
[[nodiscard]] base::Result<CatalogueUpdate> updateCatalogue(Workplace& workplace,
                                                            BackOfficeClient& backOffice,
                                                            std::stop_token stop = {});

}  // namespace offline
