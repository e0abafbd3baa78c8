#pragma once

#include <drivers/scan_driver.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drivers {

/// The names of all drivers built in, in the order of the list they give.
[[nodiscard]] std::vector<std::string> driverNames();

/// Loads a driver; nothing for a name that is none. Error of scanner::errorOf when it cannot be loaded.
[[nodiscard]] std::optional<base::Result<std::unique_ptr<ScanDriver>>> makeDriver(std::string_view name);

}  // namespace drivers
