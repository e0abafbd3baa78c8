#include <server/fields.h>
#include <server/page_store.h>

namespace server {

void PageIndexStore::add(const StoredPage& page, base::Timestamp at)
{
    m_transaction.run(
        "INSERT INTO pages (sha256, media_type, bytes, stored) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        {page.sha256.toString(),
         page.mediaType,
         static_cast<std::int64_t>(page.bytes),
         base::formatTimestamp(at)});
}

void PageIndexStore::addCarrier(const base::Digest& sha256, const std::string& user)
{
    m_transaction.run("INSERT INTO page_carriers (sha256, user_name) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                      {sha256.toString(), user});
}

std::optional<StoredPage> PageIndexStore::find(const base::Digest& sha256)
{
    const auto row = m_transaction.row("SELECT media_type, CAST(bytes AS TEXT) FROM pages WHERE sha256 = $1",
                                       {sha256.toString()});
    if (!row)
        return std::nullopt;
    const Fields fields(*row, "pages", sha256.toString());
    return StoredPage{sha256, fields.text(0), static_cast<std::uint64_t>(fields.number(1))};
}

bool PageIndexStore::wasBroughtBy(const base::Digest& sha256, const std::string& user)
{
    return m_transaction
        .row("SELECT 1 FROM page_carriers WHERE sha256 = $1 AND user_name = $2", {sha256.toString(), user})
        .has_value();
}

}  // namespace server
