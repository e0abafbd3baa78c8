#include <offline/catalogue_store.h>

#include "guide_rows.h"
#include "sql.h"

namespace offline {

namespace {

constexpr std::string_view Columns =
    "SELECT release, division, issued, activated, confirmed, warn_days, block_days, active, held FROM releases ";

CatalogueRow rowOf(SQLite::Statement& row)
{
    return {row.getColumn(0).getInt(),
            row.getColumn(1).getString(),
            sql::timeOf(row.getColumn(2)),
            sql::timeOf(row.getColumn(3)),
            sql::timeOf(row.getColumn(4)),
            {row.getColumn(5).getInt(), row.getColumn(6).getInt()},
            row.getColumn(7).getInt() != 0,
            row.getColumn(8).getInt() != 0};
}

std::vector<CatalogueRow> rows(SQLite::Database& database, std::string_view condition)
{
    SQLite::Statement select(database, std::string(Columns) + std::string(condition));
    std::vector<CatalogueRow> found;
    while (select.executeStep())
        found.push_back(rowOf(select));
    return found;
}

std::optional<CatalogueRow> firstRow(SQLite::Database& database, std::string_view condition)
{
    auto found = rows(database, condition);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<CatalogueRow> activeRow(SQLite::Database& database)
{
    return firstRow(database, "WHERE active = 1");
}

std::optional<CatalogueRow> newestRow(SQLite::Database& database)
{
    return firstRow(database, "ORDER BY release DESC LIMIT 1");
}

std::optional<CatalogueRow> rowOfRelease(SQLite::Database& database, int release)
{
    return firstRow(database, "WHERE release = " + std::to_string(release));
}

std::optional<std::string> jwsOf(SQLite::Database& database, int release)
{
    SQLite::Statement row(database, "SELECT jws FROM releases WHERE release = ?");
    row.bind(1, release);
    return row.executeStep() ? std::optional(sql::bytesOf(row.getColumn(0))) : std::nullopt;
}

void makeActive(SQLite::Database& database, int release, base::Timestamp now)
{
    database.exec("UPDATE releases SET active = 0 WHERE active = 1");
    SQLite::Statement row(database,
                          "UPDATE releases SET active = 1, activated = ?, held = 0 WHERE release = ?");
    sql::bindTime(row, 1, now);
    row.bind(2, release);
    row.exec();
}

void insertRelease(SQLite::Database& database, const forms::Catalogue& catalogue, std::string_view jws)
{
    SQLite::Statement row(
        database,
        "INSERT INTO releases (release, division, issued, activated, active, jws, confirmed, "
        "warn_days, block_days, calendar, office) VALUES (?1, ?2, ?3, 0, 0, ?4, ?3, ?5, ?6, ?7, ?8)");
    row.bind(1, catalogue.release);
    row.bind(2, catalogue.division);
    sql::bindTime(row, 3, catalogue.issued);
    sql::bindBlob(row, 4, jws);
    row.bind(5, catalogue.age.warnDays);
    row.bind(6, catalogue.age.blockDays);
    row.bind(7, forms::calendarToJson(catalogue.calendar));
    row.bind(8, catalogue.office ? catalogue.office->toString() : std::string());
    row.exec();
    SQLite::Statement read(database, "INSERT OR IGNORE INTO release_guides (release, sha256) VALUES (?, ?)");
    SQLite::Statement leftOut(database,
                              "INSERT OR IGNORE INTO release_left_out (release, sha256) VALUES (?, ?)");
    GuidesHere here(database);
    for (const auto& entry : catalogue.guides) {
        auto& guide = here.isLeftOut(entry.sha256) ? leftOut : read;
        guide.bind(1, catalogue.release);
        guide.bind(2, entry.sha256.toString());
        guide.exec();
        guide.reset();
    }
}

tl::unexpected<base::Error> noRelease(int release)
{
    return base::fail(base::ErrorCode::NotFound,
                      "Release {release} of the catalogue is not on this workstation.",
                      {{"release", std::to_string(release)}});
}

tl::unexpected<base::Error> officeNotHere(int release)
{
    return base::fail(base::ErrorCode::NotFound,
                      "The office document of catalogue release {release} is not here. Nothing was changed.",
                      {{"release", std::to_string(release)}});
}

/// Numbers only go up, and a number means the same bytes for ever.
base::Status checkOrder(SQLite::Database& database, const forms::Catalogue& catalogue, std::string_view jws)
{
    const auto number = std::to_string(catalogue.release);
    const auto known = jwsOf(database, catalogue.release);
    if (known && *known != jws)
        return base::fail(base::ErrorCode::Conflict,
                          "There is another catalogue under the number {release}. Nothing was changed.",
                          {{"release", number}});
    const auto active = activeRow(database);
    const auto newest = newestRow(database);
    if (active && active->division != catalogue.division)
        return base::fail(
            base::ErrorCode::Conflict,
            "The catalogue is of division {division}, the guides here are of division {here}. Nothing "
            "was changed.",
            {{"division", catalogue.division}, {"here", active->division}});
    const bool backwards = newest && catalogue.release < newest->release;
    if (backwards && active && active->release != catalogue.release)
        return base::fail(
            base::ErrorCode::Conflict,
            "Catalogue release {release} is older than release {newest}, which is known here. Nothing was changed: "
            "choose the older one by hand if it is meant.",
            {{"release", number}, {"newest", std::to_string(newest->release)}});
    return {};
}

base::Status checkGuides(SQLite::Database& database, const forms::Catalogue& catalogue)
{
    GuidesHere here(database);
    for (const auto& entry : catalogue.guides)
        if (!here.has(entry.sha256) && !here.isLeftOut(entry.sha256))
            return base::fail(
                base::ErrorCode::NotFound,
                "Guide {matter} of catalogue release {release} is not here. Nothing was changed.",
                {{"matter", entry.code}, {"release", std::to_string(catalogue.release)}});
    return {};
}

base::Status checkOffice(SQLite::Database& database, const forms::Catalogue& catalogue)
{
    if (!catalogue.office)
        return {};
    SQLite::Statement row(database, "SELECT 1 FROM offices WHERE sha256 = ?");
    row.bind(1, catalogue.office->toString());
    if (!row.executeStep())
        return officeNotHere(catalogue.release);
    return {};
}

}  // namespace

base::Result<forms::Catalogue> CatalogueStore::activate(std::string_view jws, const forms::KeyFinder& keys)
{
    const auto verified = forms::verifyJws(jws, forms::CatalogueFormat, keys);
    if (!verified)
        return base::passOn(verified);
    auto catalogue = forms::catalogueFromJson(verified->payload);
    if (!catalogue)
        return catalogue;
    const auto done = m_database.transact([&]() -> base::Status {
        auto& database = m_database.sqlite();
        if (auto ordered = checkOrder(database, *catalogue, jws); !ordered)
            return ordered;
        if (auto whole = checkGuides(database, *catalogue); !whole)
            return whole;
        if (auto whole = checkOffice(database, *catalogue); !whole)
            return whole;
        const auto known = rowOfRelease(database, catalogue->release);
        if (!known)
            insertRelease(database, *catalogue, jws);
        if (!known || !(known->active || known->held))
            makeActive(database, catalogue->release, m_clock.now());
        return {};
    });
    if (!done)
        return base::passOn(done);
    return catalogue;
}

base::Status CatalogueStore::exportCatalogue(int release, forms::CatalogueWriter::Sink sink) const
{
    const auto compact = jws(release);
    if (!compact)
        return base::passOn(compact);
    if (compact->empty())
        return noRelease(release);
    const auto opened = forms::peekJws(*compact);  // verified when it came
    if (!opened)
        return base::passOn(opened);
    const auto catalogue = forms::catalogueFromJson(opened->payload);
    if (!catalogue)
        return base::passOn(catalogue);
    const auto document = catalogue->office ? officeJws(*catalogue->office) : base::Result<std::string>("");
    if (!document)
        return base::passOn(document);
    if (catalogue->office && document->empty())
        return officeNotHere(release);
    auto writer = forms::CatalogueWriter::open(std::move(sink), *compact, *document);
    if (!writer)
        return base::passOn(writer);
    for (const auto& entry : catalogue->guides) {
        const auto bytes = guideBytes(entry.sha256);
        if (!bytes)
            return base::passOn(bytes);
        if (auto added = writer->add(*bytes); !added)
            return added;
    }
    return writer->finish();
}

base::Result<CatalogueRow> CatalogueStore::choose(int release)
{
    std::optional<CatalogueRow> chosen;
    const auto done = m_database.transact([&]() -> base::Status {
        auto& database = m_database.sqlite();
        const auto row = rowOfRelease(database, release);
        if (!row)
            return noRelease(release);
        if (!row->active)
            makeActive(database, release, m_clock.now());
        SQLite::Statement hold(database, "UPDATE releases SET held = (release > ?)");
        hold.bind(1, release);
        hold.exec();
        chosen = rowOfRelease(database, release);
        return {};
    });
    if (!done)
        return base::passOn(done);
    return *chosen;
}

base::Result<CatalogueRow> CatalogueStore::rollBack()
{
    const auto before = sql::guarded(m_database, [&]() -> base::Result<int> {
        SQLite::Statement row(
            m_database.sqlite(),
            "SELECT max(release) FROM releases WHERE activated > 0 AND release < (SELECT release "
            "FROM releases WHERE active = 1)");
        if (!row.executeStep() || row.getColumn(0).isNull())
            return base::fail(base::ErrorCode::NotFound,
                              "There is no earlier catalogue release to go back to.");
        return row.getColumn(0).getInt();
    });
    if (!before)
        return base::passOn(before);
    return choose(*before);
}

base::Status CatalogueStore::confirm(int release)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(m_database.sqlite(),
                              "UPDATE releases SET confirmed = max(confirmed, ?) WHERE release = ?");
        sql::bindTime(row, 1, m_clock.now());
        row.bind(2, release);
        row.exec();
        return {};
    });
}

