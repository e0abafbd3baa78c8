#include "page_recovery.h"

#include "page_description.h"

#include <scanner/image_header.h>

#include <base/durable_file.h>
#include <base/sealed_file.h>

#include <system_error>

namespace scanner {

namespace {

/// A page whose description is lost, read from its own image.
base::Result<ScannedPage> describedByItself(const std::filesystem::path& file,
                                            std::uint32_t number,
                                            const base::Key& key)
{
    const auto image = base::readSealedFile(file, key);
    if (!image)
        return passOn(image);
    const auto header = readImageHeader(*image, file.filename().string());
    if (!header)
        return passOn(header);
    return ScannedPage{file,
                       number,
                       base::Digest::of(*image),
                       header->type,
                       {image->size()},
                       header->width,
                       header->height,
                       header->dpi,
                       Side::Front,
                       {PageFlag::Recovered}};
}

base::Result<base::Digest> digestOf(const std::filesystem::path& file, const base::Key& key)
{
    base::Hasher hasher;
    const auto read = base::readSealedFile(file, key, [&](std::span<const std::byte> part) -> base::Status {
        hasher.add(part);
        return {};
    });
    if (!read)
        return passOn(read);
    return hasher.finish();
}

/// Does what the dead process had still to do, when its page is whole and as described.
void finishForTheDead(const ScannedPage& page, const base::Key& key)
{
    const auto folder = page.file.parent_path();
    const auto part = folder / spoolFileName(page.number, "part");
    std::error_code ignored;
    if (std::filesystem::exists(page.file, ignored) || !std::filesystem::exists(part, ignored))
        return;
    const auto digest = digestOf(part, key);
    if (!digest || *digest != page.sha256)
        return;
    // Should this fail, the page is found unfinished again the next time.
    if (base::syncFile(part) && base::syncFile(folder / spoolFileName(page.number, "meta"))) [[maybe_unused]]
        const auto renamed = base::renameDurably(part, page.file);
}

}  // namespace

base::Result<ScannedPage> recoverPage(const std::filesystem::path& folder,
                                      std::uint32_t number,
                                      const base::Key& key)
{
    const auto file = folder / spoolFileName(number, "page");
    auto page = readPageDescription(folder, number, key);
    if (!page)
        return describedByItself(file, number, key);
    finishForTheDead(*page, key);
    const auto digest = digestOf(file, key);
    if (!digest)
        return passOn(digest);
    // A description left by an earlier try at the same number does not belong to this page.
    return *digest == page->sha256 ? std::move(page) : describedByItself(file, number, key);
}

}  // namespace scanner
