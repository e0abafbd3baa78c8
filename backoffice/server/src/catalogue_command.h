#pragma once

#include "command_line.h"

#include <base/clock.h>

namespace server {

// What `catalogue …` does; results on stdout, what lint says on stderr.
[[nodiscard]] base::Status publish(const CommandLine& line, const base::Clock& clock);
[[nodiscard]] base::Status listReleases(const CommandLine& line);
[[nodiscard]] base::Status exportRelease(const CommandLine& line);

}  // namespace server
