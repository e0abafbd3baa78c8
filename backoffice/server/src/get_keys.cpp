#include "endpoints.h"
#include "log.h"

#include <api/get_keys.h>
#include <server/clerk_key_store.h>

namespace server {

namespace {

base::Result<RowsRead<ClerkKey>> clerkKeys(BackOffice& office, const std::string& division)
{
    return office.database->read([&](Transaction& transaction) -> base::Result<RowsRead<ClerkKey>> {
        return ClerkKeyStore(transaction).ofDivision(division);
    });
}

}  // namespace

/// Who is not logged in sees the office's own keys only: names of clerks are nobody else's business.
Answer getKeys(BackOffice& office, Request& request)
{
    api::KeySet set;
    set.keys.push_back({office.keys.receipt.publicKey(), api::KeyUse::Receipt, {}});
    set.keys.push_back({office.keys.catalogue.publicKey(), api::KeyUse::Catalogue, {}});
    if (request.caller) {
        const auto clerks = clerkKeys(office, request.user().division);
        if (!clerks)
            return refuse(clerks.error());
        logDamaged(office.clock.now(), clerks->damaged);
        for (const auto& clerk : clerks->whole)
            set.keys.push_back({clerk.key, api::KeyUse::Clerk, clerk.user});
    }
    return jsonResponse(200, api::toJson(set));
}

}  // namespace server
