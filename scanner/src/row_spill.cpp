#include <scanner/row_spill.h>

#include <system_error>
#include <utility>

namespace scanner {

base::Result<RowSpill> RowSpill::create(const std::filesystem::path& file, const base::Key& key)
{
    auto writer = base::SealedFileWriter::create(file, key);
    if (!writer)
        return passOn(writer);
    return RowSpill(std::move(*writer), file, key);
}

RowSpill::RowSpill(base::SealedFileWriter writer, std::filesystem::path file, base::Key key)
    : m_writer(std::move(writer))
    , m_file(std::move(file))
    , m_key(std::move(key))
{}

RowSpill::RowSpill(RowSpill&& other) noexcept
    : m_writer(std::move(other.m_writer))
    , m_file(std::exchange(other.m_file, {}))
    , m_key(std::move(other.m_key))
{}

RowSpill::~RowSpill()
{
    std::error_code ignored;
    if (!m_file.empty())
        std::filesystem::remove(m_file, ignored);
}

base::Status RowSpill::add(std::span<const std::byte> bytes)
{
    return m_writer.write(bytes);
}

base::Status RowSpill::replay(const base::ByteSink& sink)
{
    if (auto finished = m_writer.finish(); !finished)
        return finished;
    return base::readSealedFile(m_file, m_key, sink);
}

std::uint64_t RowSpill::size() const
{
    return m_writer.plainSize();
}

}  // namespace scanner
