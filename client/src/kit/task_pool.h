#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace kit {

/// A fixed number of threads that do jobs in the order given. Any thread may submit. A job must not throw.
class TaskPool
{
  public:
    using Job = std::function<void(std::stop_token)>;

    /// At least one thread.
    explicit TaskPool(unsigned threads);

    /// Asks running jobs to stop, forgets waiting ones without running them, and joins.
    ~TaskPool();
    TaskPool(const TaskPool&) = delete;
    TaskPool& operator=(const TaskPool&) = delete;

    /// The source stops this job alone: a running one hears of it, a waiting one is never begun.
    std::stop_source submit(Job job);

  private:
    struct Order {
        std::stop_source stop;
        Job job;
    };

    void work();
    [[nodiscard]] std::optional<Order> next();

    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<Order> m_waiting;
    std::vector<std::stop_source> m_running;
    bool m_closing = false;
    std::vector<std::jthread> m_threads;
};

}  // namespace kit
