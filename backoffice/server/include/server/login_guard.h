#pragma once

#include <base/clock.h>
#include <server/settings.h>

#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace server {

/// Counts failed logins of a user name and of an address. Bounded in memory; safe to use from several threads.
class LoginGuard
{
  public:
    explicit LoginGuard(const ServerLimits& limits);

    /// How long to wait before the next try; nothing when it may be tried now.
    [[nodiscard]] std::optional<std::chrono::seconds> mustWait(const std::string& user,
                                                               const std::string& address,
                                                               base::Timestamp now);
    void failed(const std::string& user, const std::string& address, base::Timestamp now);
    void succeeded(const std::string& user);

  private:
    using Failures = std::map<std::string, std::deque<base::Timestamp>>;

    [[nodiscard]] std::optional<std::chrono::seconds> waitOf(Failures& all,
                                                             const std::string& key,
                                                             int allowed,
                                                             base::Timestamp now) const;
    void note(Failures& all, const std::string& key, base::Timestamp now) const;

    ServerLimits m_limits;
    std::mutex m_guard;
    Failures m_ofUser;
    Failures m_ofAddress;
};

}  // namespace server
