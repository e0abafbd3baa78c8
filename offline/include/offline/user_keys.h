#pragma once

#include <offline/data_folder.h>
#include <offline/vault.h>

#include <base/result.h>
#include <base/signature.h>

#include <optional>
#include <string>
#include <string_view>

namespace offline {

/// A clerk's signing key, unlocked.
struct UserKey {
    std::string user;
    base::SigningKey key;
    std::string profile;  ///< JSON the back office last told of this user (roles, division); opaque here
};

/// The wrapped user keys in keys/users/<hash>.json (format onewindow-user/1): Argon2id over the password wraps the
/// Ed25519 seed, under the vault's own key again, so that a copied file alone does not even allow guessing. Login
/// without a line works against it.
class UserKeys
{
  public:
    UserKeys(const DataFolder& folder, const Vault& vault)
        : m_folder(folder)
        , m_vault(vault)
    {}

    [[nodiscard]] bool has(std::string_view user) const;

    /// Error LoginNeeded for a wrong password, NotFound for a user who never logged in here with a line, NoSpace
    /// when memory does not suffice for Argon2id.
    [[nodiscard]] base::Result<UserKey> unlock(std::string_view user, std::string_view password) const;

    /// Writes or replaces the user's file durably (first login, new password, new profile).
    [[nodiscard]] base::Status keep(const UserKey& key, std::string_view password) const;

  private:
    [[nodiscard]] std::filesystem::path fileOf(std::string_view user) const;
    const DataFolder& m_folder;
    const Vault& m_vault;
};

}  // namespace offline
