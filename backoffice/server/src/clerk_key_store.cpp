#include <server/clerk_key_store.h>

namespace server {

namespace {

ClerkKey keyOf(const Row& row)
{
    return {base::PublicKey::fromBase64Url(row.text(0)).value_or(base::PublicKey{}),
            row.text(1),
            row.text(2),
            base::parseTimestamp(row.text(3)).value_or(base::Timestamp{})};
}

}  // namespace

std::optional<ClerkKey> ClerkKeyStore::find(const std::string& kid)
{
    const auto row = m_transaction.row(
        "SELECT public_key, user_name, workstation, enrolled FROM clerk_keys WHERE kid = $1", {kid});
    if (!row)
        return std::nullopt;
    return keyOf(*row);
}

std::vector<ClerkKey> ClerkKeyStore::ofDivision(const std::string& division)
{
    std::vector<ClerkKey> keys;
    for (const auto& row : m_transaction.rows("SELECT k.public_key, k.user_name, k.workstation, k.enrolled "
                                              "FROM clerk_keys k JOIN users u ON u.name = k.user_name "
                                              "WHERE u.division = $1 ORDER BY k.enrolled, k.kid",
                                              {division}))
        keys.push_back(keyOf(row));
    return keys;
}

void ClerkKeyStore::add(const ClerkKey& key)
{
    m_transaction.run(
        "INSERT INTO clerk_keys (kid, user_name, workstation, public_key, enrolled) VALUES ($1, $2, $3, $4, $5)",
        {key.key.thumbprint(),
         key.user,
         key.workstation,
         key.key.toBase64Url(),
         base::formatTimestamp(key.enrolled)});
}

}  // namespace server
