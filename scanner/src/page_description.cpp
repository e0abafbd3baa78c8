#include "page_description.h"

#include "bounded_json.h"
#include "page_json.h"

#include <scanner/spool.h>

#include <base/durable_file.h>
#include <base/sealed_blob.h>

namespace scanner {

namespace {

constexpr std::size_t LongestDescription = 64 * 1024;

std::string contextOf(std::uint32_t number)
{
    return "scan-page/" + std::to_string(number);
}

}  // namespace

base::Status writePageDescription(const ScannedPage& page, const base::Key& key)
{
    const auto sealed = base::sealBlob(print(toJson(page)), key, contextOf(page.number));
    return base::writeDurably(page.file.parent_path() / spoolFileName(page.number, "meta"), sealed);
}

base::Result<ScannedPage> readPageDescription(const std::filesystem::path& folder,
                                              std::uint32_t number,
                                              const base::Key& key)
{
    const auto name = spoolFileName(number, "meta");
    const auto sealed = base::readFile(folder / name, LongestDescription);
    if (!sealed)
        return passOn(sealed);
    const auto text = base::openBlob(*sealed, key, contextOf(number));
    if (!text)
        return passOn(text);
    const auto json = parseBounded(*text, LongestDescription);
    auto page = json ? pageFrom(*json) : std::nullopt;
    if (!page || page->number != number)
        return base::fail(
            base::ErrorCode::Damaged, "The description {file} of a scanned page is damaged.", {{"file", name}});
    page->file = folder / page->file;
    return std::move(*page);
}

}  // namespace scanner
