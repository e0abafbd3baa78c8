#pragma once

#include <base/clock.h>
#include <base/result.h>
#include <forms/catalogue.h>
#include <forms/guide_lint.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace server {

/// What an authority wants to publish. A release is always whole: it takes over the release before, with these changes.
struct Publication {
    std::vector<std::filesystem::path>
        guides;                          ///< new versions and new matters; a folder: every *.json in it
    std::vector<std::string> withdrawn;  ///< codes of matters that are no longer offered
    std::optional<std::filesystem::path>
        calendar;                ///< {"2027": {"off": […], "work": […]}}: its years replace those known
    std::optional<int> release;  ///< the next number without
    std::optional<forms::AgeLimits> age;  ///< as before without
    bool strict = false;                  ///< lint warnings count as errors
};

/// What lint says of one of the files.
struct FileFinding {
    std::string file;
    forms::LintFinding finding;
};

struct PublishedRelease {
    forms::Catalogue catalogue;
    std::vector<FileFinding> warnings;
};

/// Makes, signs and keeps the next release of the division's catalogue in a back office's folder; a running back office
/// serves it from then on. A matter keeps the version that is in force and those of the future; a version that begins on
/// the day of a new one is replaced by it. Releases never change and versions never change: error Conflict for a number
/// that is not above the newest, or other bytes under a version that was published; BadInput with file, path and reason
/// for a guide with a lint error or a bad calendar; NotFound for a withdrawn matter that is not there. On any error
/// nothing was published.
[[nodiscard]] base::Result<PublishedRelease> publishCatalogue(const std::filesystem::path& office,
                                                              const Publication& publication,
                                                              const base::Clock& clock);

/// All releases, newest first. `guides` of each are those it names.
[[nodiscard]] base::Result<std::vector<forms::Catalogue>> publishedCatalogues(
    const std::filesystem::path& office);

/// Writes a release with its guides as an *.owc file, for places without a line; nothing: the newest.
[[nodiscard]] base::Result<int> exportCatalogue(const std::filesystem::path& office,
                                                std::optional<int> release,
                                                const std::filesystem::path& file);

}  // namespace server
