#include <offline/catalogue_update.h>

#include <api/get_catalogue.h>

#include <utility>
#include <vector>

namespace offline {

namespace {

// What is lost when the line breaks or the program is killed, and how many guides share one transaction.
constexpr std::size_t GuidesAtOnce = 64;
constexpr std::size_t BytesAtOnce = std::size_t{1} << 20;

/// Fetches guides of a release that are not here and keeps them.
class GuideFetch
{
  public:
    GuideFetch(Workplace& workplace, BackOfficeClient& backOffice, const ImportControl& control)
        : m_workplace(workplace)
        , m_backOffice(backOffice)
        , m_control(control)
    {}

    /// Says how many came.
    base::Result<int> fetch(const forms::Catalogue& catalogue)
    {
        auto missing = m_workplace.catalogue().missing(catalogue);
        if (!missing)
            return base::passOn(missing);
        for (const auto& entry : *missing)
            m_size += entry.bytes.value;
        for (auto& entry : *missing) {
            auto bytes = m_backOffice.guide(entry.sha256, m_control.stop);
            if (!bytes) {
                (void)keep();  // why the fetch ended is what is told
                return base::passOn(bytes);
            }
            m_waitingBytes += bytes->size();
            m_waiting.push_back({std::move(entry), std::move(*bytes)});
            if (m_waiting.size() < GuidesAtOnce && m_waitingBytes < BytesAtOnce)
                continue;
            if (auto kept = keep(); !kept)
                return base::passOn(kept);
        }
        if (auto kept = keep(); !kept)
            return base::passOn(kept);
        return static_cast<int>(missing->size());
    }

  private:
    base::Status keep()
    {
        if (auto kept = m_workplace.catalogue().keepGuides(m_waiting); !kept)
            return kept;
        m_waiting.clear();
        m_done += std::exchange(m_waitingBytes, 0);
        if (m_control.progress)
            m_control.progress(m_done, m_size);
        return {};
    }

    Workplace& m_workplace;
    BackOfficeClient& m_backOffice;
    const ImportControl& m_control;
    std::vector<GuideToKeep> m_waiting;
    std::uint64_t m_waitingBytes = 0;
    std::uint64_t m_done = 0;
    std::uint64_t m_size = 0;
};

/// The office document that a release names, unless it is here.
base::Status fetchOffice(Workplace& workplace,
                         BackOfficeClient& backOffice,
                         const base::Digest& document,
                         const forms::KeyFinder& keys,
                         std::stop_token stop)
{
    const auto here = workplace.catalogue().officeJws(document);
    if (!here)
        return base::passOn(here);
    if (!here->empty())
        return {};
    const auto jws = backOffice.office(std::move(stop));
    if (!jws)
        return base::passOn(jws);
    return workplace.catalogue().keepOffice(*jws, document, keys);
}

struct TakenIn {
    int release = 0;
    int fetched = 0;
};

base::Result<TakenIn> takeIn(Workplace& workplace,
                             BackOfficeClient& backOffice,
                             std::string_view jws,
                             const forms::KeyFinder& keys,
                             const ImportControl& control)
{
    const auto verified = forms::verifyJws(jws, forms::CatalogueFormat, keys);
    if (!verified)
        return base::passOn(verified);
    const auto catalogue = forms::catalogueFromJson(verified->payload);
    if (!catalogue)
        return base::passOn(catalogue);
    // Before the guides: the next publication must not come between the release and its office document.
    if (catalogue->office)
        if (auto kept = fetchOffice(workplace, backOffice, *catalogue->office, keys, control.stop); !kept)
            return base::passOn(kept);
    const auto fetched = GuideFetch(workplace, backOffice, control).fetch(*catalogue);
    if (!fetched)
        return base::passOn(fetched);
    if (auto activated = workplace.catalogue().activate(jws, keys); !activated)
        return base::passOn(activated);
    return TakenIn{catalogue->release, *fetched};
}

/// The back office has nothing newer; a release that an earlier version of the program brought may lack its document.
base::Result<TakenIn> complete(Workplace& workplace,
                               BackOfficeClient& backOffice,
                               int release,
                               const forms::KeyFinder& keys,
                               const ImportControl& control)
{
    const auto missing = workplace.catalogue().missingOffice(release);
    if (!missing)
        return base::passOn(missing);
    if (*missing)
        if (auto kept = fetchOffice(workplace, backOffice, **missing, keys, control.stop); !kept)
            return base::passOn(kept);
    return TakenIn{release, 0};
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
    auto leftOut = catalogue.leftOut(update.release);
    if (!leftOut)
        return base::passOn(leftOut);
    update.leftOut = std::move(*leftOut);
    return update;
}

}  // namespace

base::Result<CatalogueUpdate> updateCatalogue(Workplace& workplace,
                                              BackOfficeClient& backOffice,
                                              const ImportControl& control)
{
    const auto address = workplace.sessions().backOffice();
    if (!address)
        return base::passOn(address);
    if (!*address)
        return base::fail(base::ErrorCode::LoginNeeded, "No back office is known yet. Log in first.");
    auto& catalogue = workplace.catalogue();
    if (auto taken = catalogue.takeUpLeftOut(); !taken)
        return base::passOn(taken);
    const auto before = catalogue.active();
    const auto newest = catalogue.newest();
    if (!before || !newest)
        return base::passOn(before ? newest : before);
    const auto known = *newest ? catalogue.jws((*newest)->release) : base::Result<std::string>("");
    if (!known)
        return base::passOn(known);
    const auto answer = backOffice.catalogue(known->empty() ? "" : api::etagOf(*known), control.stop);
    if (!answer)
        return base::passOn(answer);
    const auto keys = (*address)->keysFor(api::KeyUse::Catalogue);
    const auto taken = *answer
                           ? takeIn(workplace, backOffice, (*answer)->jws, keys, control)
                           : complete(workplace, backOffice, *newest ? (*newest)->release : 0, keys, control);
    if (!taken)
        return base::passOn(taken);
    return resultOf(catalogue, *before ? (*before)->release : 0, *taken);
}

}  // namespace offline
