#pragma once

#include <offline/database.h>
#include <offline/vault.h>

#include <base/digest.h>
#include <base/sealed_file.h>
#include <base/units.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace offline {

/// A page that is on disk: file, folder and row synced. There is no other way to get one.
struct KeptPage {
    base::Digest sha256;  ///< of the encoded image
    base::ByteCount bytes;
};

/// The page images and the papers made here, addressed by what they are: pages/<ab>/<sha256>, each an encrypted file of
/// DESIGN section 9. Never plain on disk. A page belongs to as many cases as name it and is removed only when none does
/// any more.
class PageStore
{
  public:
    PageStore(Database& database, const DataFolder& folder, const Vault& vault, const base::Clock& clock);

    /// Keeps an encoded image as given. When this returns, a power cut no longer takes it. The same bytes twice are
    /// one page. Errors NoSpace, Failed: nothing was kept.
    [[nodiscard]] base::Result<KeptPage> keep(std::string_view image);

    /// Takes over a spool page by renaming it: opened with its batch key, its digest compared with what the worker
    /// said, nothing encrypted twice. The spool file is gone only after the page is kept. Error Damaged when the file
    /// does not open or is not `expected`: it stays where it is.
    [[nodiscard]] base::Result<KeptPage> keepSpooled(const std::filesystem::path& spooled,
                                                     const base::Digest& expected);

    [[nodiscard]] bool has(const base::Digest& page) const;

    /// The encoded image; its digest was checked. Errors NotFound, Damaged.
    [[nodiscard]] base::Result<std::string> read(const base::Digest& page) const;

    /// `length` bytes from `offset`, as an upload needs them; the digest of the whole is not checked.
    [[nodiscard]] base::Result<std::string> readRange(const base::Digest& page,
                                                      std::uint64_t offset,
                                                      std::size_t length) const;
    [[nodiscard]] base::Result<base::ByteCount> size(const base::Digest& page) const;

    /// Removes pages no case, no paper and no outbox entry names, kept longer ago than `age`; says how many.
    [[nodiscard]] base::Result<int> removeUnused(std::chrono::hours age);

    /// Moves pages whose file lies on disk without a row (after a salvage) back under a row; says how many.
    [[nodiscard]] base::Result<int> adoptOrphans();

  private:
    [[nodiscard]] base::Status record(const KeptPage& page);
    [[nodiscard]] bool isRecorded(const base::Digest& page) const;

    Database& m_database;
    const DataFolder& m_folder;
    const Vault& m_vault;
    const base::Clock& m_clock;
};

}  // namespace offline
