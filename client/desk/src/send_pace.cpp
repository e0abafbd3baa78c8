#include <desk/send_pace.h>

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

constexpr std::chrono::seconds Watched{30};
constexpr std::chrono::seconds Soonest{2};

double secondsBetween(base::Timestamp from, base::Timestamp to)
{
    return std::chrono::duration<double>(to - from).count();
}

}  // namespace

void SendPace::observe(base::Timestamp now, base::ByteCount sent)
{
    if (!m_moments.empty() && (sent.value < m_moments.back().sent.value || now < m_moments.back().at))
        m_moments.clear();
    m_moments.push_back({now, sent});
    while (m_moments.size() > 2 && m_moments.front().at + Watched < now)
        m_moments.pop_front();
}

std::optional<std::chrono::seconds> SendPace::timeFor(base::ByteCount left) const
{
    if (m_moments.size() < 2 || left.value == 0)
        return std::nullopt;
    const auto& first = m_moments.front();
    const auto& last = m_moments.back();
    const double took = secondsBetween(first.at, last.at);
    const auto went = static_cast<double>(last.sent.value - first.sent.value);
    if (took < static_cast<double>(Soonest.count()) || went <= 0)
        return std::nullopt;
    const double needed = std::ceil(static_cast<double>(left.value) * took / went);
    return std::chrono::seconds(std::max<std::int64_t>(1, static_cast<std::int64_t>(needed)));
}

}  // namespace desk
