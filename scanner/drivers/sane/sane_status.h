#pragma once

#include <scanner/scan_fault.h>

#include <base/result.h>

#include <sane/sane.h>

namespace drivers {

/// What a status other than GOOD is for the operator; opening says INVAL for a device that is gone.
[[nodiscard]] scanner::ScanFault faultOfStatus(SANE_Status status);
[[nodiscard]] scanner::ScanFault faultOfOpening(SANE_Status status);

[[nodiscard]] inline tl::unexpected<base::Error> saneError(scanner::ScanFault fault)
{
    return tl::unexpected<base::Error>(scanner::errorOf(fault));
}

}  // namespace drivers
