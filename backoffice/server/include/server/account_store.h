#pragma once

#include <base/clock.h>
#include <forms/case_flow.h>
#include <forms/person.h>
#include <server/database.h>

#include <optional>
#include <string>
#include <vector>

namespace server {

struct Account {
    std::string name;
    std::string displayName;
    std::vector<forms::Role> roles;
    std::string division;
    std::string passwordHash;  ///< libsodium's Argon2id string

    [[nodiscard]] bool has(forms::Role role) const;
};

/// The same as the rules of a case want it. Until accounts name a department and a site nothing bounds the person.
[[nodiscard]] forms::Person personOf(const Account& account);

/// Who may log in.
class AccountStore
{
  public:
    explicit AccountStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    [[nodiscard]] std::optional<Account> find(const std::string& name);
    void add(const Account& account);

  private:
    Transaction& m_transaction;
};

/// A session as it is kept: of the token only its SHA-256.
struct StoredSession {
    std::string tokenHash;
    std::string user;
    std::string workstation;
    base::Timestamp created;
    base::Timestamp expires;
};

class SessionStore
{
  public:
    explicit SessionStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(const StoredSession& session);
    void remove(const std::string& tokenHash);
    void removeExpired(base::Timestamp now);

    /// Nothing for an unknown or expired one.
    [[nodiscard]] std::optional<StoredSession> find(const std::string& tokenHash, base::Timestamp now);

  private:
    Transaction& m_transaction;
};

}  // namespace server
