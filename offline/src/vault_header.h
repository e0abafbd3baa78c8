#pragma once

#include <offline/vault.h>

#include <base/result.h>

#include <filesystem>
#include <string>
#include <vector>

namespace offline {

struct WrappedKey {
    std::string id;       ///< hex key id
    std::string wrapped;  ///< a sealed blob of its 32 bytes
};

/// keys/vault.json, format onewindow-vault/1. Members of a later program are kept when it is written again.
struct VaultHeader {
    KeyPlace place = KeyPlace::File;
    std::string workstationKeyId;  ///< hex
    std::string salt;              ///< 16 raw bytes; only with a passphrase
    std::vector<WrappedKey> dataKeys;
};

/// Error Damaged for anything but a complete header with algorithms this program knows.
[[nodiscard]] base::Result<VaultHeader> readVaultHeader(const std::filesystem::path& file);
[[nodiscard]] base::Status writeVaultHeader(const std::filesystem::path& file, const VaultHeader& header);

}  // namespace offline
