#include <base/durable_file.h>
#include <base/encoding.h>
#include <server/page_store.h>

#include <system_error>

namespace server {

namespace {

constexpr std::string_view Unfinished = ".part";

tl::unexpected<base::Error> otherBytes()
{
    return base::fail(base::ErrorCode::BadInput, "The page's bytes are not those of its digest.");
}

/// Who names a digest must show its bytes, also when they are here already: having brought a page lets one see it.
base::Status compare(const base::Digest& sha256, const PageFolder::Source& source)
{
    base::Hasher hasher;
    const auto hashed = source([&hasher](std::span<const std::byte> bytes) -> base::Status {
        hasher.add(bytes);
        return {};
    });
    if (!hashed)
        return hashed;
    if (hasher.finish() != sha256)
        return otherBytes();
    return {};
}

}  // namespace

PageFolder::PageFolder(std::filesystem::path folder, const base::Key& key)
    : m_folder(std::move(folder))
    , m_key(key)
{}

std::filesystem::path PageFolder::pathOf(const base::Digest& sha256) const
{
    const auto name = sha256.toString();
    return m_folder / name.substr(0, 2) / name;
}

base::Status PageFolder::keep(const base::Digest& sha256, const Source& source) const
{
    const auto path = pathOf(sha256);
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
        if (auto same = compare(sha256, source); !same)
            return same;
        return base::syncFolder(path.parent_path());  // whoever renamed it may not have come so far
    }
    if (auto made = base::makeFolder(path.parent_path()); !made)
        return made;
    // Two uploads of the same page may run at once: each has a file of its own until it is renamed.
    const auto part = path.string() + "." + base::toHex(base::randomBytes(8)) + std::string(Unfinished);
    auto written = [&]() -> base::Status {
        auto writer = base::SealedFileWriter::create(part, m_key);
        if (!writer)
            return base::passOn(writer);
        base::Hasher hasher;
        const auto copied = source([&](std::span<const std::byte> bytes) {
            hasher.add(bytes);
            return writer->write(bytes);
        });
        if (!copied)
            return copied;
        if (hasher.finish() != sha256)
            return otherBytes();
        if (auto finished = writer->finish(); !finished)
            return finished;
        return base::renameDurably(part, path);
    }();
    if (!written)
        std::filesystem::remove(part, ignored);
    return written;
}

base::Status PageFolder::read(const base::Digest& sha256, const base::ByteSink& sink) const
{
    return base::readSealedFile(pathOf(sha256), m_key, sink);
}

base::Result<std::string> PageFolder::readRange(const base::Digest& sha256,
                                                std::uint64_t offset,
                                                std::size_t length) const
{
    return base::readSealedRange(pathOf(sha256), m_key, offset, length);
}

void PageFolder::removeLeftovers() const
{
    std::error_code ignored;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder, ignored))
        if (entry.path().extension() == Unfinished)
            std::filesystem::remove(entry.path(), ignored);
}

}  // namespace server
