#pragma once

#include "parent_line.h"

#include <drivers/scan_driver.h>

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>

namespace worker {

/// Does the parent's orders one after the other on the thread that calls `run`; drivers are called from no other.
/// Orders are handed in from the thread that reads them, which stays free while a driver hangs.
class DriverHost
{
  public:
    explicit DriverHost(ParentLine& parent);

    /// From the reading thread. Cancel takes effect at once, everything else in its turn.
    void give(scanner::worker::Request order);

    /// Returns after Close was answered.
    void run();

  private:
    void obey(const scanner::worker::Hello&);
    void obey(const scanner::worker::List&);
    void obey(const scanner::worker::Open& open);
    void obey(const scanner::worker::Options&);
    void obey(const scanner::worker::Set& set);
    void obey(const scanner::worker::Start& start);
    void obey(const scanner::worker::Cancel&);
    void obey(const scanner::worker::Close&);

    [[nodiscard]] scanner::worker::Request nextOrder();
    [[nodiscard]] std::stop_token cancelToken();
    [[nodiscard]] base::Result<drivers::ScanDriver*> driver(const std::string& name);
    [[nodiscard]] base::Result<std::unique_ptr<drivers::OpenDevice>> open(const scanner::DeviceId& id);
    void deny(const base::Error& error);

    ParentLine& m_parent;
    std::map<std::string, std::unique_ptr<drivers::ScanDriver>> m_drivers;
    std::unique_ptr<drivers::OpenDevice> m_device;
    bool m_isClosed = false;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<scanner::worker::Request> m_orders;  // guarded by m_mutex
    std::stop_source m_cancel;                      // guarded by m_mutex
};

}  // namespace worker
