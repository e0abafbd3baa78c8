#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace cli {

/// Turns SIGINT and SIGTERM into a stop request, so that a scan is cancelled and an upload left where it can go on.
/// Made once in main before any other thread.
class Interrupt
{
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

  private:
    sigset_t m_signals{};
    std::stop_source m_stop;
    std::jthread m_waiter;
};

}  // namespace cli
