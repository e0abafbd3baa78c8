#include <offline/catalogue_store.h>

#include "sql.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace offline {

namespace {

using nlohmann::json;

constexpr std::size_t ReadGuidesKept = 64;

/// In force on ?1: of the active release or imported by hand; the last row of a code wins.
constexpr std::string_view InForce =
    "FROM guides g LEFT JOIN (SELECT sha256, release FROM release_guides JOIN releases USING (release) WHERE active = 1) r "
    "ON r.sha256 = g.sha256 WHERE (r.sha256 IS NOT NULL OR g.by_hand = 1) AND g.effective_from <= ?1 "
    "AND (g.effective_until IS NULL OR g.effective_until >= ?1) ";
constexpr std::string_view LastWins = "ORDER BY g.code, g.effective_from, r.sha256 IS NOT NULL, g.rowid";

std::string entryToJson(const forms::MatterEntry& entry)
{
    const json stored = {{"code", entry.code},
                         {"name", entry.name},
                         {"aliases", entry.aliases},
                         {"initials", entry.initials},
                         {"department", entry.department}};
    return stored.dump();
}

forms::MatterEntry entryFromJson(const std::string& text)
{
    const auto stored = json::parse(text, nullptr, false);
    forms::MatterEntry entry;
    if (!stored.is_object())
        return entry;
    entry.code = stored.value("code", std::string());
    entry.name = stored.value("name", std::string());
    entry.aliases = stored.value("aliases", std::vector<std::string>());
    entry.initials = stored.value("initials", std::vector<std::string>());
    entry.department = stored.value("department", std::string());
    return entry;
}

bool has(SQLite::Database& database, const base::Digest& guide)
{
    SQLite::Statement row(database, "SELECT 1 FROM guides WHERE sha256 = ?");
    row.bind(1, guide.toString());
    return row.executeStep();
}

tl::unexpected<base::Error> noMatter(std::string_view code)
{
    return base::fail(base::ErrorCode::NotFound,
                      "There is no matter {matter} in the guides of this workstation.",
                      {{"matter", std::string(code)}});
}

}  // namespace

CatalogueStore::CatalogueStore(Database& database, const base::Clock& clock)
    : m_database(database)
    , m_clock(clock)
{}

base::Result<GuideRow> CatalogueStore::importGuide(std::string_view bytes)
{
    return keep(bytes, Source::Hand);
}

base::Result<GuideRow> CatalogueStore::keep(std::string_view bytes, Source source)
{
    const auto guide = forms::readGuide(bytes);
    if (!guide)
        return base::passOn(guide);
    const auto digest = base::Digest::of(bytes);
    const auto kept = m_database.transact([&]() -> base::Status {
        SQLite::Statement row(
            m_database.sqlite(),
            "INSERT INTO guides (sha256, code, version, effective_from, effective_until, by_hand, name, department, entry, "
            "bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (sha256) DO UPDATE SET by_hand = max(by_hand, excluded.by_hand)");
        row.bind(1, digest.toString());
        row.bind(2, guide->code);
        row.bind(3, guide->version);
        row.bind(4, base::formatDate(guide->effectiveFrom));
        if (guide->effectiveUntil)
            row.bind(5, base::formatDate(*guide->effectiveUntil));
        row.bind(6, source == Source::Hand ? 1 : 0);
        row.bind(7, guide->name());
        row.bind(8, guide->department.name);
        row.bind(9, entryToJson(forms::matterEntryOf(*guide)));
        sql::bindBlob(row, 10, bytes);
        row.exec();
        return {};
    });
    if (!kept)
        return base::passOn(kept);
    return GuideRow{
        guide->code, guide->version, digest, guide->effectiveFrom, guide->name(), guide->department.name, 0};
}

base::Result<std::vector<forms::CatalogueEntry>> CatalogueStore::missing(
    const forms::Catalogue& catalogue) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<forms::CatalogueEntry>> {
        std::vector<forms::CatalogueEntry> lacking;
        for (const auto& entry : catalogue.guides)
            if (!has(m_database.sqlite(), entry.sha256))
                lacking.push_back(entry);
        return lacking;
    });
}

