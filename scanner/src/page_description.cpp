#include "page_description.h"

#include "bounded_json.h"
#include "page_json.h"

#include <scanner/spool.h>

#include <base/encoding.h>
#include <base/sealed_file.h>

namespace scanner {

namespace {

constexpr std::size_t LongestDescription = 64 * 1024;

}  // namespace

base::Result<base::SealedFileWriter> writePageDescription(const ScannedPage& page, const base::Key& key)
{
    auto writer =
        base::SealedFileWriter::create(page.file.parent_path() / spoolFileName(page.number, "meta"), key);
    if (!writer)
        return writer;
    if (const auto written = writer->write(base::asBytes(print(toJson(page)))); !written)
        return passOn(written);
    if (const auto completed = writer->complete(); !completed)
        return passOn(completed);
    return writer;
}

base::Result<ScannedPage> readPageDescription(const std::filesystem::path& folder,
                                              std::uint32_t number,
                                              const base::Key& key)
{
    const auto name = spoolFileName(number, "meta");
    const auto text = base::readSealedFile(folder / name, key, LongestDescription);
    if (!text)
        return passOn(text);
    const auto json = parseBounded(*text, LongestDescription);
    auto page = json ? pageFrom(*json) : std::nullopt;
    if (!page || page->number != number)
        return base::fail(base::ErrorCode::Damaged,
                          "The description {file} of a scanned page is damaged.",
                          {{"file", name}});
    page->file = folder / page->file;
    return std::move(*page);
}

}  // namespace scanner
