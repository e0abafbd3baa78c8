#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace server {

/// Wakes those who wait for changes. At most `places` wait at once. Safe to use from several threads.
class ChangeBell
{
  public:
    explicit ChangeBell(int places);

    /// Counts the rings so far: taken before looking whether there is something.
    [[nodiscard]] std::uint64_t rings();

    enum class Wait { Rang, TimeOver, NoPlace, Closing };

    /// Returns at once when it rang since `heard`.
    [[nodiscard]] Wait waitAfter(std::uint64_t heard, std::chrono::milliseconds longest);

    void ring();
    void close();  ///< everybody goes, and nobody waits any more

  private:
    std::mutex m_guard;
    std::condition_variable m_rang;
    std::uint64_t m_rings = 0;
    int m_free;
    bool m_closing = false;
};

}  // namespace server
