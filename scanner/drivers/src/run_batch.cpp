#include <drivers/run_batch.h>

#include <mutex>
#include <optional>
#include <utility>

namespace drivers {

using scanner::BatchEnd;
using scanner::EndReason;
using scanner::ScanFault;

namespace {

/// Where the pages' writing failed, that is the reason, whatever the device said afterwards.
std::optional<ScanFault> faultOf(const Outcome& outcome, const base::Status& flushed)
{
    if (!flushed)
        return scanner::writeFault(flushed.error());
    return outcome ? std::nullopt : std::optional(outcome.error());
}

}  // namespace

void runBatch(OpenDevice& device, const scanner::Spool& spool, scanner::ScanSink& sink, std::stop_token stop)
{
    std::mutex oneAtATime;
    scanner::BatchSpool writer(spool, [&](const scanner::ScannedPage& page) {
        const std::lock_guard lock(oneAtATime);
        sink.page(page);
    });
    const auto progress = [&](std::uint64_t bytes) {
        const std::lock_guard lock(oneAtATime);
        sink.progress(bytes);
    };
    const auto outcome = device.scan(writer, progress, std::move(stop));
    writer.discard();
    const auto fault = faultOf(outcome, writer.flush());
    if (fault)
        sink.fault(*fault);
    sink.end(BatchEnd{fault ? EndReason::Faulted : *outcome, writer.announced(), fault});
}

}  // namespace drivers
