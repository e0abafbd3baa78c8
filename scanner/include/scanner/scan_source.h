#pragma once

#include <scanner/device.h>
#include <scanner/scan_request.h>
#include <scanner/scan_sink.h>
#include <scanner/spool.h>

#include <base/result.h>

#include <stop_token>
#include <vector>

namespace scanner {

/// What a scanner must do. All calls block and belong on a worker thread; one call at a time on one source.
/// A stop request ends any of them within the source's deadlines, never later, whatever the driver does.
class ScanSource
{
  public:
    virtual ~ScanSource() = default;

    /// Every device that can be found now. May take seconds: every installed driver is asked.
    [[nodiscard]] virtual base::Result<std::vector<Device>> devices(std::stop_token stop) = 0;

    /// What the device can do. Asks only this device's driver, so it is quick. Also the way to test whether a
    /// configured device is there. Errors are those of `errorOf`, or Cancelled.
    [[nodiscard]] virtual base::Result<Abilities> abilities(const DeviceId& device, std::stop_token stop) = 0;

    /// Scans one batch into the spool folder and tells the sink. Everything that goes wrong is told as a fault;
    /// the device can be used again afterwards. After a fault the batch is continued by another call whose
    /// spool begins at the next number.
    virtual void acquire(const ScanRequest& request,
                         const Spool& spool,
                         ScanSink& sink,
                         std::stop_token stop) = 0;
};

}  // namespace scanner
