#pragma once

#include "option_set.h"

#include <scanner/device.h>
#include <scanner/scan_request.h>

#include <base/result.h>

namespace drivers {

/// What the device's options allow a request to ask for.
[[nodiscard]] scanner::Abilities abilitiesOf(const OptionSet& options);

/// Puts a request into the device's options. Fault Unsupported for a source or mode the device has not,
/// BadSetting where it refuses a value.
[[nodiscard]] base::Status applyRequest(const OptionSet& options, const scanner::ScanRequest& request);

/// The resolution the device is set to; 0 when it has none.
[[nodiscard]] base::Dpi resolutionOf(const OptionSet& options);

}  // namespace drivers
