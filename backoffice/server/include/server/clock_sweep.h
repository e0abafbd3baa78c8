#pragma once

#include <base/result.h>
#include <server/back_office.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace server {

/// Does once what only time brings about, by the office's clock: writes into the courses of cases what the clock brings
/// (forms::clockEntries), forgets expired uploads and sessions, and brings about the children of bundles that an older
/// version accepted without. Each case in a transaction of its own; one that cannot be read is logged and keeps none of the
/// others; running it twice changes nothing more. An error tells of what concerns all of them.
[[nodiscard]] base::Status sweepOnce(BackOffice& office);

/// Sweeps at once and then at the settings' interval, on a thread of its own that the destructor ends.
class ClockSweep
{
  public:
    explicit ClockSweep(BackOffice& office);
    ~ClockSweep();
    ClockSweep(const ClockSweep&) = delete;
    ClockSweep& operator=(const ClockSweep&) = delete;

  private:
    void sweep();
    void run(const std::stop_token& stop);

    BackOffice& m_office;
    std::mutex m_guard;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

}  // namespace server
