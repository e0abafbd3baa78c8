#include <server/login_guard.h>

#include <algorithm>

namespace server {

namespace {

constexpr std::size_t MostKeys = 10'000;

}  // namespace

LoginGuard::LoginGuard(const ServerLimits& limits)
    : m_limits(limits)
{}

std::optional<std::chrono::seconds> LoginGuard::mustWait(const std::string& user,
                                                         const std::string& address,
                                                         base::Timestamp now)
{
    const std::lock_guard lock(m_guard);
    if (const auto wait = waitOf(m_ofUser, user, m_limits.loginFailures, now))
        return wait;
    return waitOf(m_ofAddress, address, m_limits.loginFailuresOfAddress, now);
}

std::optional<std::chrono::seconds> LoginGuard::waitOf(Failures& all,
                                                       const std::string& key,
                                                       int allowed,
                                                       base::Timestamp now) const
{
    const auto found = all.find(key);
    if (found == all.end())
        return std::nullopt;
    auto& times = found->second;
    while (!times.empty() && times.front() + m_limits.loginWindow <= now)
        times.pop_front();
    if (times.empty()) {
        all.erase(found);
        return std::nullopt;
    }
    if (times.size() < static_cast<std::size_t>(allowed))
        return std::nullopt;
    const auto left = times.front() + m_limits.loginWindow - now;
    return std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(left));
}

void LoginGuard::note(Failures& all, const std::string& key, base::Timestamp now) const
{
    if (all.size() >= MostKeys && !all.contains(key)) {
        std::erase_if(all,
                      [&](const auto& entry) { return entry.second.back() + m_limits.loginWindow <= now; });
        if (all.size() >= MostKeys)
            all.erase(all.begin());
    }
    auto& times = all[key];
    times.push_back(now);
    if (times.size() > static_cast<std::size_t>(m_limits.loginFailuresOfAddress))
        times.pop_front();
}

void LoginGuard::failed(const std::string& user, const std::string& address, base::Timestamp now)
{
    const std::lock_guard lock(m_guard);
    note(m_ofUser, user, now);
    note(m_ofAddress, address, now);
}

void LoginGuard::succeeded(const std::string& user)
{
    const std::lock_guard lock(m_guard);
    m_ofUser.erase(user);
}

}  // namespace server
