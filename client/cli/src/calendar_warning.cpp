#include "calendar_warning.h"

#include <desk/guide_desk.h>

#include <algorithm>
#include <iostream>

namespace cli {

void warnOfMissingCalendar(Context& context)
{
    const auto place = context.workplace();
    if (!place)
        return;
    const auto session = (*place)->sessions().current();
    if (!session
        || std::ranges::find(session->user.roles, forms::Role::Supervisor) == session->user.roles.end())
        return;
    const auto year = desk::GuideDesk(**place).calendarLacks();
    if (year && *year)
        std::cerr << context.say(
            "There is no calendar of working days for {year} yet: due dates in that year "
            "stay open. Ask for it to be published with the guides.",
            {{"year", std::to_string(**year)}})
                  << std::endl;
}

}  // namespace cli
