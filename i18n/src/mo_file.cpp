#include <i18n/mo_file.h>

namespace i18n {

namespace {

constexpr std::uint32_t Magic = 0x950412DE;
constexpr std::size_t HeaderSize = 20;
constexpr std::uint32_t RowSize = 8;  // length, offset
constexpr std::uint32_t MaxMessages = 100'000;

/// A plural's id and its texts are kept in one piece, parted by NUL.
std::vector<std::string_view> parts(std::string_view text)
{
    std::vector<std::string_view> all;
    for (auto end = text.find('\0'); end != std::string_view::npos; end = text.find('\0')) {
        all.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    all.push_back(text);
    return all;
}

tl::unexpected<base::Error> broken()
{
    return base::fail(base::ErrorCode::BadInput,
                      "The compiled message catalogue is damaged. Install the program again.");
}

}  // namespace

MoFile::MoFile(std::string_view bytes)
    : m_bytes(bytes)
    , m_count(number(8))
    , m_ids(number(12))
    , m_texts(number(16))
{}

base::Result<MoFile> MoFile::parse(std::string_view bytes)
{
    if (bytes.size() < HeaderSize || bytes.size() > UINT32_MAX)
        return broken();
    const MoFile file(bytes);
    if (file.number(0) != Magic || file.number(4) >> 16 != 0 || file.m_count > MaxMessages)
        return broken();
    if (!file.tableIsInside(file.m_ids) || !file.tableIsInside(file.m_texts))
        return broken();
    for (std::uint32_t i = 1; i < file.m_count; ++i)
        if (file.idAt(i - 1) >= file.idAt(i))
            return broken();
    return file;
}

std::optional<std::string_view> MoFile::find(std::string_view id, std::size_t form) const
{
    const auto index = indexOf(id);
    if (!index || id.empty())
        return std::nullopt;
    const auto forms = parts(text(m_texts, *index));
    if (form >= forms.size() || forms[form].empty())
        return std::nullopt;
    return forms[form];
}

std::string_view MoFile::header() const
{
    const auto index = indexOf("");
    return index ? text(m_texts, *index) : std::string_view();
}

std::vector<MoFile::Entry> MoFile::entries() const
{
    std::vector<Entry> all;
    for (std::uint32_t i = 0; i < m_count; ++i) {
        const auto ids = parts(text(m_ids, i));
        if (!ids.front().empty())
            all.push_back(
                {ids.front(), ids.size() > 1 ? ids[1] : std::string_view(), parts(text(m_texts, i))});
    }
    return all;
}

std::uint32_t MoFile::number(std::size_t offset) const
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = (value << 8) | static_cast<std::uint8_t>(m_bytes[offset + i]);
    return value;
}

std::string_view MoFile::text(std::uint32_t table, std::uint32_t index) const
{
    const std::size_t row = table + std::size_t{index} * RowSize;
    return m_bytes.substr(number(row + 4), number(row));
}

std::string_view MoFile::idAt(std::uint32_t index) const
{
    const auto id = text(m_ids, index);
    return id.substr(0, id.find('\0'));
}

std::optional<std::uint32_t> MoFile::indexOf(std::string_view id) const
{
    std::uint32_t from = 0;
    std::uint32_t to = m_count;
    while (from < to) {
        const auto middle = from + (to - from) / 2;
        if (idAt(middle) < id)
            from = middle + 1;
        else
            to = middle;
    }
    return from < m_count && idAt(from) == id ? std::optional(from) : std::nullopt;
}

bool MoFile::tableIsInside(std::uint32_t table) const
{
    const std::size_t size = m_bytes.size();
    if (table > size || size - table < std::size_t{m_count} * RowSize)
        return false;
    for (std::uint32_t i = 0; i < m_count; ++i) {
        const std::size_t length = number(table + std::size_t{i} * RowSize);
        const std::size_t offset = number(table + std::size_t{i} * RowSize + 4);
        // Behind every text there is a NUL, so it ends before the file does.
        if (offset >= size || length >= size - offset || m_bytes[offset + length] != '\0')
            return false;
    }
    return true;
}

}  // namespace i18n
