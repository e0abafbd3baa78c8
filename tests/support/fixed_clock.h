#pragma once

#include <base/clock.h>

#include <atomic>
#include <chrono>

/// Time that stands until a test moves it. Safe from several threads.
class FixedClock final : public base::Clock
{
  public:
    explicit FixedClock(base::Timestamp start = *base::parseTimestamp("2026-11-22T02:00:00Z"))
        : m_now(start.time_since_epoch().count())
    {}

    [[nodiscard]] base::Timestamp now() const override
    {
        return base::Timestamp(std::chrono::milliseconds(m_now.load()));
    }

    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

  private:
    std::atomic<std::int64_t> m_now;
};
