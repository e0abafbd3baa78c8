#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <thread>

namespace server {

/// Gives a connection a total deadline, where the sockets know only one per read: a client that sends a byte every few
/// seconds would keep its thread for ever. When a deadline passes, the socket is shut down and the thread wakes.
class Watchdog
{
  public:
    using Clock = std::chrono::steady_clock;

    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    /// Watches one socket until it goes; it must go before the socket is closed.
    class Watch
    {
      public:
        Watch(Watchdog& dog, int socket);
        ~Watch();
        Watch(const Watch&) = delete;
        Watch& operator=(const Watch&) = delete;

        void allow(std::chrono::milliseconds fromNow);
        void rest();  ///< no deadline until the next `allow`

        /// Idle: waiting for a request. Such a connection ends at once when the server stops.
        void setIdle(bool idle);

      private:
        Watchdog& m_dog;
        std::uint64_t m_id;
    };

    void endIdle();  ///< also every watch that becomes idle from now on
    void endAll();

  private:
    struct Watched {
        int socket = -1;
        bool idle = false;
        Clock::time_point deadline = Clock::time_point::max();
    };

    void run(const std::stop_token& stop);
    static void end(Watched& watched);

    std::mutex m_guard;
    std::condition_variable_any m_changed;
    std::map<std::uint64_t, Watched> m_watched;
    std::uint64_t m_lastId = 0;
    bool m_ending = false;
    std::jthread m_thread;
};

}  // namespace server
