#pragma once

#include <base/result.h>
#include <forms/calendar.h>
#include <forms/office.h>
#include <server/database.h>

#include <string>

namespace server {

/// What of the newest catalogue release, and of the office document that came with it, the cases of a division are reckoned
/// by. Cases keep their guide; days, hours and times to answer are those of now.
struct Rules {
    int release = 0;
    forms::Calendar calendar;
    forms::Office office;  ///< an empty one where none was published
};

/// Error NotFound where no catalogue was published for the division.
[[nodiscard]] base::Result<Rules> readRules(Transaction& transaction, const std::string& division);

}  // namespace server
