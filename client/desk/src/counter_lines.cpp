#include "counter_lines.h"

#include "at_window.h"

namespace desk {

namespace {

/// With it the applicant asks for the case by telephone without its number being enough: the last eight characters of
/// the id, which are random (UUIDv7).
std::string lookUpCode(base::CaseId id)
{
    const auto text = id.toString();
    return text.substr(text.size() - 8);
}

}  // namespace

api::Hall hallOf(const api::Identity& clerk, const forms::Office& office)
{
    auto hall = clerk.hall;
    const auto* site = siteHere(office, clerk);
    if (!site)
        return hall;
    hall.name = site->name;
    if (!site->telephone.empty())
        hall.telephone = site->telephone;
    if (!site->complaints.empty())
        hall.complaintTelephone = site->complaints;
    return hall;
}

papers::Counter counterOf(const api::Identity& clerk, const forms::Office& office)
{
    papers::Counter counter;
    counter.centre = clerk.hall.name;
    counter.telephone = clerk.hall.telephone;
    counter.complaintTelephone = clerk.hall.complaintTelephone;
    counter.clerk = clerk.displayName.empty() ? clerk.name : clerk.displayName;
    const auto* site = siteHere(office, clerk);
    return site ? papers::counterAt(*site, std::move(counter)) : counter;
}

papers::Counter counterOf(const api::Identity& clerk, const forms::Office& office, const forms::Case& draft)
{
    auto counter = counterOf(clerk, office);
    counter.lookUpCode = lookUpCode(draft.id);
    return counter;
}

}  // namespace desk
