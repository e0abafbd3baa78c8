#include "at_window.h"

#include <algorithm>

namespace desk {

const forms::Site* siteHere(const forms::Office& office, const api::Identity& user)
{
    const auto own = std::find_if(office.sites.begin(), office.sites.end(), [&user](const forms::Site& site) {
        return site.division == user.division;
    });
    if (own != office.sites.end())
        return &*own;
    return office.sites.empty() ? nullptr : &office.sites.front();
}

base::Result<AtWindow> atWindow(offline::Workplace& workplace)
{
    const auto session = workplace.sessions().current();
    if (!session)
        return base::passOn(session);
    const auto office = workplace.catalogue().office();
    if (!office)
        return base::passOn(office);
    const auto* site = siteHere(*office, session->user);
    const bool isAgent = session->has(forms::Role::Agent) && !session->has(forms::Role::Clerk);
    return AtWindow{session->user.name,
                    isAgent ? forms::Role::Agent : forms::Role::Clerk,
                    site ? site->id : std::string(),
                    workplace.clock().now()};
}

}  // namespace desk
