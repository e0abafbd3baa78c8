#include <kit/task_pool.h>

#include <algorithm>
#include <utility>

namespace kit {

TaskPool::TaskPool(unsigned threads)
{
    for (unsigned number = 0; number < std::max(1U, threads); ++number) {
        m_threads.emplace_back([this] { work(); });
    }
}

TaskPool::~TaskPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        m_waiting.clear();
        for (auto& running : m_running) {
            running.request_stop();
        }
    }
    m_filled.notify_all();
    m_threads.clear();  // joins
}

std::stop_source TaskPool::submit(Job job)
{
    std::stop_source stop;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back({stop, std::move(job)});
    }
    m_filled.notify_one();
    return stop;
}

std::optional<TaskPool::Order> TaskPool::next()
{
    std::unique_lock lock(m_mutex);
    m_filled.wait(lock, [this] { return m_closing || !m_waiting.empty(); });
    if (m_closing) {
        return std::nullopt;
    }
    Order order = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_running.push_back(order.stop);
    return order;
}

void TaskPool::work()
{
    while (auto order = next()) {
        if (!order->stop.stop_requested()) {
            order->job(order->stop.get_token());
        }
        order->job = nullptr;
        const std::lock_guard lock(m_mutex);
        std::erase(m_running, order->stop);
    }
}

}  // namespace kit
