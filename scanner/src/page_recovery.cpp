#include "page_recovery.h"

#include "page_description.h"

#include <scanner/image_header.h>

#include <base/sealed_file.h>

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

}  // namespace

base::Result<ScannedPage> recoverPage(const std::filesystem::path& folder,
                                      std::uint32_t number,
                                      const base::Key& key)
{
    const auto file = folder / spoolFileName(number, "page");
    auto page = readPageDescription(folder, number, key);
    if (!page)
        return describedByItself(file, number, key);
    base::Hasher hasher;
    const auto read = base::readSealedFile(file, key, [&](std::span<const std::byte> part) -> base::Status {
        hasher.add(part);
        return {};
    });
    if (!read)
        return passOn(read);
    // A description left by an earlier try at the same number does not belong to this page.
    return hasher.finish() == page->sha256 ? std::move(page) : describedByItself(file, number, key);
}

}  // namespace scanner
