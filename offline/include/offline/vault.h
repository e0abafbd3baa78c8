#pragma once

#include <offline/data_folder.h>
#include <offline/secret_store.h>

#include <base/ids.h>
#include <base/result.h>
#include <base/secret.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offline {

/// Where the workstation key lies, strongest first.
enum class KeyPlace { Passphrase, SecretStore, File };

/// What people are told about it: a key in a file beside the data is weaker.
enum class KeyStrength { Strong, Weak };

[[nodiscard]] std::string_view nameOf(
    KeyPlace place);  ///< stored token: "passphrase", "secret-store", "file"

/// How to open a vault; both may be absent.
struct VaultAccess {
    SecretStore* secrets = nullptr;         ///< borrowed during open and moveKeyTo
    std::optional<std::string> passphrase;  ///< for a vault locked with one
};

/// The keys of a data folder. keys/vault.json (format onewindow-vault/1) names the algorithms and holds the data
/// keys, each wrapped with the workstation key; everything on disk is encrypted with keys derived from a data key.
/// So the workstation key can be replaced, and data keys rotated, without rewriting what they protect: the newest
/// data key writes, every one of them reads. Unchanging after open: safe from several threads.
class Vault
{
  public:
    /// Opens the vault; makes one in a folder that has none, with its key in the secret store when that is
    /// reachable, else in keys/workstation.key (0600). Errors: LoginNeeded (the key lies in a secret store that is
    /// locked or unreachable, or a passphrase is wanted or wrong), Damaged (a data folder that has lost its vault
    /// or its key: never overwritten).
    [[nodiscard]] static base::Result<Vault> open(const DataFolder& folder, const VaultAccess& access);

    [[nodiscard]] KeyPlace keyPlace() const { return m_place; }

    [[nodiscard]] KeyStrength keyStrength() const;

    [[nodiscard]] const base::Key& rowKey() const;     ///< sealed blobs written from now on
    [[nodiscard]] const base::Key& pageKey() const;    ///< page files written from now on
    [[nodiscard]] const base::Key& lookupKey() const;  ///< keyed hashes; the same for the life of the vault

    /// The key a scan worker gets for one batch. Follows from the batch's id, so that it survives any crash.
    [[nodiscard]] base::Key batchKey(base::BatchId batch) const;

    /// Opens a row sealed under any data key; errors as base::openBlob.
    [[nodiscard]] base::Result<std::string> openRow(std::string_view sealed, std::string_view context) const;
    [[nodiscard]] std::string sealRow(std::string_view plain, std::string_view context) const;

    /// The key whose id stands in a sealed file's header, page keys and batch keys of every data key; error Damaged
    /// when it is none of ours.
    [[nodiscard]] base::Result<base::Key> fileKey(const std::array<std::uint8_t, 8>& keyId) const;

    /// Looks into the file's header and finds its key.
    [[nodiscard]] base::Result<base::Key> keyOfFile(const std::filesystem::path& sealed) const;

    /// Replaces the workstation key: the data keys are wrapped anew under a passphrase (Argon2id), in one durable
    /// write; then the old key is removed. Other processes keep working with what they opened.
    [[nodiscard]] base::Status lockWithPassphrase(std::string_view passphrase, SecretStore* secrets);

    /// A further data key for everything written from the next opening on; what is there stays readable.
    [[nodiscard]] base::Status addDataKey();

  private:
    struct DataKey {
        base::Key master;
        base::Key row;
        base::Key page;
        base::Key spool;
        std::vector<std::array<std::uint8_t, 8>> batchIds;  ///< key ids of the batch slots
    };

    Vault(DataFolder folder, KeyPlace place, base::Key workstation, std::vector<base::Key> masters);
    [[nodiscard]] base::Status write() const;
    [[nodiscard]] static base::Result<Vault> create(const DataFolder& folder, const VaultAccess& access);

    DataFolder m_folder;
    KeyPlace m_place;
    base::Key m_workstation;
    std::vector<DataKey> m_dataKeys;  ///< oldest first
    base::Key m_lookup;
    std::string m_salt;  ///< of the passphrase; empty otherwise
};

}  // namespace offline
