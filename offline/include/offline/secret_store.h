#pragma once

#include <base/result.h>
#include <base/secret.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace offline {

/// A place outside the data folder that keeps the workstation key. Implementations never prompt and never hang.
class SecretStore
{
  public:
    virtual ~SecretStore() = default;

    /// Whether keys can be read and written right now without asking anybody.
    [[nodiscard]] virtual bool reachable() = 0;

    /// The key kept under that id; nothing when there is none. Error Device when it cannot be asked now.
    [[nodiscard]] virtual base::Result<std::optional<base::Key>> find(std::string_view id) = 0;
    [[nodiscard]] virtual base::Status keep(std::string_view id, const base::Key& key) = 0;
    [[nodiscard]] virtual base::Status forget(std::string_view id) = 0;
};

/// The desktop's secret store (freedesktop Secret Service, through libsecret). Reachable when a session bus address
/// was handed in, the service answers in time and its default collection is there and unlocked: then nothing
/// prompts. Safe from one thread.
class DesktopSecretStore final : public SecretStore
{
  public:
    /// `busAddress`: the session bus as the program found it ($DBUS_SESSION_BUS_ADDRESS or the user's runtime
    /// folder); empty means there is none and nothing is ever asked.
    explicit DesktopSecretStore(std::string busAddress,
                                std::chrono::milliseconds patience = std::chrono::milliseconds(1500));

    [[nodiscard]] bool reachable() override;
    [[nodiscard]] base::Result<std::optional<base::Key>> find(std::string_view id) override;
    [[nodiscard]] base::Status keep(std::string_view id, const base::Key& key) override;
    [[nodiscard]] base::Status forget(std::string_view id) override;

  private:
    std::string m_busAddress;
    std::chrono::milliseconds m_patience;
    std::optional<bool> m_reachable;
};

}  // namespace offline
