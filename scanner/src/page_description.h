#pragma once

#include <scanner/scanned_page.h>

#include <base/result.h>
#include <base/secret.h>

namespace scanner {

/// The sealed description beside a page (NNNN.meta): all of ScannedPage. Its bytes are synced, its name is so with
/// the next sync of the folder, which the page's own name needs as well.
[[nodiscard]] base::Status writePageDescription(const ScannedPage& page, const base::Key& key);

/// With `file` set to the page in `folder`. Error NotFound or Damaged.
[[nodiscard]] base::Result<ScannedPage> readPageDescription(const std::filesystem::path& folder,
                                                            std::uint32_t number,
                                                            const base::Key& key);

}  // namespace scanner
