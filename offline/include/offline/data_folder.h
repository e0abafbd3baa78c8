#pragma once

#include <base/digest.h>
#include <base/ids.h>
#include <base/result.h>

#include <filesystem>

namespace offline {

/// Where everything of one workstation lies (DESIGN section 9):
///   onewindow.db  outbox.lock  pages/<ab>/<sha256>  spool/<batch>/NNNN.part -> .page  bin/  damaged/  keys/
/// A value of paths; folders have mode 0700. Safe to copy and to use from any thread and several processes.
class DataFolder
{
  public:
    /// Opens the folder or makes it. Error BadArgument, and nothing is touched: the path names a file, a folder
    /// with foreign things in it, or a place inside another data folder.
    [[nodiscard]] static base::Result<DataFolder> open(const std::filesystem::path& root);

    [[nodiscard]] const std::filesystem::path& root() const { return m_root; }

    [[nodiscard]] std::filesystem::path database() const { return m_root / "onewindow.db"; }

    [[nodiscard]] std::filesystem::path outboxLock() const { return m_root / "outbox.lock"; }

    [[nodiscard]] std::filesystem::path pages() const { return m_root / "pages"; }

    [[nodiscard]] std::filesystem::path page(const base::Digest& digest) const;

    [[nodiscard]] std::filesystem::path spool() const { return m_root / "spool"; }

    [[nodiscard]] std::filesystem::path spool(base::BatchId batch) const;

    [[nodiscard]] std::filesystem::path bin() const { return m_root / "bin"; }

    [[nodiscard]] std::filesystem::path damaged() const { return m_root / "damaged"; }

    [[nodiscard]] std::filesystem::path keys() const { return m_root / "keys"; }

    [[nodiscard]] std::filesystem::path userKeys() const { return m_root / "keys" / "users"; }

  private:
    explicit DataFolder(std::filesystem::path root);
    std::filesystem::path m_root;
};

}  // namespace offline
