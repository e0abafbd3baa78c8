#pragma once

#include <base/date.h>
#include <base/result.h>
#include <forms/catalogue.h>
#include <forms/guide.h>
#include <server/catalogue_press.h>
#include <server/database.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace server {

/// A guide that is to be published. Its bytes stay in the file: a province's are too many to hold.
struct NewGuide {
    std::filesystem::path file;
    forms::CatalogueEntry entry;
    base::Date from;
    std::vector<forms::Department> departments;
};

enum class LintStrictness { WarningsAreTold, Strict };

/// Everybody a guide names: who decides, who takes part, and who handles the children of a bundle.
[[nodiscard]] std::vector<forms::Department> departmentsOf(const forms::Guide& guide);

/// The files themselves, and those of a folder by their names.
[[nodiscard]] base::Result<std::vector<std::filesystem::path>> guideFiles(
    const std::vector<std::filesystem::path>& named);

/// Reads and lints one file; what lint says without refusing it goes to `warnings`. Nothing: its format is newer than
/// this program, and it is left out with a warning that says so; where lint is strict that is an error.
[[nodiscard]] base::Result<std::optional<NewGuide>> readNewGuide(const std::filesystem::path& file,
                                                                 LintStrictness strictness,
                                                                 std::vector<FileFinding>& warnings);

/// Keeps the bytes of a version, which never change: error Conflict.
[[nodiscard]] base::Status keepVersion(Transaction& transaction, const NewGuide& guide);

/// A matter that is no longer offered; error NotFound.
[[nodiscard]] base::Status takeOut(std::vector<forms::CatalogueEntry>& entries, const std::string& code);

/// The guides of the release before, with the new ones in their places.
[[nodiscard]] base::Result<std::vector<forms::CatalogueEntry>> entriesWith(
    Transaction& transaction,
    std::vector<forms::CatalogueEntry> entries,
    const std::vector<NewGuide>& guides,
    base::Date today);

}  // namespace server