base::Status CatalogueStore::keepGuide(const forms::CatalogueEntry& entry, std::string_view bytes)
{
    if (base::Digest::of(bytes) != entry.sha256)
        return base::fail(base::ErrorCode::Damaged,
                          "The guide {matter} that came is not the one the catalogue names.",
                          {{"matter", entry.code}});
    const auto kept = keep(bytes, Source::Release);
    if (!kept)
        return base::passOn(kept);
    if (kept->code != entry.code || kept->version != entry.version)
        return base::fail(base::ErrorCode::BadInput,
                          "The catalogue calls a guide {matter} {version}, but the file is {other}.",
                          {{"matter", entry.code}, {"version", entry.version}, {"other", kept->code}});
    return {};
}

base::Result<std::vector<GuideRow>> CatalogueStore::guides(base::Date today) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<GuideRow>> {
        std::vector<GuideRow> rows;
        SQLite::Statement select(
            m_database.sqlite(),
            "SELECT g.code, g.version, g.sha256, g.effective_from, g.name, g.department, r.release "
                + std::string(InForce) + std::string(LastWins));
        select.bind(1, base::formatDate(today));
        while (select.executeStep()) {
            const auto digest = base::Digest::parse(select.getColumn(2).getString());
            const auto from = base::parseDate(select.getColumn(3).getString());
            if (!digest || !from)
                return sql::damagedRow(m_database, "guides");
            GuideRow row{select.getColumn(0).getString(),
                         select.getColumn(1).getString(),
                         *digest,
                         *from,
                         select.getColumn(4).getString(),
                         select.getColumn(5).getString(),
                         select.getColumn(6).getInt()};
            if (!rows.empty() && rows.back().code == row.code)
                rows.pop_back();
            rows.push_back(std::move(row));
        }
        return rows;
    });
}

base::Result<std::vector<forms::MatterEntry>> CatalogueStore::matters(base::Date today) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<forms::MatterEntry>> {
        std::vector<forms::MatterEntry> entries;
        SQLite::Statement select(m_database.sqlite(),
                                 "SELECT g.entry " + std::string(InForce) + std::string(LastWins));
        select.bind(1, base::formatDate(today));
        while (select.executeStep()) {
            auto entry = entryFromJson(select.getColumn(0).getString());
            if (!entries.empty() && entries.back().code == entry.code)
                entries.pop_back();
            entries.push_back(std::move(entry));
        }
        return entries;
    });
}

base::Result<std::shared_ptr<const forms::Guide>> CatalogueStore::current(std::string_view code,
                                                                          base::Date today) const
{
    const auto digest = sql::guarded(m_database, [&]() -> base::Result<base::Digest> {
        SQLite::Statement select(m_database.sqlite(),
                                 "SELECT g.sha256 " + std::string(InForce) + "AND g.code = ?2 "
                                     + std::string(LastWins));
        select.bind(1, base::formatDate(today));
        select.bind(2, std::string(code));
        std::optional<base::Digest> last;
        while (select.executeStep())
            last = base::Digest::parse(select.getColumn(0).getString());
        return last ? base::Result<base::Digest>(*last) : noMatter(code);
    });
    if (!digest)
        return base::passOn(digest);
    return guide(*digest);
}

base::Result<std::shared_ptr<const forms::Guide>> CatalogueStore::guide(const base::Digest& sha256) const
{
    const auto read = std::ranges::find(m_read, sha256, [](const auto& guide) { return guide->sha256; });
    if (read != m_read.end())
        return *read;
    const auto bytes = guideBytes(sha256);
    if (!bytes)
        return base::passOn(bytes);
    auto guide = forms::readGuide(*bytes);
    if (!guide)
        return base::passOn(guide);
    if (m_read.size() >= ReadGuidesKept)
        m_read.erase(m_read.begin());
    m_read.push_back(std::make_shared<const forms::Guide>(std::move(*guide)));
    return m_read.back();
}

base::Result<std::string> CatalogueStore::guideBytes(const base::Digest& sha256) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::string> {
        SQLite::Statement row(m_database.sqlite(), "SELECT bytes FROM guides WHERE sha256 = ?");
        row.bind(1, sha256.toString());
        if (!row.executeStep())
            return base::fail(base::ErrorCode::NotFound,
                              "The guide with digest {sha256} is not on this workstation.",
                              {{"sha256", sha256.toString()}});
        auto bytes = sql::bytesOf(row.getColumn(0));
        if (base::Digest::of(bytes) != sha256)
            return sql::damagedRow(m_database, "guides");
        return bytes;
    });
}

}  // namespace offline
