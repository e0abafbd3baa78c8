#include <forms/catalogue.h>

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <set>

namespace forms {

namespace {

constexpr std::string_view JwsName = "catalogue.jws";
constexpr std::string_view GuideFolder = "guides/";
constexpr std::string_view GuideEnding = ".json";
constexpr std::int64_t MaxEntry = 4 << 20;
constexpr std::int64_t MaxJws = 16 << 20;
constexpr std::size_t MaxEntries = 200'000;

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;
using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

tl::unexpected<base::Error> notACatalogue()
{
    return base::fail(base::ErrorCode::BadInput, "The file is no catalogue file, or only a part of one.");
}

std::optional<base::Digest> digestOfName(std::string_view name)
{
    if (name.size() != GuideFolder.size() + 64 + GuideEnding.size() || !name.starts_with(GuideFolder)
        || !name.ends_with(GuideEnding))
        return std::nullopt;
    return base::Digest::parse(name.substr(GuideFolder.size(), 64));
}

/// A tar ends in two blocks of zeros; without them the rest was lost on the way.
bool isWhole(std::string_view bytes)
{
    constexpr std::size_t Block = 512;
    return bytes.size() >= 2 * Block && bytes.size() % Block == 0
           && bytes.substr(bytes.size() - 2 * Block).find_first_not_of('\0') == std::string_view::npos;
}

base::Result<std::string> readBytes(archive* reader, archive_entry* entry, std::int64_t limit)
{
    const auto size = archive_entry_size(entry);
    if (size < 0 || size > limit)
        return base::fail(base::ErrorCode::BadInput, "A guide in the catalogue file is larger than 4 MiB.");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto got = archive_read_data(reader, bytes.data() + filled, bytes.size() - filled);
        if (got <= 0)
            return notACatalogue();
        filled += static_cast<std::size_t>(got);
    }
    return bytes;
}

base::Status takeEntry(archive* reader,
                       archive_entry* entry,
                       CatalogueFile& file,
                       std::set<base::Digest>& seen)
{
    const char* path = archive_entry_pathname(entry);
    const std::string_view name = path ? path : "";
    if (archive_entry_filetype(entry) == AE_IFDIR && name == GuideFolder)
        return {};
    const auto digest = digestOfName(name);
    if (archive_entry_filetype(entry) != AE_IFREG || (name != JwsName && !digest))
        return base::fail(base::ErrorCode::BadInput,
                          "The catalogue file holds an entry its format does not know.");
    auto bytes = readBytes(reader, entry, digest ? MaxEntry : MaxJws);
    if (!bytes)
        return base::passOn(bytes);
    if (!digest) {
        if (!file.jws.empty())
            return notACatalogue();
        file.jws = std::move(*bytes);
        return {};
    }
    if (base::Digest::of(*bytes) != *digest || !seen.insert(*digest).second)
        return base::fail(base::ErrorCode::BadInput,
                          "A guide in the catalogue file is not the one its name says.");
    file.guides.push_back(std::move(*bytes));
    return {};
}

/// Nothing that differs from one writing to the next: the same catalogue is the same file.
bool addEntry(archive* writer, const std::string& name, std::string_view bytes)
{
    const Entry entry(archive_entry_new(), &archive_entry_free);
    if (!entry)
        return false;
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<std::int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), 0, 0);
    return archive_write_header(writer, entry.get()) == ARCHIVE_OK
           && archive_write_data(writer, bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size());
}

la_ssize_t append(archive*, void* target, const void* bytes, std::size_t size)
{
    static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

}  // namespace

base::Result<CatalogueFile> readCatalogueFile(std::string_view bytes)
{
    const Reader reader(archive_read_new(), &archive_read_free);
    if (!isWhole(bytes) || !reader || archive_read_support_format_tar(reader.get()) != ARCHIVE_OK
        || archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        return notACatalogue();
    CatalogueFile file;
    std::set<base::Digest> seen;
    for (std::size_t entries = 0;; ++entries) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF)
            break;
        if (status != ARCHIVE_OK || entries >= MaxEntries)
            return notACatalogue();
        if (auto taken = takeEntry(reader.get(), entry, file, seen); !taken)
            return base::passOn(taken);
    }
    if (file.jws.empty())
        return notACatalogue();
    return file;
}

base::Result<std::string> writeCatalogueFile(const CatalogueFile& file)
{
    const auto failed = [] {
        return base::fail(base::ErrorCode::Failed, "The catalogue file could not be written.");
    };
    std::string bytes;
    {
        const Writer writer(archive_write_new(), &archive_write_free);
        if (!writer || archive_write_set_format_ustar(writer.get()) != ARCHIVE_OK
            || archive_write_open(writer.get(), &bytes, nullptr, append, nullptr) != ARCHIVE_OK)
            return failed();
        if (!addEntry(writer.get(), std::string(JwsName), file.jws))
            return failed();
        for (const auto& guide : file.guides)
            if (!addEntry(writer.get(),
                          std::string(GuideFolder) + base::Digest::of(guide).toString()
                              + std::string(GuideEnding),
                          guide))
                return failed();
        if (archive_write_close(writer.get()) != ARCHIVE_OK)
            return failed();
    }
    return bytes;
}

}  // namespace forms
