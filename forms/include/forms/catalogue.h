#pragma once

#include <base/clock.h>
#include <base/digest.h>
#include <base/result.h>
#include <base/units.h>

#include <forms/calendar.h>
#include <forms/catalogue_age.h>
#include <forms/jws.h>

#include <filesystem>
#include <functional>
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
};

inline constexpr std::string_view CatalogueFormat = "onewindow-catalogue/1";

[[nodiscard]] std::string catalogueToJson(const Catalogue& catalogue);
[[nodiscard]] base::Result<Catalogue> catalogueFromJson(std::string_view json);

/// An *.owc file: a tar of catalogue.jws and guides/<sha256>.json (carried by hand where there is no line).
struct CatalogueFile {
    std::string jws;
    std::vector<std::string> guides;  ///< bytes of each, in the file's order
};

/// Error BadInput for a truncated or foreign archive, an entry over 4 MiB or a name outside the format.
[[nodiscard]] base::Result<CatalogueFile> readCatalogueFile(std::string_view bytes);
[[nodiscard]] base::Result<std::string> writeCatalogueFile(const CatalogueFile& file);

}  // namespace forms
