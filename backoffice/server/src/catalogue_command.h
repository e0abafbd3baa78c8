#pragma once

#include "command_line.h"

#include <base/clock.h>

namespace server {

// What `catalogue …` does; results on stdout, what the publisher should know on stderr.
[[nodiscard]] base::Status publish(const CommandLine& line, const base::Clock& clock);
[[nodiscard]] base::Status listReleases(const CommandLine& line);
[[nodiscard]] base::Status exportRelease(const CommandLine& line);

// What `office …` does.
[[nodiscard]] base::Status publishOffice(const CommandLine& line, const base::Clock& clock);
[[nodiscard]] base::Status showOffice(const CommandLine& line);

}  // namespace server