base::Result<std::vector<CatalogueRow>> CatalogueStore::releases() const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<CatalogueRow>> {
        return rows(m_database.sqlite(), "ORDER BY release DESC");
    });
}

base::Result<std::optional<CatalogueRow>> CatalogueStore::active() const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::optional<CatalogueRow>> {
        return activeRow(m_database.sqlite());
    });
}

base::Result<std::optional<CatalogueRow>> CatalogueStore::newest() const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::optional<CatalogueRow>> {
        return newestRow(m_database.sqlite());
    });
}

base::Result<forms::CatalogueAge> CatalogueStore::age(base::Date today) const
{
    const auto row = active();
    if (!row)
        return base::passOn(row);
    if (!*row)
        return forms::CatalogueAge::Fresh;
    return forms::ageOf(base::hallDate((*row)->confirmed), today, (*row)->limits);
}

base::Result<std::string> CatalogueStore::stamp() const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::string> {
        SQLite::Statement row(
            m_database.sqlite(),
            "SELECT (SELECT ifnull(max(rowid), 0) FROM guides) || '/' || "
            "ifnull((SELECT release || '/' || activated FROM releases WHERE active = 1), '')");
        row.executeStep();
        return row.getColumn(0).getString();
    });
}

base::Result<std::string> CatalogueStore::jws(int release) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::string> {
        return jwsOf(m_database.sqlite(), release).value_or("");
    });
}

