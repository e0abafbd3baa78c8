#include <base/durable_file.h>

#include <base/encoding.h>
#include <base/secret.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace base {

namespace {

using FileStatus = struct stat;

class Descriptor
{
  public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {}

    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return m_fd; }

    [[nodiscard]] bool good() const { return m_fd >= 0; }

  private:
    int m_fd;
};

tl::unexpected<Error> systemError(const std::filesystem::path& path)
{
    const int number = errno;
    const auto code = number == ENOENT                       ? ErrorCode::NotFound
                      : number == ENOSPC || number == EDQUOT ? ErrorCode::NoSpace
                                                             : ErrorCode::Failed;
    return fail(code, "{file}: {reason}", {{"file", path.string()}, {"reason", std::strerror(number)}});
}

Status writeAll(int fd, std::string_view bytes, const std::filesystem::path& path)
{
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return systemError(path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

std::filesystem::path folderOf(const std::filesystem::path& path)
{
    const auto parent = path.parent_path();
    return parent.empty() ? std::filesystem::path(".") : parent;
}

}  // namespace

Status syncFile(const std::filesystem::path& file)
{
    const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd.good() || ::fsync(fd.get()) != 0)
        return systemError(file);
    return {};
}

Status syncFolder(const std::filesystem::path& folder)
{
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.good() || ::fsync(fd.get()) != 0)
        return systemError(folder);
    return {};
}

Status writeDurably(const std::filesystem::path& path, std::string_view bytes)
{
    auto beside = path;
    beside += "." + toHex(randomBytes(6)) + ".part";
    {
        const Descriptor fd(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!fd.good())
            return systemError(beside);
        auto written = writeAll(fd.get(), bytes, beside);
        if (written && ::fsync(fd.get()) != 0)
            written = systemError(beside);
        if (!written) {
            ::unlink(beside.c_str());
            return written;
        }
    }
    auto renamed = renameDurably(beside, path);
    if (!renamed)
        ::unlink(beside.c_str());
    return renamed;
}

Status renameDurably(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return systemError(from);
    return syncFolder(folderOf(to));
}

Status makeFolder(const std::filesystem::path& folder)
{
    std::error_code ignored;
    if (folder.empty() || std::filesystem::is_directory(folder, ignored))
        return {};
    if (auto parent = makeFolder(folder.parent_path()); !parent)
        return parent;
    // Another process may have made it meanwhile; a file of that name is in the way.
    if (::mkdir(folder.c_str(), 0700) != 0) {
        Status failed = systemError(folder);  // before errno changes
        if (!std::filesystem::is_directory(folder, ignored))
            return failed;
    }
    return syncFolder(folderOf(folder));
}

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit)
{
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    FileStatus about{};
    if (!fd.good() || ::fstat(fd.get(), &about) != 0)
        return systemError(path);
    if (S_ISDIR(about.st_mode))
        return fail(ErrorCode::BadArgument, "{file} is a folder, not a file.", {{"file", path.string()}});
    if (static_cast<std::uint64_t>(about.st_size) > limit)
        return fail(ErrorCode::NoSpace, "The file {file} is too large.", {{"file", path.string()}});
    std::string bytes;
    std::string block(65536, '\0');
    while (true) {
        const auto got = ::read(fd.get(), block.data(), block.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path);
        if (got == 0)
            return bytes;
        bytes.append(block, 0, static_cast<std::size_t>(got));
        if (bytes.size() > limit)
            return fail(ErrorCode::NoSpace, "The file {file} is too large.", {{"file", path.string()}});
    }
}

}  // namespace base
