#pragma once

#include <base/clock.h>
#include <server/database.h>

#include <string>
#include <vector>

namespace server {

/// One line on stderr with the time. Never personal data: names of routes, states and causes.
void logLine(base::Timestamp at, const std::string& line);

/// A line for each: "damaged: cases 0190…".
void logDamaged(base::Timestamp at, const std::vector<DamagedRow>& rows);

}  // namespace server