base::Result<std::string> CatalogueStore::activeJws() const
{
    const auto row = active();
    if (!row)
        return base::passOn(row);
    return *row ? jws((*row)->release) : base::Result<std::string>(std::string());
}

base::Result<forms::Calendar> CatalogueStore::calendar() const
{
    const auto row = active();
    if (!row)
        return base::passOn(row);
    if (!*row)
        return forms::Calendar();
    const int release = (*row)->release;
    if (m_calendar && m_calendar->first == release)
        return m_calendar->second;
    const auto json = sql::guarded(m_database, [&]() -> base::Result<std::string> {
        SQLite::Statement kept(m_database.sqlite(), "SELECT calendar FROM releases WHERE release = ?");
        kept.bind(1, release);
        return kept.executeStep() ? kept.getColumn(0).getString() : std::string();
    });
    if (!json)
        return base::passOn(json);
    if (!json->empty()) {
        auto calendar = forms::calendarFromJson(*json);
        if (!calendar)
            return calendar;
        m_calendar.emplace(release, std::move(*calendar));
        return m_calendar->second;
    }
    // Of a release that came before calendars had a column of their own.
    const auto compact = jws(release);
    if (!compact)
        return base::passOn(compact);
    const auto opened = forms::peekJws(*compact);  // verified when it was activated
    if (!opened)
        return base::passOn(opened);
    auto catalogue = forms::catalogueFromJson(opened->payload);
    if (!catalogue)
        return base::passOn(catalogue);
    m_calendar.emplace(release, std::move(catalogue->calendar));
    return m_calendar->second;
}

}  // namespace offline
