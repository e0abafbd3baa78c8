#include <server/fields.h>

#include <charconv>

namespace server {

std::int64_t Fields::number(std::size_t column) const
{
    const auto& digits = text(column);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size())
        throwDamaged();
    return number;
}

base::Timestamp Fields::time(std::size_t column) const
{
    return parsed<base::Timestamp>(column, &base::parseTimestamp);
}

base::Digest Fields::digest(std::size_t column) const
{
    return parsed<base::Digest>(column, &base::Digest::parse);
}

std::optional<base::Timestamp> Fields::timeIfAny(std::size_t column) const
{
    return text(column).empty() ? std::nullopt : std::optional(time(column));
}

std::optional<base::Date> Fields::dateIfAny(std::size_t column) const
{
    return text(column).empty() ? std::nullopt : std::optional(parsed<base::Date>(column, &base::parseDate));
}

void Fields::throwDamaged() const
{
    throw DamagedRow{std::string(m_table), m_id};
}

tl::unexpected<base::Error> damaged(const DamagedRow& row)
{
    return base::fail(base::ErrorCode::Damaged,
                      "The record {id} of the table {table} is damaged: restore it from a backup.",
                      {{"id", row.id}, {"table", row.table}});
}

}  // namespace server
