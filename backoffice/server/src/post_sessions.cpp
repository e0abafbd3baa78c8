#include "bearer.h"
#include "endpoints.h"

#include <api/post_sessions.h>
#include <base/secret.h>
#include <server/audit_store.h>
#include <server/password.h>

namespace server {

namespace {

constexpr std::size_t LongestName = 128;
constexpr std::size_t LongestPassword = 1024;

class PasswordTurn
{
  public:
    explicit PasswordTurn(BackOffice& office)
        : m_office(office)
    {
        m_office.passwordChecks.acquire();
    }

    ~PasswordTurn() { m_office.passwordChecks.release(); }

    PasswordTurn(const PasswordTurn&) = delete;
    PasswordTurn& operator=(const PasswordTurn&) = delete;

  private:
    BackOffice& m_office;
};

bool matches(BackOffice& office, const std::optional<Account>& account, const std::string& password)
{
    const PasswordTurn turn(office);
    if (account)
        return isPassword(password, account->passwordHash);
    pretendToCheck(password);
    return false;
}

Answer failedLogin(BackOffice& office, const Request& request, const std::string& name, bool known)
{
    const auto now = office.clock.now();
    office.logins.failed(name, request.clientAddress, now);
    // What was typed as an unknown name may be a password: it is written nowhere.
    const auto recorded = office.database->write([&](Transaction& transaction) -> base::Status {
        AuditStore(transaction).add(now, known ? name : "unknown", "login-failed");
        return {};
    });
    if (!recorded)
        return refuse(recorded.error());
    return refuse(api::ProblemCode::Unauthenticated, "User name or password is wrong.");
}

base::Result<api::Session> openSession(BackOffice& office,
                                       const Account& account,
                                       const std::string& workstation)
{
    const auto now = office.clock.now();
    api::Session session;
    session.token = randomToken();
    session.expires = now + office.settings.limits.session;
    session.user.name = account.name;
    session.user.displayName = account.displayName;
    session.user.roles = account.roles;
    session.user.division = account.division;
    session.user.hall = {office.settings.hall, office.settings.telephone, office.settings.complaintTelephone};
    const auto stored = office.database->write([&](Transaction& transaction) -> base::Status {
        SessionStore sessions(transaction);
        sessions.removeExpired(now);
        sessions.add({hashOfToken(session.token), account.name, workstation, now, session.expires});
        AuditStore(transaction).add(now, account.name, "login");
        return {};
    });
    if (!stored)
        return base::passOn(stored);
    return session;
}

}  // namespace

Answer postSessions(BackOffice& office, Request& request)
{
    if (!request.hasType(api::JsonMediaType))
        return refuse(api::ProblemCode::UnsupportedType, "A login is sent as application/json.");
    auto body = request.readBody();
    if (!body)
        return refuse(body.error());
    auto login = api::parseSessionRequest(*body);
    base::wipe(*body);
    if (!login)
        return refuse(login.error());
    if (login->user.size() > LongestName || login->password.size() > LongestPassword)
        return refuse(api::ProblemCode::BadRequest, "User name or password is too long.");
    if (const auto wait = office.logins.mustWait(login->user, request.clientAddress, office.clock.now())) {
        auto problem =
            refuse(api::ProblemCode::RateLimited, "Too many failed logins. Wait before the next one.")
                .value();
        problem.retryAfter = *wait;
        return tl::unexpected(problem);
    }
    const auto account =
        office.database->read([&](Transaction& transaction) -> base::Result<std::optional<Account>> {
            return AccountStore(transaction).find(login->user);
        });
    if (!account)
        return refuse(account.error());
    const auto right = matches(office, *account, login->password);
    base::wipe(login->password);
    if (!right)
        return failedLogin(office, request, login->user, account->has_value());
    office.logins.succeeded(login->user);
    const auto session = openSession(office, **account, login->workstation);
    if (!session)
        return refuse(session.error());
    return jsonResponse(200, api::toJson(*session));
}

}  // namespace server
