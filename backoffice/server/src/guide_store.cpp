#include <server/guide_store.h>

#include <server/fields.h>

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

std::optional<base::Digest> GuideStore::digestOf(const std::string& code, const std::string& version)
{
    const auto row =
        m_transaction.row("SELECT sha256 FROM guides WHERE code = $1 AND version = $2", {code, version});
    return row ? std::optional(Fields(*row, "guides", code + " " + version).digest(0)) : std::nullopt;
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

int CatalogueStore::newestRelease(const std::string& division)
{
    const auto row = m_transaction.row(
        "SELECT CAST(release AS TEXT) FROM catalogues WHERE division = $1 ORDER BY release DESC LIMIT 1",
        {division});
    return row ? static_cast<int>(Fields(*row, "catalogues", division).number(0)) : 0;
}

std::optional<std::string> CatalogueStore::find(const std::string& division, int release)
{
    const auto row = m_transaction.row("SELECT jws FROM catalogues WHERE division = $1 AND release = $2",
                                       {division, std::int64_t{release}});
    return row ? std::optional(row->text(0)) : std::nullopt;
}

std::vector<std::string> CatalogueStore::all(const std::string& division)
{
    std::vector<std::string> found;
    for (const auto& row : m_transaction.rows(
             "SELECT jws FROM catalogues WHERE division = $1 ORDER BY release DESC", {division}))
        found.push_back(row.text(0));
    return found;
}

}  // namespace server
