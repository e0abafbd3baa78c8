#pragma once

#include <base/result.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace base {

/// A file that is too large to hold in memory, read piece by piece. Owns its descriptor. One thread.
class ReadableFile
{
  public:
    /// Error NotFound, or Failed with the system's reason.
    [[nodiscard]] static Result<ReadableFile> open(const std::filesystem::path& path);

    ~ReadableFile();
    ReadableFile(ReadableFile&& other) noexcept;
    ReadableFile& operator=(ReadableFile&& other) noexcept;

    [[nodiscard]] std::uint64_t size() const { return m_size; }  ///< when it was opened

    /// Up to `count` bytes from that place on into `to`; 0 = the end. Nothing between calls is remembered.
    [[nodiscard]] Result<std::size_t> readAt(std::uint64_t from, char* to, std::size_t count) const;

  private:
    ReadableFile(std::filesystem::path path, int descriptor, std::uint64_t size);

    std::filesystem::path m_path;
    int m_descriptor;
    std::uint64_t m_size;
};

}  // namespace base
