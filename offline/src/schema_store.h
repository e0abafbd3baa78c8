#pragma once

#include <base/result.h>

#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace offline {

/// Steps from an empty file to this program's database, in order; user_version counts those done. A released step never
/// changes: what is new is a further one.
[[nodiscard]] const std::vector<std::string>& migrations();

/// Does the steps that are missing in one transaction. Throws SQLite::Exception.
[[nodiscard]] base::Status migrate(SQLite::Database& database);

}  // namespace offline
