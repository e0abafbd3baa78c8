#include "watchdog.h"

#include <sys/socket.h>

#include <algorithm>

namespace server {

Watchdog::Watchdog()
    : m_thread([this](const std::stop_token& stop) { run(stop); })
{}

Watchdog::~Watchdog() = default;

void Watchdog::end(Watched& watched)
{
    ::shutdown(watched.socket, SHUT_RDWR);
    watched.deadline = Clock::time_point::max();
}

void Watchdog::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_guard);
    while (!stop.stop_requested()) {
        auto next = Clock::time_point::max();
        const auto now = Clock::now();
        for (auto& [id, watched] : m_watched) {
            if (watched.deadline <= now)
                end(watched);
            next = std::min(next, watched.deadline);
        }
        // Never "for ever": a time_point's maximum overflows in some implementations of wait_until.
        m_changed.wait_until(lock, stop, std::min(next, now + std::chrono::seconds(60)), [&] {
            return std::any_of(m_watched.begin(), m_watched.end(), [&](const auto& entry) {
                return entry.second.deadline < next;
            });
        });
    }
}

void Watchdog::endIdle()
{
    const std::lock_guard lock(m_guard);
    m_ending = true;
    for (auto& [id, watched] : m_watched)
        if (watched.idle)
            end(watched);
}

void Watchdog::endAll()
{
    const std::lock_guard lock(m_guard);
    m_ending = true;
    for (auto& [id, watched] : m_watched)
        end(watched);
}

Watchdog::Watch::Watch(Watchdog& dog, int socket)
    : m_dog(dog)
{
    const std::lock_guard lock(m_dog.m_guard);
    m_id = ++m_dog.m_lastId;
    m_dog.m_watched[m_id].socket = socket;
}

Watchdog::Watch::~Watch()
{
    const std::lock_guard lock(m_dog.m_guard);
    m_dog.m_watched.erase(m_id);
}

void Watchdog::Watch::allow(std::chrono::milliseconds fromNow)
{
    {
        const std::lock_guard lock(m_dog.m_guard);
        m_dog.m_watched[m_id].deadline = Clock::now() + fromNow;
    }
    m_dog.m_changed.notify_all();
}

void Watchdog::Watch::rest()
{
    const std::lock_guard lock(m_dog.m_guard);
    m_dog.m_watched[m_id].deadline = Clock::time_point::max();
}

void Watchdog::Watch::setIdle(bool idle)
{
    const std::lock_guard lock(m_dog.m_guard);
    auto& watched = m_dog.m_watched[m_id];
    watched.idle = idle;
    if (idle && m_dog.m_ending)
        end(watched);
}

}  // namespace server
