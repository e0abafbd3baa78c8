#include <offline/catalogue_update.h>

#include <api/get_catalogue.h>

namespace offline {

base::Result<CatalogueUpdate> updateCatalogue(Workplace& workplace,
                                              BackOfficeClient& backOffice,
                                              std::stop_token stop)
{
    const auto address = workplace.sessions().backOffice();
    if (!address)
        return base::passOn(address);
    if (!*address)
        return base::fail(base::ErrorCode::LoginNeeded, "No back office is known yet. Log in first.");
    const auto keys = (*address)->keysFor(api::KeyUse::Catalogue);
    const auto before = workplace.catalogue().active();
    if (!before)
        return base::passOn(before);

    CatalogueUpdate update{*before ? (*before)->release : 0, 0, false};
    const auto jwsHere = workplace.catalogue().activeJws();
    if (!jwsHere)
        return base::passOn(jwsHere);
    const auto answer = backOffice.catalogue(jwsHere->empty() ? "" : api::etagOf(*jwsHere), stop);
    if (!answer)
        return base::passOn(answer);
    if (!*answer)
        return update;
    const auto verified = forms::verifyJws((*answer)->jws, forms::CatalogueFormat, keys);
    if (!verified)
        return base::passOn(verified);
    const auto catalogue = forms::catalogueFromJson(verified->payload);
    if (!catalogue)
        return base::passOn(catalogue);
    const auto missing = workplace.catalogue().missing(*catalogue);
    if (!missing)
        return base::passOn(missing);
    for (const auto& entry : *missing) {
        const auto bytes = backOffice.guide(entry.sha256, stop);
        if (!bytes)
            return base::passOn(bytes);
        if (auto kept = workplace.catalogue().keepGuide(entry, *bytes); !kept)
            return base::passOn(kept);
        ++update.fetched;
    }
    const auto active = workplace.catalogue().activate((*answer)->jws, keys);
    if (!active)
        return base::passOn(active);
    update.changed = !*before || (*before)->release != active->release;
    update.release = active->release;
    return update;
}

}  // namespace offline
