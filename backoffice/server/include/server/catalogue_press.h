#pragma once

#include <base/clock.h>
#include <base/result.h>
#include <forms/catalogue.h>
#include <forms/guide_lint.h>
#include <server/release_reckoning.h>

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
    std::optional<std::filesystem::path> office =
        {};                ///< a new office document (forms/office.h); as before without
    bool preview = false;  ///< everything is judged and nothing is published
};

/// What lint says of one of the files.
struct FileFinding {
    std::string file;
    forms::LintFinding finding;
};

struct PublishedRelease {
    forms::Catalogue catalogue;
    std::vector<FileFinding> warnings;      ///< also of guides that were left out, their format being newer
    std::vector<Consequence> consequences;  ///< what the clock writes at once that it would not have before
    std::vector<DamagedRow> damaged;        ///< cases that could not be reckoned anew
    std::optional<int> officeRelease;       ///< of the office document that was published with it
    std::optional<int> lackingYear;         ///< whose calendar is wanted by now (forms::calendarLacks)
    std::vector<std::string>
        unknownDepartments;  ///< named in the guides looked at, not in the office document: papers cannot say
                             ///< who decides and where to turn to
};

/// Makes, signs and keeps the next release of the division's catalogue in a back office's folder; a running back office
/// serves it from then on. A matter keeps the version that is in force and those of the future; a version that begins on
/// the day of a new one is replaced by it. Releases never change and versions never change: error Conflict for a number
/// that is not above the newest, or other bytes under a version that was published; BadInput with file, path and reason
/// for a guide with a lint error, a bad calendar or a bad office document; NotFound for a withdrawn matter that is not
/// there. On any error nothing was published. The cases under way are reckoned by the new release in the same transaction,
/// before anybody is told of it; those whose due date moved are told by a change.
[[nodiscard]] base::Result<PublishedRelease> publishCatalogue(const std::filesystem::path& office,
                                                              const Publication& publication,
                                                              const base::Clock& clock);

/// All releases, newest first. `guides` of each are those it names.
[[nodiscard]] base::Result<std::vector<forms::Catalogue>> publishedCatalogues(
    const std::filesystem::path& office);

/// The office document as it was signed (JSON); nothing: the newest. Error NotFound.
[[nodiscard]] base::Result<std::string> officeDocument(const std::filesystem::path& office,
                                                       std::optional<int> release);

/// Writes a release with its guides and its office document as an *.owc file, for places without a line; nothing: the newest.
[[nodiscard]] base::Result<int> exportCatalogue(const std::filesystem::path& office,
                                                std::optional<int> release,
                                                const std::filesystem::path& file);

}  // namespace server
