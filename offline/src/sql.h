#pragma once

#include <offline/database.h>

#include <base/clock.h>
#include <base/digest.h>
#include <base/result.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace offline::sql {

/// SQLite's exception as an error: full disk, damage (which the next opening will look into), or busy for too long.
[[nodiscard]] base::Error errorOf(const Database& database, const SQLite::Exception& exception);

/// Runs `work`, which returns a Result, and turns SQLite's exceptions into errors.
template <class Work>
std::invoke_result_t<Work> guarded(const Database& database, Work&& work)
{
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected(errorOf(database, exception));
    }
}

inline void bindBlob(SQLite::Statement& statement, int place, std::string_view bytes)
{
    statement.bind(place, bytes.data(), static_cast<int>(bytes.size()));
}

inline void bindTime(SQLite::Statement& statement, int place, base::Timestamp time)
{
    statement.bind(place, static_cast<std::int64_t>(time.time_since_epoch().count()));
}

inline std::string bytesOf(const SQLite::Column& column)
{
    const auto* start = static_cast<const char*>(column.getBlob());
    return start == nullptr ? std::string() : std::string(start, static_cast<std::size_t>(column.getBytes()));
}

inline base::Timestamp timeOf(const SQLite::Column& column)
{
    return base::Timestamp(std::chrono::milliseconds(column.getInt64()));
}

inline std::optional<base::Timestamp> timeIfAny(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(timeOf(column));
}

/// A row whose clear columns do not read: somebody wrote into the file.
[[nodiscard]] tl::unexpected<base::Error> damagedRow(const Database& database, std::string_view table);

}  // namespace offline::sql
