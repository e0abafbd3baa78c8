#pragma once

#include <base/clock.h>
#include <base/date.h>
#include <base/digest.h>
#include <base/result.h>
#include <server/database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace server {

/// The columns of one row of a table, each read as what it must be. A column that is something else makes the row a
/// damaged one: it leaves as DamagedRow, which Database turns into an error, and never becomes another value.
class Fields
{
  public:
    /// `id` is what the row is called in the message: its key. Borrows the row.
    Fields(const Row& row, std::string_view table, std::string id)
        : m_row(row)
        , m_table(table)
        , m_id(std::move(id))
    {}

    [[nodiscard]] const std::string& text(std::size_t column) const { return m_row.text(column); }

    /// The column is asked for as CAST(… AS TEXT): a connector would make 0 of what is no number.
    [[nodiscard]] std::int64_t number(std::size_t column) const;
    [[nodiscard]] base::Timestamp time(std::size_t column) const;
    [[nodiscard]] base::Digest digest(std::size_t column) const;

    /// Nothing for an empty text.
    [[nodiscard]] std::optional<base::Timestamp> timeIfAny(std::size_t column) const;
    [[nodiscard]] std::optional<base::Date> dateIfAny(std::size_t column) const;

    /// A text that `parse` understands: an id, the token of a state.
    template <class Value>
    [[nodiscard]] Value parsed(std::size_t column, std::optional<Value> (*parse)(std::string_view)) const
    {
        auto value = parse(text(column));
        if (!value)
            throwDamaged();
        return *std::move(value);
    }

    template <class Id>
    [[nodiscard]] Id id(std::size_t column) const
    {
        return parsed<Id>(column, &Id::parse);
    }

    /// What was read out of a column, if it could be.
    template <class Value>
    [[nodiscard]] Value whole(base::Result<Value> value) const
    {
        if (!value)
            throwDamaged();
        return *std::move(value);
    }

    [[noreturn]] void throwDamaged() const;

  private:
    const Row& m_row;
    std::string_view m_table;
    std::string m_id;
};

[[nodiscard]] tl::unexpected<base::Error> damaged(const DamagedRow& row);

/// Rows of a list: a damaged one keeps nobody from the others.
template <class Value>
struct RowsRead {
    std::vector<Value> whole;
    std::vector<DamagedRow> damaged;
};

template <class Read>
auto readEach(const std::vector<Row>& rows, const Read& read)
{
    RowsRead<std::invoke_result_t<Read, const Row&>> all;
    for (const auto& row : rows)
        try {
            all.whole.push_back(read(row));
        } catch (const DamagedRow& one) {
            all.damaged.push_back(one);
        }
    return all;
}

}  // namespace server
