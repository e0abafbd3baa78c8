#pragma once

#include <base/date.h>

#include <optional>

namespace forms {

/// After how many natural days without word from the authority its catalogue counts as old. A release carries them
/// (`stale: {warn, block}`); where it says nothing, these serve.
struct AgeLimits {
    int warnDays = 30;
    int blockDays = 90;  ///< never below `warnDays`

    bool operator==(const AgeLimits&) const = default;
};

enum class CatalogueAge {
    Fresh,
    Old,   ///< people are warned
    Stale  ///< nothing is accepted by it; receipt always goes on
};

/// `confirmed` is the day on which it was last known to be the newest: the back office said so, or the day of issue of
/// a release carried by hand. Nothing: there is no catalogue here (guides imported by hand have no age).
[[nodiscard]] CatalogueAge ageOf(std::optional<base::Date> confirmed,
                                 base::Date today,
                                 const AgeLimits& limits);

/// The day before which it has to be confirmed anew, so that it does not become stale.
[[nodiscard]] base::Date staleFrom(base::Date confirmed, const AgeLimits& limits);

}  // namespace forms
