#include <server/guide_store.h>

namespace server {

void GuideStore::add(const std::string& code, const std::string& version, const std::string& bytes)
{
    m_transaction.run(
        "INSERT INTO guides (sha256, code, version, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        {base::Digest::of(bytes).toString(), code, version, Blob{bytes}});
}

std::optional<std::string> GuideStore::find(const base::Digest& sha256)
{
    const auto row = m_transaction.row("SELECT bytes FROM guides WHERE sha256 = $1", {sha256.toString()});
    if (!row)
        return std::nullopt;
    return row->text(0);
}

void CatalogueStore::add(const std::string& division, int release, const std::string& jws)
{
    m_transaction.run("INSERT INTO catalogues (division, release, jws) VALUES ($1, $2, $3)",
                      {division, std::int64_t{release}, jws});
}

std::optional<std::string> CatalogueStore::newest(const std::string& division)
{
    const auto row = m_transaction.row(
        "SELECT jws FROM catalogues WHERE division = $1 ORDER BY release DESC LIMIT 1", {division});
    if (!row)
        return std::nullopt;
    return row->text(0);
}

}  // namespace server
