#include "counter_lines.h"

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
    if (office.sites.empty())
        return hall;
    const auto& site = office.sites.front();
    hall.name = site.name;
    if (!site.telephone.empty())
        hall.telephone = site.telephone;
    if (!site.complaints.empty())
        hall.complaintTelephone = site.complaints;
    return hall;
}

papers::Counter counterOf(const api::Identity& clerk, const forms::Office& office, const forms::Case& draft)
{
    const auto hall = hallOf(clerk, office);
    return {hall.name,
            draft.workstation,
            hall.telephone,
            hall.complaintTelephone,
            clerk.displayName.empty() ? clerk.name : clerk.displayName,
            lookUpCode(draft.id)};
}

}  // namespace desk
