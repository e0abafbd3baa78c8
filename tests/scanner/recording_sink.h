#pragma once

#include <scanner/scan_sink.h>

#include <functional>
#include <vector>

namespace scanner_tests {

/// Keeps everything it hears; a test may do something at a moment of the batch.
class RecordingSink final : public scanner::ScanSink
{
  public:
    std::function<void(std::uint64_t)> onProgress = [](std::uint64_t) {};
    std::function<void(const scanner::ScannedPage&)> onPage = [](const scanner::ScannedPage&) {};

    std::uint64_t bytes = 0;
    bool shrank = false;
    std::vector<scanner::ScannedPage> pages;
    std::vector<scanner::ScanFault> faults;
    std::vector<scanner::BatchEnd> ends;
    bool heardAfterEnd = false;

    void progress(std::uint64_t now) override
    {
        note();
        shrank = shrank || now < bytes;
        bytes = now;
        onProgress(now);
    }

    void page(const scanner::ScannedPage& page) override
    {
        note();
        pages.push_back(page);
        onPage(page);
    }

    void fault(scanner::ScanFault fault) override
    {
        note();
        faults.push_back(fault);
    }

    void end(const scanner::BatchEnd& end) override
    {
        note();
        ends.push_back(end);
    }

  private:
    void note() { heardAfterEnd = heardAfterEnd || !ends.empty(); }
};

}  // namespace scanner_tests
