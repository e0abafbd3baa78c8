#include <offline/catalogue_update.h>

#include <api/get_catalogue.h>

namespace offline {

namespace {

/// Guides of the release that are not here yet; says how many came.
base::Result<int> fetchGuides(Workplace& workplace,
                              BackOfficeClient& backOffice,
                              const forms::Catalogue& catalogue,
                              const std::stop_token& stop)
{
    const auto missing = workplace.catalogue().missing(catalogue);
    if (!missing)
        return base::passOn(missing);
    int fetched = 0;
    for (const auto& entry : *missing) {
        const auto bytes = backOffice.guide(entry.sha256, stop);
        if (!bytes)
            return base::passOn(bytes);
        if (auto kept = workplace.catalogue().keepGuide(entry, *bytes); !kept)
            return base::passOn(kept);
        ++fetched;
    }
    return fetched;
}

struct TakenIn {
    int release = 0;
    int fetched = 0;
};

base::Result<TakenIn> takeIn(Workplace& workplace,
                             BackOfficeClient& backOffice,
                             std::string_view jws,
                             const forms::KeyFinder& keys,
                             const std::stop_token& stop)
{
    const auto verified = forms::verifyJws(jws, forms::CatalogueFormat, keys);
    if (!verified)
        return base::passOn(verified);
    const auto catalogue = forms::catalogueFromJson(verified->payload);
    if (!catalogue)
        return base::passOn(catalogue);
    const auto fetched = fetchGuides(workplace, backOffice, *catalogue, stop);
    if (!fetched)
        return base::passOn(fetched);
    if (auto activated = workplace.catalogue().activate(jws, keys); !activated)
        return base::passOn(activated);
    return TakenIn{catalogue->release, *fetched};
}

/// How things stand after the back office was asked.
base::Result<CatalogueUpdate> resultOf(CatalogueStore& catalogue, int before, const TakenIn& taken)
{
    if (auto confirmed = catalogue.confirm(taken.release); !confirmed)
        return base::passOn(confirmed);
    const auto active = catalogue.active();
    const auto newest = catalogue.newest();
    if (!active || !newest)
        return base::passOn(active ? newest : active);
    CatalogueUpdate update;
    update.release = *active ? (*active)->release : 0;
    update.fetched = taken.fetched;
    update.changed = update.release != before;
    update.held = *newest && (*newest)->held ? (*newest)->release : 0;
    return update;
}

}  // namespace

base::Result<CatalogueUpdate> updateCatalogue(Workplace& workplace,
                                              BackOfficeClient& backOffice,
                                              std::stop_token stop)
{
    const auto address = workplace.sessions().backOffice();
    if (!address)
        return base::passOn(address);
    if (!*address)
        return base::fail(base::ErrorCode::LoginNeeded, "No back office is known yet. Log in first.");
    auto& catalogue = workplace.catalogue();
    const auto before = catalogue.active();
    const auto newest = catalogue.newest();
    if (!before || !newest)
        return base::passOn(before ? newest : before);
    const auto known = *newest ? catalogue.jws((*newest)->release) : base::Result<std::string>("");
    if (!known)
        return base::passOn(known);
    const auto answer = backOffice.catalogue(known->empty() ? "" : api::etagOf(*known), stop);
    if (!answer)
        return base::passOn(answer);
    const auto taken =
        *answer
            ? takeIn(workplace, backOffice, (*answer)->jws, (*address)->keysFor(api::KeyUse::Catalogue), stop)
            : base::Result<TakenIn>(TakenIn{*newest ? (*newest)->release : 0, 0});
    if (!taken)
        return base::passOn(taken);
    return resultOf(catalogue, *before ? (*before)->release : 0, *taken);
}

}  // namespace offline
