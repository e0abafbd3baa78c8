#pragma once

#include <scanner/scan_fault.h>
#include <scanner/scanned_page.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace scanner {

/// Why a batch is over.
enum class EndReason {
    Finished,     ///< the page limit was reached, or the one page of a flatbed
    FeederEmpty,  ///< no more paper; whether that is too early only the asker knows
    Cancelled,
    Faulted,
};

[[nodiscard]] std::string_view nameOf(
    EndReason reason);  ///< "finished", "feeder-empty", "cancelled", "faulted"
[[nodiscard]] std::optional<EndReason> parseEndReason(std::string_view name);

struct BatchEnd {
    EndReason why = EndReason::Finished;
    std::uint32_t pages = 0;         ///< how many were announced in this batch
    std::optional<ScanFault> fault;  ///< there exactly when `why` is Faulted

    bool operator==(const BatchEnd&) const = default;
};

/// Hears what a batch does, in order, one call at a time, on the thread that runs `ScanSource::acquire` or on one
/// that `acquire` joins before it returns. Must return soon: the scanner waits meanwhile. A page is never said
/// twice.
class ScanSink
{
  public:
    virtual ~ScanSink() = default;

    /// Raw bytes taken from the device so far in this batch; never shrinks. First with 0, when the device has
    /// begun with the first page. A sign of life, nothing more exact.
    virtual void progress(std::uint64_t bytes) = 0;

    /// The page is safe on disk.
    virtual void page(const ScannedPage& page) = 0;

    /// At most once; `end` follows with the same fault.
    virtual void fault(ScanFault fault) = 0;

    /// Exactly once, and last.
    virtual void end(const BatchEnd& end) = 0;
};

}  // namespace scanner
