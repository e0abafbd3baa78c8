#include <base/sealed_file.h>

#include <base/encoding.h>

#include <sodium.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

namespace base {

namespace {

constexpr std::string_view Magic = "OWV1";
constexpr std::uint8_t Algorithm = 1;
constexpr std::size_t KeyIdSize = 8;
constexpr std::size_t StreamHeaderSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t HeaderSize = 4 + 1 + KeyIdSize + StreamHeaderSize;
constexpr std::size_t ChunkSize = std::size_t{64} << 10;
constexpr std::size_t Overhead = crypto_secretstream_xchacha20poly1305_ABYTES;

unsigned char* raw(std::byte* bytes)
{
    return reinterpret_cast<unsigned char*>(bytes);
}

const unsigned char* raw(const std::byte* bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes);
}

tl::unexpected<Error> systemError(const std::filesystem::path& path)
{
    const int number = errno;
    const auto code = number == ENOENT   ? ErrorCode::NotFound
                      : number == ENOSPC ? ErrorCode::NoSpace
                                         : ErrorCode::Failed;
    return fail(code, "{file}: {reason}", {{"file", path.string()}, {"reason", std::strerror(number)}});
}

tl::unexpected<Error> damaged(const std::filesystem::path& path)
{
    return fail(ErrorCode::Damaged,
                "The encrypted file {file} is damaged or not complete.",
                {{"file", path.filename().string()}});
}

using FileStatus = struct stat;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

using File = std::unique_ptr<std::FILE, CloseFile>;

}  // namespace

struct SealedFileWriter::State {
    std::filesystem::path path;
    File file;
    crypto_secretstream_xchacha20poly1305_state stream{};
    std::vector<std::byte> chunk;
    std::uint64_t plainSize = 0;
    bool isComplete = false;

    ~State() { sodium_memzero(&stream, sizeof stream); }

    Status put(std::span<const std::byte> plain, unsigned char tag)
    {
        std::vector<std::byte> sealed(plain.size() + Overhead);
        crypto_secretstream_xchacha20poly1305_push(
            &stream, raw(sealed.data()), nullptr, raw(plain.data()), plain.size(), nullptr, 0, tag);
        if (std::fwrite(sealed.data(), 1, sealed.size(), file.get()) != sealed.size())
            return systemError(path);
        return {};
    }
};

