#include <server/clerk_key_store.h>

namespace server {

namespace {

ClerkKey keyOf(const Row& row)
{
    const Fields fields(row, "clerk_keys", row.text(4));
    return {fields.parsed<base::PublicKey>(0, &base::PublicKey::fromBase64Url),
            fields.text(1),
            fields.text(2),
            fields.time(3)};
}

}  // namespace

std::optional<ClerkKey> ClerkKeyStore::find(const std::string& kid)
{
    const auto row = m_transaction.row(
        "SELECT public_key, user_name, workstation, enrolled, kid FROM clerk_keys WHERE kid = $1", {kid});
    if (!row)
        return std::nullopt;
    return keyOf(*row);
}

RowsRead<ClerkKey> ClerkKeyStore::ofDivision(const std::string& division)
{
    return readEach(m_transaction.rows("SELECT k.public_key, k.user_name, k.workstation, k.enrolled, k.kid "
                                       "FROM clerk_keys k JOIN users u ON u.name = k.user_name "
                                       "WHERE u.division = $1 ORDER BY k.enrolled, k.kid",
                                       {division}),
                    keyOf);
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
