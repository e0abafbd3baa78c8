#include <offline/catalogue_import.h>

#include <base/readable_file.h>

#include <algorithm>
#include <future>
#include <memory>
#include <optional>

namespace offline {

namespace {

using base::ErrorCode;

constexpr std::size_t GuidesAtOnce = 256;
constexpr std::size_t BytesAtOnce = std::size_t{4} << 20;

base::Result<forms::CatalogueReader> openFile(const std::filesystem::path& path)
{
    auto opened = base::ReadableFile::open(path);
    if (!opened)
        return base::passOn(opened);
    // Shared, because a function object must be copyable.
    const auto file = std::make_shared<const base::ReadableFile>(std::move(*opened));
    return forms::CatalogueReader::open(
        {file->size(),
         [file](std::uint64_t from, char* to, std::size_t count) { return file->readAt(from, to, count); }});
}

/// What the index says of a guide, by its digest.
class Entries
{
  public:
    explicit Entries(std::vector<forms::CatalogueEntry> entries)
        : m_entries(std::move(entries))
    {
        std::ranges::sort(m_entries, {}, &forms::CatalogueEntry::sha256);
    }

    [[nodiscard]] const forms::CatalogueEntry* of(const base::Digest& digest) const
    {
        const auto found = std::ranges::lower_bound(m_entries, digest, {}, &forms::CatalogueEntry::sha256);
        return found == m_entries.end() || found->sha256 != digest ? nullptr : &*found;
    }

  private:
    std::vector<forms::CatalogueEntry> m_entries;
};

struct Index {
    Entries entries;
    std::optional<base::Digest> office;
};

base::Result<Index> indexOf(const std::string& jws, const forms::KeyFinder& keys)
{
    const auto verified = forms::verifyJws(jws, forms::CatalogueFormat, keys);
    if (!verified)
        return base::passOn(verified);
    auto catalogue = forms::catalogueFromJson(verified->payload);
    if (!catalogue)
        return base::passOn(catalogue);
    return Index{Entries(std::move(catalogue->guides)), catalogue->office};
}

/// A file written by an earlier version has none; then the document must be here.
base::Status takeOffice(CatalogueStore& store,
                        const std::string& jws,
                        const std::optional<base::Digest>& named,
                        const forms::KeyFinder& keys)
{
    if (jws.empty())
        return {};
    if (!named)
        return base::fail(ErrorCode::BadInput,
                          "The catalogue file holds an office document its index does not name.");
    return store.keepOffice(jws, *named, keys);
}

/// The next guides of the file; none = the end.
base::Result<std::vector<GuideToKeep>> nextGuides(forms::CatalogueReader& reader, const Entries& entries)
{
    std::vector<GuideToKeep> guides;
    for (std::size_t bytes = 0; guides.size() < GuidesAtOnce && bytes < BytesAtOnce;) {
        auto guide = reader.next();
        if (!guide)
            return base::passOn(guide);
        if (!*guide)
            break;
        const auto* entry = entries.of((*guide)->sha256);
        if (entry == nullptr)
            return base::fail(ErrorCode::BadInput,
                              "The catalogue file holds a guide its index does not name.");
        bytes += (*guide)->bytes.size();
        guides.push_back({*entry, std::move((*guide)->bytes)});
    }
    return guides;
}

}  // namespace

base::Result<forms::Catalogue> importCatalogue(CatalogueStore& store,
                                               const std::filesystem::path& file,
                                               const forms::KeyFinder& keys,
                                               const ImportControl& control)
{
    auto reader = openFile(file);
    if (!reader)
        return base::passOn(reader);
    {
        const auto index = indexOf(reader->jws(), keys);
        if (!index)
            return base::passOn(index);
        const auto read = [&] { return nextGuides(*reader, index->entries); };
        auto reading = std::async(std::launch::async, read);
        for (;;) {
            if (control.stop.stop_requested())
                return base::fail(ErrorCode::Cancelled, "The import was cancelled. Nothing was changed.");
            const auto guides = reading.get();
            if (!guides)
                return base::passOn(guides);
            if (guides->empty())
                break;
            const auto passed = reader->passed();
            // The next ones come from the disk while these are kept.
            reading = std::async(std::launch::async, read);
            if (auto kept = store.keepGuides(*guides); !kept)
                return base::passOn(kept);
            if (control.progress)
                control.progress(passed, reader->size());
        }
        if (auto taken = takeOffice(store, reader->officeJws(), index->office, keys); !taken)
            return base::passOn(taken);
    }
    auto activated = store.activate(reader->jws(), keys);
    if (!activated)
        return activated;
    const auto now = store.active();
    if (now && *now && (*now)->release != activated->release)
        return base::fail(
            ErrorCode::Conflict,
            "Release {release} was held back here by hand. Choose it if it is to be in force again.",
            {{"release", std::to_string(activated->release)}});
    return activated;
}

}  // namespace offline
