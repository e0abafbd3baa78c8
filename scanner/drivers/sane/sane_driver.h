#pragma once

#include <drivers/scan_driver.h>

namespace drivers {

/// Scanners behind SANE's libsane, in the configuration of this process's environment. One at a time: the
/// library's state is that of the process.
[[nodiscard]] base::Result<std::unique_ptr<ScanDriver>> makeSaneDriver();

}  // namespace drivers
