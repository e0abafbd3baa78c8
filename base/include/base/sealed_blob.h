#pragma once

#include <base/result.h>
#include <base/secret.h>

#include <string>
#include <string_view>

namespace base {

/// A small secret in one piece (a row of a table): XChaCha20-Poly1305 with a random nonce.
/// Layout: algorithm byte (1), 8 bytes key id, 24 bytes nonce, ciphertext with tag.
/// `context` is bound in but not stored (table and id of the row), so that no blob can be moved to another place.
[[nodiscard]] std::string sealBlob(std::string_view plain, const Key& key, std::string_view context);

/// Error Damaged for a changed blob, another context or another key.
[[nodiscard]] Result<std::string> openBlob(std::string_view sealed, const Key& key, std::string_view context);

/// For look-up of an encrypted value by equality: keyed BLAKE2b, 32 bytes, the same for the same value and key.
[[nodiscard]] std::string keyedHash(std::string_view value, const Key& key);

}  // namespace base
