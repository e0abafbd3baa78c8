#include <server/account_store.h>

#include <server/fields.h>

#include <algorithm>

namespace server {

namespace {

std::string joinRoles(const std::vector<forms::Role>& roles)
{
    std::string text;
    for (const auto role : roles) {
        if (!text.empty())
            text += ',';
        text += forms::nameOf(role);
    }
    return text;
}

std::vector<forms::Role> rolesOf(const Fields& fields, std::size_t column)
{
    std::vector<forms::Role> roles;
    std::string_view text = fields.text(column);
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto role = forms::parseRole(text.substr(0, comma));
        if (!role)
            fields.throwDamaged();
        roles.push_back(*role);
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    return roles;
}

}  // namespace

bool Account::has(forms::Role role) const
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::optional<Account> AccountStore::find(const std::string& name)
{
    const auto row = m_transaction.row(
        "SELECT name, display_name, roles, division, password_hash FROM users WHERE name = $1", {name});
    if (!row)
        return std::nullopt;
    const Fields fields(*row, "users", name);
    return Account{fields.text(0), fields.text(1), rolesOf(fields, 2), fields.text(3), fields.text(4)};
}

forms::Person personOf(const Account& account)
{
    return {account.name, account.roles, {}, {}, {}};
}

void AccountStore::add(const Account& account)
{
    m_transaction.run(
        "INSERT INTO users (name, display_name, roles, division, password_hash) VALUES ($1, $2, $3, $4, $5)",
        {account.name,
         account.displayName,
         joinRoles(account.roles),
         account.division,
         account.passwordHash});
}

void SessionStore::add(const StoredSession& session)
{
    m_transaction.run(
        "INSERT INTO sessions (token_hash, user_name, workstation, created, expires) VALUES ($1, $2, $3, $4, $5)",
        {session.tokenHash,
         session.user,
         session.workstation,
         base::formatTimestamp(session.created),
         base::formatTimestamp(session.expires)});
}

void SessionStore::remove(const std::string& tokenHash)
{
    m_transaction.run("DELETE FROM sessions WHERE token_hash = $1", {tokenHash});
}

void SessionStore::removeExpired(base::Timestamp now)
{
    m_transaction.run("DELETE FROM sessions WHERE expires <= $1", {base::formatTimestamp(now)});
}

std::optional<StoredSession> SessionStore::find(const std::string& tokenHash, base::Timestamp now)
{
    const auto row =
        m_transaction.row("SELECT token_hash, user_name, workstation, created, expires FROM sessions "
                          "WHERE token_hash = $1 AND expires > $2",
                          {tokenHash, base::formatTimestamp(now)});
    if (!row)
        return std::nullopt;
    const Fields fields(*row, "sessions", row->text(1));
    return StoredSession{fields.text(0), fields.text(1), fields.text(2), fields.time(3), fields.time(4)};
}

}  // namespace server
