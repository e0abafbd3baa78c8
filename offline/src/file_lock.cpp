#include "file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <utility>

namespace offline {

FileLock::FileLock(int fd)
    : m_fd(fd)
{}

FileLock::~FileLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

FileLock::FileLock(FileLock&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
{}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

base::Result<FileLock> FileLock::take(const std::filesystem::path& file, int operation)
{
    FileLock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    int status = lock.m_fd < 0 ? -1 : ::flock(lock.m_fd, operation);
    while (lock.m_fd >= 0 && status != 0 && errno == EINTR)
        status = ::flock(lock.m_fd, operation);
    if (status == 0)
        return lock;
    if (errno == EWOULDBLOCK)
        return base::fail(base::ErrorCode::NotAllowed,
                          "Another program is using {file}.",
                          {{"file", file.filename().string()}});
    return base::fail(base::ErrorCode::Failed,
                      "{file}: {reason}",
                      {{"file", file.string()}, {"reason", std::strerror(errno)}});
}

base::Result<FileLock> FileLock::wait(const std::filesystem::path& file, Kind kind, std::stop_token stop)
{
    if (!stop.stop_possible())
        return take(file, kind == Kind::Exclusive ? LOCK_EX : LOCK_SH);
    // A waiting flock cannot be called off, so one that may be is asked for again and again.
    constexpr std::chrono::milliseconds Between{50};
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        auto taken = tryOnce(file, kind);
        if (taken || taken.error().code != base::ErrorCode::NotAllowed)
            return taken;
        stopped.wait_for(lock, stop, Between, [] { return false; });
    }
    return base::fail(base::ErrorCode::Cancelled, "It was stopped.");
}

base::Result<FileLock> FileLock::tryOnce(const std::filesystem::path& file, Kind kind)
{
    return take(file, (kind == Kind::Exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB);
}

void FileLock::share()
{
    ::flock(m_fd, LOCK_SH);
}

}  // namespace offline
