#include <server/rules.h>

#include "office_release.h"

#include <forms/catalogue.h>
#include <forms/jws.h>
#include <server/fields.h>
#include <server/guide_store.h>

namespace server {

base::Result<Rules> readRules(Transaction& transaction, const std::string& division)
{
    const auto jws = CatalogueStore(transaction).newest(division);
    if (!jws)
        return base::fail(base::ErrorCode::NotFound, "No catalogue was published for this division.");
    const auto opened = forms::peekJws(*jws);  // our own, from our own records
    auto catalogue = opened ? forms::catalogueFromJson(opened->payload) : base::passOn(opened);
    if (!catalogue)
        return damaged({"catalogues", division});
    auto office = newestOffice(transaction, division);
    if (!office)
        return base::passOn(office);
    return Rules{catalogue->release, std::move(catalogue->calendar), std::move(*office)};
}

}  // namespace server
