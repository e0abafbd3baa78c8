#pragma once

#include <base/clock.h>
#include <base/signature.h>
#include <server/database.h>
#include <server/fields.h>

#include <optional>
#include <string>
#include <vector>

namespace server {

/// The key a clerk signs with on one workstation.
struct ClerkKey {
    base::PublicKey key;
    std::string user;
    std::string workstation;
    base::Timestamp enrolled;
};

/// Keys are added and never removed: what they signed must stay verifiable.
class ClerkKeyStore
{
  public:
    explicit ClerkKeyStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    [[nodiscard]] std::optional<ClerkKey> find(const std::string& kid);
    [[nodiscard]] RowsRead<ClerkKey> ofDivision(const std::string& division);
    void add(const ClerkKey& key);

  private:
    Transaction& m_transaction;
};

}  // namespace server
