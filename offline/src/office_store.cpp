#include <offline/catalogue_store.h>

#include "sql.h"

namespace offline {

namespace {

/// Written for a release that names no office document. NULL: a program that knew of none wrote the row, and the signed
/// index says what it names.
constexpr std::string_view NamesNone;

std::optional<std::string> jwsOf(SQLite::Database& database, const base::Digest& document)
{
    SQLite::Statement row(database, "SELECT jws FROM offices WHERE sha256 = ?");
    row.bind(1, document.toString());
    return row.executeStep() ? std::optional(sql::bytesOf(row.getColumn(0))) : std::nullopt;
}

}  // namespace

base::Result<std::optional<base::Digest>> CatalogueStore::officeNamedBy(int release) const
{
    const auto kept = sql::guarded(m_database, [&]() -> base::Result<std::optional<std::string>> {
        SQLite::Statement row(m_database.sqlite(), "SELECT office FROM releases WHERE release = ?");
        row.bind(1, release);
        if (!row.executeStep() || row.getColumn(0).isNull())
            return std::optional<std::string>();
        return std::optional(row.getColumn(0).getString());
    });
    if (!kept)
        return base::passOn(kept);
    if (*kept) {
        const auto digest = base::Digest::parse(**kept);
        if (!digest && **kept != NamesNone)
            return sql::damagedRow(m_database, "releases");
        return digest;
    }
    if (m_namedByIndex && m_namedByIndex->first == release)
        return m_namedByIndex->second;
    const auto compact = jws(release);
    if (!compact)
        return base::passOn(compact);
    if (compact->empty())
        return std::optional<base::Digest>();
    const auto opened = forms::peekJws(*compact);  // verified when it came
    if (!opened)
        return base::passOn(opened);
    const auto catalogue = forms::catalogueFromJson(opened->payload);
    if (!catalogue)
        return base::passOn(catalogue);
    m_namedByIndex.emplace(release, catalogue->office);
    return catalogue->office;
}

base::Result<std::string> CatalogueStore::officeJws(const base::Digest& document) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::string> {
        return jwsOf(m_database.sqlite(), document).value_or("");
    });
}

base::Status CatalogueStore::keepOffice(std::string_view jws,
                                        const base::Digest& document,
                                        const forms::KeyFinder& keys)
{
    const auto verified = forms::verifyJws(jws, forms::OfficeFormat, keys);
    if (!verified)
        return base::passOn(verified);
    if (verified->digest() != document)
        return base::fail(
            base::ErrorCode::Conflict,
            "The office document that came is not the one the catalogue names: a newer one was published "
            "meanwhile. Update the guides once more.");
    if (const auto read = forms::officeFromJson(verified->payload); !read)
        return base::passOn(read);
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(m_database.sqlite(),
                              "INSERT OR IGNORE INTO offices (sha256, jws) VALUES (?, ?)");
        row.bind(1, document.toString());
        sql::bindBlob(row, 2, jws);
        row.exec();
        return {};
    });
}

base::Result<std::optional<base::Digest>> CatalogueStore::missingOffice(int release) const
{
    const auto named = officeNamedBy(release);
    if (!named || !*named)
        return named;
    const auto here = officeJws(**named);
    if (!here)
        return base::passOn(here);
    return here->empty() ? *named : std::optional<base::Digest>();
}

base::Result<std::optional<base::Digest>> CatalogueStore::officeDigest() const
{
    const auto row = active();
    if (!row)
        return base::passOn(row);
    if (!*row)
        return std::optional<base::Digest>();
    const auto named = officeNamedBy((*row)->release);
    if (!named || !*named)
        return named;
    if (m_office && m_office->first == **named)
        return named;
    const auto jws = officeJws(**named);
    if (!jws)
        return base::passOn(jws);
    return jws->empty() ? std::optional<base::Digest>() : *named;
}

base::Result<forms::Office> CatalogueStore::office() const
{
    const auto document = officeDigest();
    if (!document)
        return base::passOn(document);
    if (!*document)
        return forms::Office();
    if (m_office && m_office->first == **document)
        return m_office->second;
    const auto jws = officeJws(**document);
    if (!jws)
        return base::passOn(jws);
    const auto opened = forms::peekJws(*jws);  // verified when it came
    if (!opened || opened->digest() != **document)
        return sql::damagedRow(m_database, "offices");
    auto office = forms::officeFromJson(opened->payload);
    if (!office)
        return office;
    m_office.emplace(**document, std::move(*office));
    return m_office->second;
}

}  // namespace offline
