#pragma once

#include <base/result.h>
#include <base/secret.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace base {

/// The encrypted file of DESIGN section 9:
///   "OWV1" | algorithm (1 = XChaCha20-Poly1305 secretstream) | key id, 8 bytes | secretstream header, 24 bytes |
///   chunks of 64 KiB plain text, each 17 bytes longer; the last one carries the final tag.
/// A file cut anywhere, with swapped or changed chunks, or of another key does not open.

/// Writes one file as bytes come, in constant memory. Until `finish` succeeded the file is not complete and a
/// reader refuses it; the writer neither renames nor deletes it.
class SealedFileWriter
{
  public:
    [[nodiscard]] static Result<SealedFileWriter> create(const std::filesystem::path& path, const Key& key);
    ~SealedFileWriter();
    SealedFileWriter(SealedFileWriter&&) noexcept;
    SealedFileWriter& operator=(SealedFileWriter&&) noexcept;

    [[nodiscard]] Status write(std::span<const std::byte> plain);

    /// Writes the last chunk and hands everything to the operating system: whole for every reader, and for good if
    /// this process dies, but not yet if the power goes. Nothing can be written after it; `finish` is still due.
    [[nodiscard]] Status complete();

    /// Completes, if that was not done, syncs the file's bytes to disk and closes it. Once.
    [[nodiscard]] Status finish();

    [[nodiscard]] std::uint64_t plainSize() const;

  private:
    struct State;
    explicit SealedFileWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Called with the plain bytes in order; an error stops the reading and is passed on.
using ByteSink = std::function<Status(std::span<const std::byte>)>;

/// Streams a sealed file's plain bytes. The sink may have seen bytes before a damage further on is found:
/// nothing is to be trusted before this returned success.
[[nodiscard]] Status readSealedFile(const std::filesystem::path& path, const Key& key, const ByteSink& sink);

/// The whole file at once; error NoSpace above `limit` bytes of plain text.
[[nodiscard]] Result<std::string> readSealedFile(const std::filesystem::path& path,
                                                 const Key& key,
                                                 std::size_t limit = std::size_t{256} << 20);

/// A part of the plain text without decrypting more than from the start (secretstream is sequential).
[[nodiscard]] Result<std::string> readSealedRange(const std::filesystem::path& path,
                                                  const Key& key,
                                                  std::uint64_t offset,
                                                  std::size_t length);

/// Size of the plain text, from the file's size alone (not verified).
[[nodiscard]] Result<std::uint64_t> sealedPlainSize(const std::filesystem::path& path);

}  // namespace base
