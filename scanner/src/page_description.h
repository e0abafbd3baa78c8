#pragma once

#include <scanner/scanned_page.h>

#include <base/result.h>
#include <base/sealed_file.h>
#include <base/secret.h>

namespace scanner {

/// The sealed description beside a page (NNNN.meta): all of ScannedPage. It is whole in the file when this returns
/// and still to be synced by the writer's `finish`; its name is synced with the page's own.
[[nodiscard]] base::Result<base::SealedFileWriter> writePageDescription(const ScannedPage& page,
                                                                        const base::Key& key);

/// With `file` set to the page in `folder`. Error NotFound or Damaged.
[[nodiscard]] base::Result<ScannedPage> readPageDescription(const std::filesystem::path& folder,
                                                            std::uint32_t number,
                                                            const base::Key& key);

}  // namespace scanner
