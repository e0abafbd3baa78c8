#pragma once

#include <base/result.h>

#include <filesystem>
#include <stop_token>

namespace offline {

/// An advisory lock of a file (flock), held while this lives. It goes with the process, so no crash leaves one behind.
class FileLock
{
  public:
    enum class Kind { Shared, Exclusive };

    /// Waits for it; error Cancelled when stopped meanwhile.
    [[nodiscard]] static base::Result<FileLock> wait(const std::filesystem::path& file,
                                                     Kind kind,
                                                     std::stop_token stop = {});

    /// Whether it could be had at once; error NotAllowed when somebody holds it.
    [[nodiscard]] static base::Result<FileLock> tryOnce(const std::filesystem::path& file, Kind kind);

    ~FileLock();
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;

    /// Lets others share it.
    void share();

  private:
    explicit FileLock(int fd);
    [[nodiscard]] static base::Result<FileLock> take(const std::filesystem::path& file, int operation);
    int m_fd;
};

}  // namespace offline
