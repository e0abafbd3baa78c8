#include <offline/vault.h>

#include "file_lock.h"
#include "vault_header.h"

#include <base/durable_file.h>
#include <base/encoding.h>
#include <base/sealed_blob.h>

#include <algorithm>
#include <cstring>
#include <fstream>

namespace offline {

namespace {

constexpr int BatchSlots = 256;

std::string hexOf(const std::array<std::uint8_t, 8>& id)
{
    return base::toHex({reinterpret_cast<const char*>(id.data()), id.size()});
}

std::string secretName(const std::string& keyId)
{
    return "workstation-key-" + keyId;
}

std::filesystem::path headerFile(const DataFolder& folder)
{
    return folder.keys() / "vault.json";
}

std::filesystem::path keyFile(const DataFolder& folder)
{
    return folder.keys() / "workstation.key";
}

bool hasData(const DataFolder& folder)
{
    std::error_code ignored;
    return std::filesystem::exists(folder.database(), ignored)
           || std::filesystem::directory_iterator(folder.pages(), ignored)
                  != std::filesystem::directory_iterator();
}

base::Result<base::Key> readKeyFile(const DataFolder& folder)
{
    auto text = base::readFile(keyFile(folder), 1024);
    if (!text)
        return base::fail(
            base::ErrorCode::Damaged,
            "The key of this data folder, {file}, is gone. Without it nothing here can be opened: bring "
            "it back from a backup.",
            {{"file", keyFile(folder).string()}});
    while (!text->empty() && (text->back() == '\n' || text->back() == '\r'))
        text->pop_back();
    auto bytes = base::fromHex(*text);
    base::wipe(*text);
    auto key = bytes ? base::Key::fromBytes(*bytes) : std::nullopt;
    if (bytes)
        base::wipe(*bytes);
    if (!key)
        return base::fail(base::ErrorCode::Damaged,
                          "The key file {file} is damaged: bring it back from a backup.",
                          {{"file", keyFile(folder).string()}});
    return *key;
}

base::Result<base::Key> readSecret(const VaultHeader& header, SecretStore* secrets)
{
    auto key = secrets != nullptr && secrets->reachable() ? secrets->find(secretName(header.workstationKeyId))
                                                          : std::optional<base::Key>();
    if (key && *key)
        return **key;
    return base::fail(
        base::ErrorCode::LoginNeeded,
        "The key of this data folder lies in the desktop's secret store, which cannot be reached now. "
        "Log in to the desktop and unlock it.");
}

base::Result<base::Key> readPassphrase(const VaultHeader& header,
                                       const std::optional<std::string>& passphrase)
{
    if (!passphrase)
        return base::fail(base::ErrorCode::LoginNeeded,
                          "This data folder is locked with a passphrase. Give it with --passphrase-file.");
    auto key = base::Key::fromPassword(*passphrase, header.salt);
    if (!key)
        return base::fail(base::ErrorCode::NoSpace, "There is not enough memory to check the passphrase.");
    if (hexOf(key->keyId()) != header.workstationKeyId)
        return base::fail(base::ErrorCode::LoginNeeded, "The passphrase is wrong.");
    return *key;
}

base::Result<base::Key> workstationKey(const DataFolder& folder,
                                       const VaultHeader& header,
                                       const VaultAccess& access)
{
    switch (header.place) {
    case KeyPlace::File: return readKeyFile(folder);
    case KeyPlace::SecretStore: return readSecret(header, access.secrets);
    case KeyPlace::Passphrase: return readPassphrase(header, access.passphrase);
    }
    return base::fail(base::ErrorCode::Damaged, "The vault does not say where its key lies.");
}

std::string wrapContext(const std::string& keyId)
{
    return "vault:" + keyId;
}

}  // namespace

std::string_view nameOf(KeyPlace place)
{
    switch (place) {
    case KeyPlace::Passphrase: return "passphrase";
    case KeyPlace::SecretStore: return "secret-store";
    case KeyPlace::File: return "file";
    }
    return {};
}

Vault::Vault(DataFolder folder, KeyPlace place, base::Key workstation, std::vector<base::Key> masters)
    : m_folder(std::move(folder))
    , m_place(place)
    , m_workstation(std::move(workstation))
{
    for (auto& master : masters) {
        DataKey key{master,
                    master.derive(1, "ow-rows "),
                    master.derive(2, "ow-pages"),
                    master.derive(3, "ow-spool"),
                    {}};
        key.batchIds.reserve(BatchSlots);
        for (int slot = 0; slot < BatchSlots; ++slot)
            key.batchIds.push_back(
                key.spool.derive(static_cast<std::uint64_t>(slot) + 1, "ow-batch").keyId());
        m_dataKeys.push_back(std::move(key));
    }
    m_lookup = masters.front().derive(4, "ow-look ");
}

base::Result<Vault> Vault::open(const DataFolder& folder, const VaultAccess& access)
{
    const auto lock = FileLock::wait(folder.keys() / "vault.lock", FileLock::Kind::Exclusive);
    if (!lock)
        return base::passOn(lock);
    std::error_code ignored;
    if (!std::filesystem::exists(headerFile(folder), ignored))
        return create(folder, access);
    const auto header = readVaultHeader(headerFile(folder));
    if (!header)
        return base::passOn(header);
    auto workstation = workstationKey(folder, *header, access);
    if (!workstation)
        return base::passOn(workstation);
    std::vector<base::Key> masters;
    for (const auto& wrapped : header->dataKeys) {
        auto bytes = base::openBlob(wrapped.wrapped, *workstation, wrapContext(wrapped.id));
        auto master = bytes ? base::Key::fromBytes(*bytes) : std::nullopt;
        if (bytes)
            base::wipe(*bytes);
        if (!master)
            return base::fail(
                base::ErrorCode::Damaged,
                "The vault of this data folder does not open with its key. Bring the folder keys back "
                "from a backup.");
        masters.push_back(*master);
    }
    Vault vault(folder, header->place, *workstation, std::move(masters));
    vault.m_salt = header->salt;
    return vault;
}

base::Result<Vault> Vault::create(const DataFolder& folder, const VaultAccess& access)
{
    if (hasData(folder))
        return base::fail(
            base::ErrorCode::Damaged,
            "The data folder holds cases but its vault, {file}, is gone. Bring it back from a backup; "
            "nothing was changed.",
            {{"file", headerFile(folder).string()}});
    const auto workstation = base::Key::random();
    const bool secret =
        access.secrets != nullptr && access.secrets->reachable()
        && access.secrets->keep(secretName(hexOf(workstation.keyId())), workstation).has_value();
    if (!secret) {
        auto text = base::toHex(workstation.toString()) + "\n";
        auto written = base::writeDurably(keyFile(folder), text);
        base::wipe(text);
        if (!written)
            return base::passOn(written);
    }
    Vault vault(folder, secret ? KeyPlace::SecretStore : KeyPlace::File, workstation, {base::Key::random()});
    if (auto written = vault.write(); !written)
        return base::passOn(written);
    return vault;
}

base::Status Vault::write() const
{
    VaultHeader header;
    header.place = m_place;
    header.workstationKeyId = hexOf(m_workstation.keyId());
    header.salt = m_salt;
    for (const auto& key : m_dataKeys) {
        const auto id = hexOf(key.master.keyId());
        auto bytes = key.master.toString();
        header.dataKeys.push_back({id, base::sealBlob(bytes, m_workstation, wrapContext(id))});
        base::wipe(bytes);
    }
    return writeVaultHeader(headerFile(m_folder), header);
}

KeyStrength Vault::keyStrength() const
{
    return m_place == KeyPlace::File ? KeyStrength::Weak : KeyStrength::Strong;
}

const base::Key& Vault::rowKey() const
{
    return m_dataKeys.back().row;
}

const base::Key& Vault::pageKey() const
{
    return m_dataKeys.back().page;
}

const base::Key& Vault::lookupKey() const
{
    return m_lookup;
}

base::Key Vault::batchKey(base::BatchId batch) const
{
    // Few enough slots to find the key again from a file's header alone, should the database be lost.
    const auto slot = base::Digest::of(batch.toString()).bytes()[0];
    return m_dataKeys.back().spool.derive(std::uint64_t{slot} + 1, "ow-batch");
}

std::string Vault::sealRow(std::string_view plain, std::string_view context) const
{
    return base::sealBlob(plain, rowKey(), context);
}

base::Result<std::string> Vault::openRow(std::string_view sealed, std::string_view context) const
{
    for (std::size_t i = m_dataKeys.size(); i-- > 1;) {
        const auto id = m_dataKeys[i].row.keyId();
        if (sealed.size() > id.size() && std::memcmp(sealed.data() + 1, id.data(), id.size()) == 0)
            return base::openBlob(sealed, m_dataKeys[i].row, context);
    }
    return base::openBlob(sealed, m_dataKeys.front().row, context);
}

base::Result<base::Key> Vault::fileKey(const std::array<std::uint8_t, 8>& keyId) const
{
    for (auto key = m_dataKeys.rbegin(); key != m_dataKeys.rend(); ++key) {
        if (key->page.keyId() == keyId)
            return key->page;
        const auto slot = std::ranges::find(key->batchIds, keyId);
        if (slot != key->batchIds.end())
            return key->spool.derive(static_cast<std::uint64_t>(slot - key->batchIds.begin()) + 1,
                                     "ow-batch");
    }
    return base::fail(base::ErrorCode::Damaged,
                      "An encrypted file was written with a key that is not of this vault.");
}

base::Result<base::Key> Vault::keyOfFile(const std::filesystem::path& sealed) const
{
    std::array<char, 13> header{};
    std::ifstream file(sealed, std::ios::binary);
    if (!file)
        return base::fail(base::ErrorCode::NotFound,
                          "The encrypted file {file} is not here.",
                          {{"file", sealed.filename().string()}});
    file.read(header.data(), header.size());
    if (!file || std::memcmp(header.data(), "OWV1", 4) != 0)
        return base::fail(base::ErrorCode::Damaged,
                          "The encrypted file {file} is damaged or not complete.",
                          {{"file", sealed.filename().string()}});
    std::array<std::uint8_t, 8> id{};
    std::memcpy(id.data(), header.data() + 5, id.size());
    return fileKey(id);
}

base::Status Vault::lockWithPassphrase(std::string_view passphrase, SecretStore* secrets)
{
    if (passphrase.empty())
        return base::fail(base::ErrorCode::BadArgument, "The passphrase is empty.");
    const auto lock = FileLock::wait(m_folder.keys() / "vault.lock", FileLock::Kind::Exclusive);
    if (!lock)
        return base::passOn(lock);
    const auto salt = base::randomBytes(16);
    const auto key = base::Key::fromPassword(passphrase, salt);
    if (!key)
        return base::fail(base::ErrorCode::NoSpace, "There is not enough memory to use a passphrase.");
    const auto oldPlace = m_place;
    const auto oldName = secretName(hexOf(m_workstation.keyId()));
    Vault locked = *this;
    locked.m_place = KeyPlace::Passphrase;
    locked.m_workstation = *key;
    locked.m_salt = salt;
    if (auto written = locked.write(); !written)
        return written;
    *this = std::move(locked);
    if (oldPlace == KeyPlace::SecretStore && secrets != nullptr)
        return secrets->forget(oldName);
    std::error_code ignored;
    if (oldPlace == KeyPlace::File && std::filesystem::remove(keyFile(m_folder), ignored))
        return base::syncFolder(m_folder.keys());
    return {};
}

base::Status Vault::addDataKey()
{
    const auto lock = FileLock::wait(m_folder.keys() / "vault.lock", FileLock::Kind::Exclusive);
    if (!lock)
        return base::passOn(lock);
    std::vector<base::Key> masters;
    for (const auto& key : m_dataKeys)
        masters.push_back(key.master);
    masters.push_back(base::Key::random());
    Vault grown(m_folder, m_place, m_workstation, std::move(masters));
    grown.m_salt = m_salt;
    return grown.write();
}

}  // namespace offline
