#include <desk/scan_orders.h>

#include <utility>

namespace desk {

ScanOrders::Answer ScanOrders::ask(const ScanOrder& order)
{
    if (!m_running) {
        m_running = order;
        m_brought = false;
        return Answer::Begin;
    }
    const bool same = m_running->place == order.place && m_running->instead == order.instead;
    if (same && !m_brought)
        return Answer::Running;
    m_waiting = order;
    return Answer::Waits;
}

std::optional<ScanOrder> ScanOrders::over(const scanner::BatchEnd& end)
{
    m_running.reset();
    m_brought = false;
    auto next = std::exchange(m_waiting, std::nullopt);
    const bool whole = end.why == scanner::EndReason::Finished || end.why == scanner::EndReason::FeederEmpty;
    if (!whole)
        return std::nullopt;
    m_running = next;
    return next;
}

}  // namespace desk