SealedFileWriter::SealedFileWriter(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

SealedFileWriter::~SealedFileWriter() = default;
SealedFileWriter::SealedFileWriter(SealedFileWriter&&) noexcept = default;
SealedFileWriter& SealedFileWriter::operator=(SealedFileWriter&&) noexcept = default;

Result<SealedFileWriter> SealedFileWriter::create(const std::filesystem::path& path, const Key& key)
{
    auto state = std::make_unique<State>();
    state->path = path;
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError(path);
    state->file.reset(::fdopen(fd, "wb"));
    if (!state->file) {
        ::close(fd);
        return systemError(path);
    }
    std::array<std::byte, HeaderSize> header{};
    std::memcpy(header.data(), Magic.data(), Magic.size());
    header[4] = std::byte{Algorithm};
    std::memcpy(header.data() + 5, key.keyId().data(), KeyIdSize);
    crypto_secretstream_xchacha20poly1305_init_push(
        &state->stream, raw(header.data()) + 5 + KeyIdSize, key.bytes().data());
    if (std::fwrite(header.data(), 1, header.size(), state->file.get()) != header.size())
        return systemError(path);
    state->chunk.reserve(ChunkSize);
    return SealedFileWriter(std::move(state));
}

Status SealedFileWriter::write(std::span<const std::byte> plain)
{
    auto& chunk = m_state->chunk;
    m_state->plainSize += plain.size();
    while (!plain.empty()) {
        // A full chunk waits for the next byte, because the last chunk carries another tag.
        if (chunk.size() == ChunkSize) {
            if (auto put = m_state->put(chunk, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE); !put)
                return put;
            chunk.clear();
        }
        const auto take = std::min(plain.size(), ChunkSize - chunk.size());
        chunk.insert(chunk.end(), plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(take));
        plain = plain.subspan(take);
    }
    return {};
}

Status SealedFileWriter::complete()
{
    if (auto put = m_state->put(m_state->chunk, crypto_secretstream_xchacha20poly1305_TAG_FINAL); !put)
        return put;
    m_state->isComplete = true;
    return std::fflush(m_state->file.get()) == 0 ? Status() : systemError(m_state->path);
}

Status SealedFileWriter::finish()
{
    if (!m_state->isComplete) {
        if (auto completed = complete(); !completed)
            return completed;
    }
    if (::fsync(::fileno(m_state->file.get())) != 0)
        return systemError(m_state->path);
    m_state->file.reset();
    return {};
}

std::uint64_t SealedFileWriter::plainSize() const
{
    return m_state->plainSize;
}

Status readSealedFile(const std::filesystem::path& path, const Key& key, const ByteSink& sink)
{
    const File file(std::fopen(path.c_str(), "rbe"));
    if (!file)
        return systemError(path);
    std::array<std::byte, HeaderSize> header{};
    if (std::fread(header.data(), 1, header.size(), file.get()) != header.size()
        || std::memcmp(header.data(), Magic.data(), Magic.size()) != 0 || header[4] != std::byte{Algorithm})
        return damaged(path);
    if (std::memcmp(header.data() + 5, key.keyId().data(), KeyIdSize) != 0)
        return fail(ErrorCode::Damaged,
                    "The encrypted file {file} was written with another key.",
                    {{"file", path.filename().string()}});
    crypto_secretstream_xchacha20poly1305_state stream{};
    if (crypto_secretstream_xchacha20poly1305_init_pull(
            &stream, raw(header.data()) + 5 + KeyIdSize, key.bytes().data())
        != 0)
        return damaged(path);

    std::vector<std::byte> sealed(ChunkSize + Overhead);
    std::vector<std::byte> plain(ChunkSize);
    while (true) {
        const auto got = std::fread(sealed.data(), 1, sealed.size(), file.get());
        if (got < Overhead)
            return damaged(path);  // ended before the final tag
        unsigned long long length = 0;
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(
                &stream, raw(plain.data()), &length, &tag, raw(sealed.data()), got, nullptr, 0)
            != 0)
            return damaged(path);
        if (auto taken = sink(std::span(plain.data(), static_cast<std::size_t>(length))); !taken)
            return taken;
        if (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL)
            return std::fgetc(file.get()) == EOF ? Status{} : damaged(path);
    }
}

Result<std::string> readSealedFile(const std::filesystem::path& path, const Key& key, std::size_t limit)
{
    std::string bytes;
    const auto status = readSealedFile(path, key, [&](std::span<const std::byte> part) -> Status {
        if (bytes.size() + part.size() > limit)
            return fail(
                ErrorCode::NoSpace, "The file {file} is too large.", {{"file", path.filename().string()}});
        bytes.append(asText(part));
        return {};
    });
    if (!status)
        return passOn(status);
    return bytes;
}

Result<std::string> readSealedRange(const std::filesystem::path& path,
                                    const Key& key,
                                    std::uint64_t offset,
                                    std::size_t length)
{
    std::string bytes;
    std::uint64_t at = 0;
    const Error enough{ErrorCode::Cancelled, {}, {}};
    const auto status = readSealedFile(path, key, [&](std::span<const std::byte> part) -> Status {
        const std::uint64_t from = std::max(offset, at);
        const std::uint64_t to = std::min<std::uint64_t>(offset + length, at + part.size());
        if (from < to)
            bytes.append(asText(part.subspan(from - at, to - from)));
        at += part.size();
        return at >= offset + length ? Status(tl::unexpected(enough)) : Status{};
    });
    if (!status && !(status.error() == enough))
        return passOn(status);
    return bytes;
}

Result<std::uint64_t> sealedPlainSize(const std::filesystem::path& path)
{
    FileStatus about{};
    if (::stat(path.c_str(), &about) != 0)
        return systemError(path);
    const auto size = static_cast<std::uint64_t>(about.st_size);
    if (size < HeaderSize + Overhead)
        return damaged(path);
    const auto body = size - HeaderSize;
    const auto chunks = (body + ChunkSize + Overhead - 1) / (ChunkSize + Overhead);
    return body - chunks * Overhead;
}

}  // namespace base
