#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace server {

/// Counters for the operator; no personal data. Safe to use from several threads.
class Metrics
{
  public:
    /// `route` is "GET /v1/cases/{id}", never the path asked for.
    void answered(const std::string& route, int status);

    void receivedBytes(std::uint64_t count) { m_bodyBytes += count; }

    void keptPage() { ++m_pages; }

    void gaveReceipt() { ++m_receipts; }

    void refusedConnection() { ++m_refused; }

    void connectionOpened() { ++m_connections; }

    void connectionClosed() { --m_connections; }

    /// Prometheus text format 0.0.4.
    [[nodiscard]] std::string text() const;

  private:
    mutable std::mutex m_guard;
    std::map<std::pair<std::string, int>, std::uint64_t> m_answers;
    std::atomic<std::uint64_t> m_bodyBytes = 0;
    std::atomic<std::uint64_t> m_pages = 0;
    std::atomic<std::uint64_t> m_receipts = 0;
    std::atomic<std::uint64_t> m_refused = 0;
    std::atomic<std::int64_t> m_connections = 0;
};

}  // namespace server
