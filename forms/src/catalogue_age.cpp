#include <forms/catalogue_age.h>

namespace forms {

base::Date staleFrom(base::Date confirmed, const AgeLimits& limits)
{
    return std::chrono::sys_days(confirmed) + std::chrono::days(limits.blockDays + 1);
}

CatalogueAge ageOf(std::optional<base::Date> confirmed, base::Date today, const AgeLimits& limits)
{
    if (!confirmed)
        return CatalogueAge::Fresh;
    const auto days = std::chrono::sys_days(today) - std::chrono::sys_days(*confirmed);
    if (days > std::chrono::days(limits.blockDays))
        return CatalogueAge::Stale;
    return days > std::chrono::days(limits.warnDays) ? CatalogueAge::Old : CatalogueAge::Fresh;
}

}  // namespace forms
