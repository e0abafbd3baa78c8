#include <offline/catalogue_store.h>

#include "guide_rows.h"
#include "sql.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace offline {

namespace {

using nlohmann::json;

constexpr std::size_t ReadGuidesKept = 64;

/// In force on ?1: of the active release or imported by hand; the last row of a code wins.
constexpr std::string_view InForce =
    "FROM guides g LEFT JOIN release_guides r "
    "ON r.release = (SELECT release FROM releases WHERE active = 1) AND r.sha256 = g.sha256 WHERE (r.sha256 IS NOT NULL OR g.by_hand = 1) AND g.effective_from <= ?1 "
    "AND (g.effective_until IS NULL OR g.effective_until >= ?1) ";
constexpr std::string_view LastWins = "ORDER BY g.code, g.effective_from, r.sha256 IS NOT NULL, g.rowid";

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
    entry.level = stored.value("level", std::string());
    entry.localNames = stored.value("local", std::vector<std::string>());
    return entry;
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
    const auto guide = readForKeeping(bytes, base::Digest::of(bytes));
    if (!guide)
        return base::passOn(guide);
    const auto kept = m_database.transact([&]() -> base::Status {
        GuideWriter(m_database.sqlite(), Source::Hand).write(*guide);
        return {};
    });
    if (!kept)
        return base::passOn(kept);
    return GuideRow{guide->guide.code,
                    guide->guide.version,
                    guide->sha256,
                    guide->guide.effectiveFrom,
                    guide->guide.name(),
                    guide->guide.department.name,
                    guide->guide.level.name,
                    0};
}

base::Result<std::vector<forms::CatalogueEntry>> CatalogueStore::missing(
    const forms::Catalogue& catalogue) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<forms::CatalogueEntry>> {
        std::vector<forms::CatalogueEntry> lacking;
        GuidesHere here(m_database.sqlite());
        for (const auto& entry : catalogue.guides)
            if (!here.has(entry.sha256) && !here.isLeftOut(entry.sha256))
                lacking.push_back(entry);
        return lacking;
    });
}

base::Status CatalogueStore::keepGuide(const forms::CatalogueEntry& entry, std::string_view bytes)
{
    return keepGuides({{entry, std::string(bytes)}});
}

base::Status CatalogueStore::keepGuides(const std::vector<GuideToKeep>& guides)
{
    const auto fresh = sql::guarded(m_database, [&] { return newOnes(m_database.sqlite(), guides); });
    if (!fresh)
        return base::passOn(fresh);
    // Reading takes most of the time; nobody else is kept from writing meanwhile.
    const auto read = readAll(*fresh);
    if (!read)
        return base::passOn(read);
    if (read->empty())
        return {};
    return m_database.transact([&]() -> base::Status {
        GuideWriter writer(m_database.sqlite(), Source::Release);
        for (const auto& guide : *read)
            if (guide.read)
                writer.write(*guide.read);
            else
                writer.leaveOut(guide);
        return {};
    });
}

base::Result<std::vector<GuideRow>> CatalogueStore::guides(base::Date today) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<GuideRow>> {
        std::vector<GuideRow> rows;
        SQLite::Statement select(
            m_database.sqlite(),
            "SELECT g.code, g.version, g.sha256, g.effective_from, g.name, g.department, "
            "json_extract(g.entry, '$.level'), r.release "
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
                         select.getColumn(6).getString(),
                         select.getColumn(7).getInt()};
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
        SQLite::Statement row(m_database.sqlite(),
                              "SELECT bytes FROM guide_texts WHERE sha256 = ?1 "
                              "UNION ALL SELECT bytes FROM guides_left_out WHERE sha256 = ?1");
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
