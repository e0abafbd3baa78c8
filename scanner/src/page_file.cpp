#include "page_file.h"

#include "page_description.h"

#include <base/durable_file.h>

#include <system_error>
#include <utility>

namespace scanner {

base::Result<PageFile> PageFile::create(const Spool& spool, std::uint32_t number)
{
    auto writer = base::SealedFileWriter::create(spool.folder / spoolFileName(number, "part"), spool.key);
    if (!writer)
        return passOn(writer);
    return PageFile(std::move(*writer), spool.folder, number);
}

PageFile::PageFile(base::SealedFileWriter writer, std::filesystem::path folder, std::uint32_t number)
    : m_writer(std::move(writer))
    , m_folder(std::move(folder))
    , m_number(number)
{}

PageFile::PageFile(PageFile&& other) noexcept
    : m_writer(std::move(other.m_writer))
    , m_description(std::move(other.m_description))
    , m_page(std::move(other.m_page))
    , m_hasher(other.m_hasher)
    , m_folder(std::move(other.m_folder))
    , m_number(other.m_number)
    , m_isMine(std::exchange(other.m_isMine, false))
{}

PageFile::~PageFile()
{
    std::error_code ignored;
    if (m_isMine)
        std::filesystem::remove(path("part"), ignored);
}

std::filesystem::path PageFile::path(std::string_view ending) const
{
    return m_folder / spoolFileName(m_number, ending);
}

base::Status PageFile::write(std::span<const std::byte> encoded)
{
    m_hasher.add(encoded);
    return m_writer.write(encoded);
}

base::Status PageFile::complete(PageFacts facts, const base::Key& key)
{
    m_page = {path("page"),
              m_number,
              m_hasher.finish(),
              facts.type,
              {m_writer.plainSize()},
              facts.width,
              facts.height,
              facts.dpi,
              facts.side,
              std::move(facts.flags)};
    // First the description: a whole image then always has one.
    auto description = writePageDescription(m_page, key);
    if (!description)
        return passOn(description);
    m_description.emplace(std::move(*description));
    return m_writer.complete();
}

base::Result<ScannedPage> PageFile::finish()
{
    if (const auto synced = m_writer.finish(); !synced)
        return passOn(synced);
    if (const auto synced = m_description->finish(); !synced)
        return passOn(synced);
    if (const auto renamed = base::renameDurably(path("part"), m_page.file); !renamed)
        return passOn(renamed);
    m_isMine = false;
    return m_page;
}

}  // namespace scanner
