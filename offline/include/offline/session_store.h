#pragma once

#include <offline/database.h>
#include <offline/vault.h>

#include <api/get_keys.h>
#include <api/post_sessions.h>

#include <base/clock.h>
#include <base/signature.h>

#include <forms/jws.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offline {

/// The back office this workstation belongs to, remembered by login.
struct BackOfficeAddress {
    std::string url;     ///< "https://host:port", without a path
    std::string caPem;   ///< content of the --ca file; empty = the system's authorities
    api::KeySet pinned;  ///< at the first login; a later, other set is not believed

    /// The pinned keys of one use, as forms::verifyJws wants them.
    [[nodiscard]] forms::KeyFinder keysFor(api::KeyUse use) const;
};

/// Somebody is logged in: the user, the key that signs, and the token where there was a line.
struct Session {
    api::Identity user;
    base::SigningKey key;
    std::string token;                       ///< Bearer; empty after a login without a line
    std::optional<base::Timestamp> expires;  ///< of the token

    [[nodiscard]] bool hasToken(base::Timestamp now) const
    {
        return !token.empty() && expires && now < *expires;
    }

    [[nodiscard]] bool has(forms::Role role) const;
};

/// Who is logged in on this data folder, and with which back office. Token and signing key lie sealed; one session for
/// all processes of the folder.
class SessionStore
{
  public:
    SessionStore(Database& database, const Vault& vault);

    /// Nothing before the first login with --server.
    [[nodiscard]] base::Result<std::optional<BackOfficeAddress>> backOffice() const;
    [[nodiscard]] base::Status rememberBackOffice(const BackOfficeAddress& address);

    /// Error LoginNeeded when nobody is logged in.
    [[nodiscard]] base::Result<Session> current() const;
    [[nodiscard]] base::Status begin(const Session& session);
    [[nodiscard]] base::Status end();  ///< also when nobody was

    /// This workstation's short name, as in case numbers: "W" and six hex digits, drawn once, until somebody names it.
    [[nodiscard]] base::Result<std::string> workstation();

    /// Error BadArgument for anything but 1 to 24 letters, digits, '-' or '_'.
    [[nodiscard]] base::Status nameWorkstation(std::string_view name);

    /// How far this workstation's clock was before the back office's when it was asked last; behind it: negative. Nothing
    /// where it was never asked.
    [[nodiscard]] base::Result<std::optional<std::chrono::seconds>> clockAhead() const;
    [[nodiscard]] base::Status noteClock(std::chrono::seconds ahead);

  private:
    [[nodiscard]] base::Result<std::optional<std::string>> read(std::string_view name) const;
    [[nodiscard]] base::Status write(std::string_view name, std::string_view value);

    Database& m_database;
    const Vault& m_vault;
};

}  // namespace offline
