#pragma once

#include <base/clock.h>

#include <string>

namespace server {

/// One line on stderr with the time. Never personal data: names of routes, states and causes.
void logLine(base::Timestamp at, const std::string& line);

}  // namespace server
