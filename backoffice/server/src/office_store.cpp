#include <server/office_store.h>

#include <server/fields.h>

namespace server {

namespace {

std::optional<std::string> firstText(const std::optional<Row>& row)
{
    return row ? std::optional(row->text(0)) : std::nullopt;
}

}  // namespace

void OfficeStore::add(const std::string& division,
                      int release,
                      const base::Digest& sha256,
                      const std::string& jws)
{
    m_transaction.run("INSERT INTO offices (division, release, sha256, jws) VALUES ($1, $2, $3, $4)",
                      {division, std::int64_t{release}, sha256.toString(), jws});
}

std::optional<std::string> OfficeStore::newest(const std::string& division)
{
    return firstText(m_transaction.row(
        "SELECT jws FROM offices WHERE division = $1 ORDER BY release DESC LIMIT 1", {division}));
}

std::optional<base::Digest> OfficeStore::newestDigest(const std::string& division)
{
    const auto text = firstText(m_transaction.row(
        "SELECT sha256 FROM offices WHERE division = $1 ORDER BY release DESC LIMIT 1", {division}));
    if (!text)
        return std::nullopt;
    const auto digest = base::Digest::parse(*text);
    if (!digest)
        throw DamagedRow{"offices", division};
    return digest;
}

int OfficeStore::newestRelease(const std::string& division)
{
    const auto row = m_transaction.row(
        "SELECT CAST(release AS TEXT) FROM offices WHERE division = $1 ORDER BY release DESC LIMIT 1",
        {division});
    return row ? static_cast<int>(Fields(*row, "offices", division).number(0)) : 0;
}

std::optional<std::string> OfficeStore::find(const std::string& division, int release)
{
    return firstText(m_transaction.row("SELECT jws FROM offices WHERE division = $1 AND release = $2",
                                       {division, std::int64_t{release}}));
}

std::optional<std::string> OfficeStore::find(const std::string& division, const base::Digest& sha256)
{
    return firstText(m_transaction.row("SELECT jws FROM offices WHERE division = $1 AND sha256 = $2",
                                       {division, sha256.toString()}));
}

bool OfficeStore::knows(const std::string& division, const base::Digest& sha256)
{
    return m_transaction
        .row("SELECT release FROM offices WHERE division = $1 AND sha256 = $2", {division, sha256.toString()})
        .has_value();
}

}  // namespace server
