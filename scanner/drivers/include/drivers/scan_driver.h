#pragma once

#include <scanner/batch_spool.h>
#include <scanner/device.h>
#include <scanner/scan_request.h>
#include <scanner/scan_sink.h>

#include <base/result.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace drivers {

/// Told the raw bytes taken so far in this batch, first with 0 when the device has begun.
using Progress = std::function<void(std::uint64_t bytes)>;

/// How a batch ended for the driver: why, or what broke.
using Outcome = tl::expected<scanner::EndReason, scanner::ScanFault>;

/// A device in use. Used by one thread; every call may block for ever, which is the matter of the process that
/// watches this one. Errors are those of scanner::errorOf.
class OpenDevice
{
  public:
    virtual ~OpenDevice() = default;  ///< ends what runs and gives the device back

    [[nodiscard]] virtual base::Result<scanner::Abilities> abilities() = 0;

    /// Takes the nearest settings the device can.
    [[nodiscard]] virtual base::Status set(const scanner::ScanRequest& request) = 0;

    /// One batch with the settings taken last. Looks at `stop` between reads, and calls the device from this
    /// thread only.
    [[nodiscard]] virtual Outcome scan(scanner::BatchSpool& spool,
                                       const Progress& progress,
                                       std::stop_token stop) = 0;
};

/// What a driver folder (sane, files, …) gives to the house; registered in registry.cpp.
class ScanDriver
{
  public:
    virtual ~ScanDriver() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;  ///< the part of a device id before the colon
    [[nodiscard]] virtual base::Result<std::vector<scanner::Device>> devices() = 0;

    /// `device` is the part of the device id behind the colon. The driver outlives the device.
    [[nodiscard]] virtual base::Result<std::unique_ptr<OpenDevice>> open(const std::string& device) = 0;
};

}  // namespace drivers
