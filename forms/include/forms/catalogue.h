#pragma once

#include <base/clock.h>
#include <base/digest.h>
#include <base/result.h>
#include <base/units.h>

#include <forms/calendar.h>
#include <forms/catalogue_age.h>
#include <forms/jws.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

struct CatalogueEntry {
    std::string code;
    std::string version;
    base::Digest sha256;
    base::ByteCount bytes;

    bool operator==(const CatalogueEntry&) const = default;
};

/// One numbered, immutable release of all guides of a division: format onewindow-catalogue/1, signed as a JWS.
struct Catalogue {
    int release = 0;
    std::string division;
    base::Timestamp issued;
    Calendar calendar;
    AgeLimits age;
    std::vector<CatalogueEntry> guides;
    std::optional<base::Digest>
        office;  ///< of the office document's payload (forms/office.h); absent = there is none
};

inline constexpr std::string_view CatalogueFormat = "onewindow-catalogue/1";

/// Longest index that is read: one of 100,000 guides is 14 MiB. Signed it is a third longer (MaxJwsBytes).
inline constexpr std::size_t MaxCatalogueJson = std::size_t{32} << 20;
static_assert(MaxCatalogueJson / 3 * 4 < MaxJwsBytes);

[[nodiscard]] std::string catalogueToJson(const Catalogue& catalogue);

/// Error BadInput naming the member that cannot be used, or for JSON over MaxCatalogueJson. Takes memory for the entries,
/// not for the JSON.
[[nodiscard]] base::Result<Catalogue> catalogueFromJson(std::string_view json);

}  // namespace forms
