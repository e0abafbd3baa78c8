#pragma once

#include <scanner/spool.h>

#include <base/sealed_file.h>

#include <optional>

namespace scanner {

/// Rows of a page whose height is told only by its end (hand-fed and endless originals): they wait encrypted in
/// NNNN.rows.part beside the page, in constant memory, until they can be encoded. The file goes with the object.
class RowSpill
{
  public:
    [[nodiscard]] static base::Result<RowSpill> create(const std::filesystem::path& file,
                                                       const base::Key& key);
    ~RowSpill();
    RowSpill(RowSpill&& other) noexcept;
    RowSpill& operator=(RowSpill&&) = delete;

    [[nodiscard]] base::Status add(std::span<const std::byte> bytes);

    /// Gives everything back in order, in pieces of any size. Ends the adding.
    [[nodiscard]] base::Status replay(const base::ByteSink& sink);

    [[nodiscard]] std::uint64_t size() const;

  private:
    RowSpill(base::SealedFileWriter writer, std::filesystem::path file, base::Key key);

    base::SealedFileWriter m_writer;
    std::filesystem::path m_file;
    base::Key m_key;
};

}  // namespace scanner
