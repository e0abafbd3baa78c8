#pragma once

#include <scanner/scanned_page.h>

#include <base/result.h>
#include <base/secret.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace scanner {

/// Where the pages of one batch go: spool/<batch>/ with, for page n,
///   NNNN.part   the encrypted image while it is written
///   NNNN.meta   sealed description of the page, there before the page is
///   NNNN.page   the encrypted image, complete and synced
/// Nothing in the folder is readable without the batch key, which lies nowhere in it.
struct Spool {
    std::filesystem::path folder;
    base::Key key;
    std::uint32_t firstNumber = 1;  ///< number of the next page; above 1 when a batch is continued
};

inline constexpr std::uint32_t LastPageNumber = 9999;

/// "0007.page"
[[nodiscard]] std::string spoolFileName(std::uint32_t number, std::string_view ending);

struct RecoveredSpool {
    std::vector<ScannedPage> pages;                 ///< complete and verified, ascending numbers
    std::vector<std::filesystem::path> incomplete;  ///< .part files: the page in flight when something died
    std::vector<std::filesystem::path>
        damaged;  ///< .page files that do not open with this key: set aside, report
};

/// Reads what a batch left behind, whoever died: every page is decrypted once and compared with its digest.
/// A page that was whole but not yet under its final name is finished. A page whose description is lost comes with
/// the flag Recovered. Deletes nothing. Only while no batch writes there. Error NotFound without the folder.
[[nodiscard]] base::Result<RecoveredSpool> recoverSpool(const std::filesystem::path& folder,
                                                        const base::Key& key);

/// Deletes a page's files in the spool, after the page store has kept it. Missing files are no error.
[[nodiscard]] base::Status removeFromSpool(const std::filesystem::path& folder, std::uint32_t number);

/// Deletes the folder when nothing but descriptions and incomplete pages is left in it; error Conflict while it
/// still holds a page.
[[nodiscard]] base::Status removeSpool(const std::filesystem::path& folder);

}  // namespace scanner
