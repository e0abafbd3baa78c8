#include <server/upload_store.h>

#include <server/fields.h>

namespace server {

namespace {

const std::string Open = "open";
const std::string Done = "complete";

std::optional<UploadState> parseUploadState(std::string_view token)
{
    if (token == Open)
        return UploadState::Open;
    return token == Done ? std::optional(UploadState::Complete) : std::nullopt;
}

}  // namespace

void UploadStore::add(const Upload& upload)
{
    m_transaction.run(
        "INSERT INTO uploads (id, user_name, sha256, media_type, length, received, state, expires, lease) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {upload.id,
         upload.user,
         upload.sha256.toString(),
         upload.mediaType,
         static_cast<std::int64_t>(upload.length),
         static_cast<std::int64_t>(upload.received),
         upload.state == UploadState::Open ? Open : Done,
         base::formatTimestamp(upload.expires),
         upload.lease});
}

std::optional<Upload> UploadStore::find(const std::string& id)
{
    const auto row = m_transaction.row(
        "SELECT id, user_name, sha256, media_type, CAST(length AS TEXT), CAST(received AS TEXT), state, expires, lease "
        "FROM uploads WHERE id = $1",
        {id});
    if (!row)
        return std::nullopt;
    const Fields fields(*row, "uploads", id);
    return Upload{fields.text(0),
                  fields.text(1),
                  fields.digest(2),
                  fields.text(3),
                  static_cast<std::uint64_t>(fields.number(4)),
                  static_cast<std::uint64_t>(fields.number(5)),
                  fields.parsed<UploadState>(6, &parseUploadState),
                  fields.time(7),
                  fields.text(8)};
}

void UploadStore::setLease(const std::string& id, const std::string& lease)
{
    m_transaction.run("UPDATE uploads SET lease = $1 WHERE id = $2", {lease, id});
}

void UploadStore::setReceived(const std::string& id, std::uint64_t received)
{
    m_transaction.run("UPDATE uploads SET received = $1 WHERE id = $2",
                      {static_cast<std::int64_t>(received), id});
}

void UploadStore::complete(const std::string& id)
{
    m_transaction.run("UPDATE uploads SET received = length, state = $1 WHERE id = $2", {Done, id});
    dropPartsFrom(id, 0);
}

void UploadStore::remove(const std::string& id)
{
    dropPartsFrom(id, 0);
    m_transaction.run("DELETE FROM uploads WHERE id = $1", {id});
}

void UploadStore::addPart(const std::string& id, std::uint64_t start, const std::string& sealed)
{
    m_transaction.run("INSERT INTO upload_parts (upload, start, sealed) VALUES ($1, $2, $3)",
                      {id, static_cast<std::int64_t>(start), Blob{sealed}});
}

void UploadStore::dropPartsFrom(const std::string& id, std::uint64_t start)
{
    m_transaction.run("DELETE FROM upload_parts WHERE upload = $1 AND start >= $2",
                      {id, static_cast<std::int64_t>(start)});
}

std::vector<std::uint64_t> UploadStore::partStarts(const std::string& id)
{
    std::vector<std::uint64_t> starts;
    for (const auto& row : m_transaction.rows(
             "SELECT CAST(start AS TEXT) FROM upload_parts WHERE upload = $1 ORDER BY start", {id}))
        starts.push_back(static_cast<std::uint64_t>(Fields(row, "upload_parts", id).number(0)));
    return starts;
}

std::string UploadStore::part(const std::string& id, std::uint64_t start)
{
    const auto row = m_transaction.row("SELECT sealed FROM upload_parts WHERE upload = $1 AND start = $2",
                                       {id, static_cast<std::int64_t>(start)});
    return row ? row->text(0) : std::string();
}

std::int64_t UploadStore::openOf(const std::string& user)
{
    const auto row =
        m_transaction.row("SELECT COUNT(*) FROM uploads WHERE user_name = $1 AND state = $2", {user, Open});
    return row ? Fields(*row, "uploads", user).number(0) : 0;
}

void UploadStore::removeExpired(base::Timestamp now)
{
    m_transaction.run("DELETE FROM upload_parts WHERE upload IN (SELECT id FROM uploads WHERE expires <= $1)",
                      {base::formatTimestamp(now)});
    constexpr std::chrono::hours Remembered{7 * 24};
    m_transaction.run("DELETE FROM uploads WHERE expires <= $1", {base::formatTimestamp(now - Remembered)});
}

}  // namespace server
