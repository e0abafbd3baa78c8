/// scan-speed WORKER DEVICE PAGES MODE DPI: scans so many pages from the flatbed into a spool folder and prints the
/// seconds from the call to the end, and the most memory the worker had. Not a test: `./dev bench` compares it
/// with `scanimage --batch --format=jpeg` in the same run.

#include <scanner/worker_scan_source.h>

#include "temp_folder.h"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

class CountingSink final : public scanner::ScanSink
{
  public:
    std::uint64_t bytes = 0;
    scanner::BatchEnd ended;

    void progress(std::uint64_t) override {}

    void page(const scanner::ScannedPage& page) override { bytes += page.bytes.value; }

    void fault(scanner::ScanFault fault) override { std::fprintf(stderr, "%s\n", nameOf(fault).data()); }

    void end(const scanner::BatchEnd& end) override { ended = end; }
};

}  // namespace

int main(int count, char** arguments)
{
    if (count != 6) {
        std::fprintf(stderr, "scan-speed WORKER DEVICE PAGES MODE DPI\n");
        return 2;
    }
    const auto device = scanner::DeviceId::parse(arguments[2]);
    const auto mode = scanner::parseColourMode(arguments[4]);
    if (!device || !mode)
        return 2;
    scanner::WorkerSettings settings;
    settings.program = arguments[1];
    scanner::WorkerScanSource source(settings);
    scanner::ScanRequest request;
    request.device = *device;
    request.mode = *mode;
    request.pageLimit = static_cast<std::uint32_t>(std::atoi(arguments[3]));
    request.dpi = {std::atoi(arguments[5])};
    const scanner_tests::TempFolder folder;
    CountingSink sink;
    const auto began = std::chrono::steady_clock::now();
    source.acquire(request, {folder.path() / "batch", base::Key::random(), 1}, sink, {});
    const std::chrono::duration<double> lasted = std::chrono::steady_clock::now() - began;
    rusage worker{};
    ::getrusage(RUSAGE_CHILDREN, &worker);
    std::printf("%u pages  %.3f s  %.1f MB encoded  worker peak %.1f MB\n",
                sink.ended.pages,
                lasted.count(),
                static_cast<double>(sink.bytes) / 1e6,
                static_cast<double>(worker.ru_maxrss) / 1024);
    return sink.ended.why == scanner::EndReason::Finished ? 0 : 1;
}
