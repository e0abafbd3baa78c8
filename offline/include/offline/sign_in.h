#pragma once

#include <offline/http_line.h>
#include <offline/session_store.h>
#include <offline/workplace.h>

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace offline {

enum class SignedInHow { Online, Offline };

struct SignedIn {
    Session session;
    SignedInHow how = SignedInHow::Online;
};

/// Login and logout. With a line: health, session, and the clerk's key made and published at the first time; without:
/// the wrapped user key. At the very first login the back office's keys are pinned.
class SignIn
{
  public:
    /// Opens a line to an address; programs hand in CurlLine::open.
    using LineTo = std::function<base::Result<std::unique_ptr<HttpLine>>(const std::string& url,
                                                                         const std::string& caPem)>;

    SignIn(Workplace& workplace, LineTo lineTo);

    struct Request {
        std::string user;
        std::string password;
        std::string url;    ///< empty = the remembered one
        std::string caPem;  ///< with `url`
    };

    /// Errors: LoginNeeded (wrong password), Refused, Network (no line, and this user never logged in here),
    /// NotOurServer (another server's keys than those pinned), BadArgument (no server is known yet).
    [[nodiscard]] base::Result<SignedIn> login(const Request& request, std::stop_token stop = {});

    /// Ends the session here, and at the back office when the line allows.
    [[nodiscard]] base::Status logout(std::stop_token stop = {});

    /// A line to the remembered back office; errors LoginNeeded before the first login.
    [[nodiscard]] base::Result<std::unique_ptr<HttpLine>> openLine();

  private:
    [[nodiscard]] base::Result<SignedIn> online(const Request& request,
                                                const BackOfficeAddress& address,
                                                std::stop_token stop);
    [[nodiscard]] base::Result<UserKey> keyFor(const Request& request, const api::Identity& user);
    [[nodiscard]] base::Result<SignedIn> withoutLine(const Request& request);

    Workplace& m_workplace;
    LineTo m_lineTo;
};

}  // namespace offline
