#pragma once

#include <scanner/frame.h>
#include <scanner/scan_sink.h>
#include <scanner/worker_message.h>

#include <mutex>
#include <optional>

namespace worker {

/// The line to the parent: its orders come in on one descriptor, what we say goes out on another. Without a
/// parent there is nothing to live for: when it cannot be written to, the process ends at once.
class ParentLine final : public scanner::ScanSink
{
  public:
    ParentLine(int in, int out);

    /// Waits for the next order; nothing when the parent closed the line or speaks nonsense. One thread.
    [[nodiscard]] std::optional<scanner::worker::Request> nextOrder();

    /// From any thread.
    void say(const scanner::worker::Message& message);

    void progress(std::uint64_t bytes) override;
    void page(const scanner::ScannedPage& page) override;
    void fault(scanner::ScanFault fault) override;
    void end(const scanner::BatchEnd& end) override;

  private:
    int m_in;
    int m_out;
    scanner::FrameReader m_reader;
    std::mutex m_writing;
};

}  // namespace worker
