#pragma once

#include <scanner/batch_spool.h>

#include <base/digest.h>
#include <base/sealed_file.h>

#include <optional>

namespace scanner {

/// One page on its way to the disk: NNNN.part until it is whole. Gone with its file unless `finish` succeeded.
class PageFile
{
  public:
    [[nodiscard]] static base::Result<PageFile> create(const Spool& spool, std::uint32_t number);
    ~PageFile();
    PageFile(PageFile&& other) noexcept;
    PageFile& operator=(PageFile&&) = delete;

    [[nodiscard]] base::Status write(std::span<const std::byte> encoded);

    /// Nothing more comes: from here the page survives this process, because `recoverPage` finds it whole.
    [[nodiscard]] base::Status complete(PageFacts facts, const base::Key& key);

    /// Syncs, renames, syncs the folder. The page may be announced when this succeeded. After `complete`.
    [[nodiscard]] base::Result<ScannedPage> finish();

  private:
    PageFile(base::SealedFileWriter writer, std::filesystem::path folder, std::uint32_t number);
    [[nodiscard]] std::filesystem::path path(std::string_view ending) const;

    base::SealedFileWriter m_writer;
    std::optional<base::SealedFileWriter> m_description;
    ScannedPage m_page;
    base::Hasher m_hasher;
    std::filesystem::path m_folder;
    std::uint32_t m_number;
    bool m_isMine = true;
};

}  // namespace scanner
