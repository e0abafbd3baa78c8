#pragma once

#include <scanner/spool.h>

namespace scanner {

/// Page n of a spool folder as it was announced or would have been, decrypted once and compared with its digest. A
/// page that was whole and only not yet synced and renamed when its process died (NNNN.part) is so now. Error
/// NotFound or Damaged.
[[nodiscard]] base::Result<ScannedPage> recoverPage(const std::filesystem::path& folder,
                                                    std::uint32_t number,
                                                    const base::Key& key);

}  // namespace scanner
