#include <base/readable_file.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace base {

namespace {

tl::unexpected<Error> systemError(const std::filesystem::path& path)
{
    const int number = errno;
    return fail(number == ENOENT ? ErrorCode::NotFound : ErrorCode::Failed,
                "{file}: {reason}",
                {{"file", path.string()}, {"reason", std::strerror(number)}});
}

}  // namespace

ReadableFile::ReadableFile(std::filesystem::path path, int descriptor, std::uint64_t size)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
    , m_size(size)
{}

ReadableFile::~ReadableFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

ReadableFile::ReadableFile(ReadableFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_size(other.m_size)
{}

ReadableFile& ReadableFile::operator=(ReadableFile&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_size, other.m_size);
    return *this;
}

Result<ReadableFile> ReadableFile::open(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return systemError(path);

    struct stat status {};

    ReadableFile file(path, descriptor, 0);
    if (::fstat(descriptor, &status) != 0)
        return systemError(path);
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::BadInput, "{file} is no file.", {{"file", path.string()}});
    file.m_size = static_cast<std::uint64_t>(status.st_size);
    return file;
}

Result<std::size_t> ReadableFile::readAt(std::uint64_t from, char* to, std::size_t count) const
{
    for (;;) {
        const auto got = ::pread(m_descriptor, to, count, static_cast<off_t>(from));
        if (got >= 0)
            return static_cast<std::size_t>(got);
        if (errno != EINTR)
            return systemError(m_path);
    }
}

}  // namespace base
