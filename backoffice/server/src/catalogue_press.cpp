#include <server/catalogue_press.h>

#include "office_release.h"
#include "release_guides.h"

#include <base/durable_file.h>
#include <base/piecewise_file.h>
#include <forms/catalogue_file.h>
#include <forms/clocks.h>
#include <forms/jws.h>
#include <server/audit_store.h>
#include <server/case_store.h>
#include <server/guide_store.h>
#include <server/office_keys.h>
#include <server/office_store.h>
#include <server/settings.h>

#include <algorithm>

namespace server {

namespace {

using base::ErrorCode;

struct OpenFolder {
    Settings settings;
    std::unique_ptr<Database> database;
};

base::Result<OpenFolder> openFolder(const std::filesystem::path& folder)
{
    auto settings = readSettings(folder / "config.json");
    if (!settings)
        return base::passOn(settings);
    auto database = Database::open(folder / "backoffice.db");
    if (!database)
        return base::passOn(database);
    return OpenFolder{std::move(*settings), std::move(*database)};
}

base::Result<forms::Catalogue> openCatalogue(const std::string& jws)
{
    const auto opened = forms::peekJws(jws);  // our own, from our own records
    if (!opened)
        return base::passOn(opened);
    return forms::catalogueFromJson(opened->payload);
}

base::Result<forms::Calendar> readCalendar(const std::filesystem::path& file, const forms::Calendar& before)
{
    const auto bytes = base::readFile(file, std::size_t{1} << 20);
    if (!bytes)
        return base::passOn(bytes);
    const auto added = forms::calendarFromJson(*bytes);
    if (!added)
        return base::passOn(added);
    auto years = before.years();
    for (const auto& [year, days] : added->years())
        years.insert_or_assign(year, days);
    return forms::Calendar(std::move(years));
}

base::Result<forms::Catalogue> nextCatalogue(Transaction& transaction,
                                             const OpenFolder& office,
                                             const Publication& publication,
                                             const std::vector<NewGuide>& guides,
                                             base::Timestamp now)
{
    const auto newest = CatalogueStore(transaction).newest(office.settings.division);
    auto before = newest ? openCatalogue(*newest) : base::Result<forms::Catalogue>(forms::Catalogue{});
    if (!before)
        return before;
    forms::Catalogue next = std::move(*before);
    const int least = next.release + 1;
    next.release = publication.release.value_or(least);
    if (next.release < least)
        return base::fail(
            ErrorCode::Conflict,
            "Release {release} is not above the newest one. Releases never change: the next is {next}.",
            {{"release", std::to_string(next.release)}, {"next", std::to_string(least)}});
    next.division = office.settings.division;
    next.issued = now;
    next.age = publication.age.value_or(next.age);
    if (publication.calendar) {
        auto calendar = readCalendar(*publication.calendar, next.calendar);
        if (!calendar)
            return base::passOn(calendar);
        next.calendar = std::move(*calendar);
    }
    for (const auto& code : publication.withdrawn)
        if (auto taken = takeOut(next.guides, code); !taken)
            return base::passOn(taken);
    auto entries = entriesWith(transaction, std::move(next.guides), guides, base::hallDate(now));
    if (!entries)
        return base::passOn(entries);
    next.guides = std::move(*entries);
    return next;
}

/// One publication on its way.
class Press
{
  public:
    Press(const OpenFolder& office, const Publication& publication, base::Timestamp now)
        : m_office(office)
        , m_publication(publication)
        , m_now(now)
    {}

    base::Status readGuides()
    {
        const auto files = guideFiles(m_publication.guides);
        if (!files)
            return base::passOn(files);
        const auto strictness =
            m_publication.strict ? LintStrictness::Strict : LintStrictness::WarningsAreTold;
        for (const auto& file : *files) {
            auto guide = readNewGuide(file, strictness, m_published.warnings);
            if (!guide)
                return base::passOn(guide);
            if (*guide)
                m_guides.push_back(std::move(**guide));
        }
        if (m_guides.empty() && !files->empty())
            return base::fail(
                ErrorCode::BadInput,
                "Every guide named is of a format newer than this program: nothing is left to publish.");
        return {};
    }

    /// Guides, the office document, and the release that names them: all or nothing.
    base::Status write(Transaction& transaction, const OfficeKeys& keys)
    {
        const auto before = readRules(transaction, m_office.settings.division);
        for (const auto& guide : m_guides)
            if (auto kept = keepVersion(transaction, guide); !kept)
                return kept;
        if (auto kept = writeOffice(transaction, keys); !kept)
            return kept;
        auto next = nextCatalogue(transaction, m_office, m_publication, m_guides, m_now);
        if (!next)
            return base::passOn(next);
        next->office = OfficeStore(transaction).newestDigest(next->division);
        const auto jws =
            forms::signJws(forms::catalogueToJson(*next), forms::CatalogueFormat, keys.catalogue);
        CatalogueStore(transaction).add(next->division, next->release, jws);
        AuditStore(transaction).add(m_now, "program", "publish catalogue " + std::to_string(next->release));
        m_published.lackingYear = forms::calendarLacks(next->calendar, base::hallDate(m_now));
        m_published.catalogue = std::move(*next);
        if (auto reckoned = reckon(transaction, before); !reckoned)
            return reckoned;
        return m_publication.preview ? onlyLookedAt() : base::Status();
    }

    /// Of the guides that are new or, where the office document is, of all.
    base::Status findUnknownDepartments(Transaction& transaction)
    {
        const auto document = newestOffice(transaction, m_office.settings.division);
        if (!document)
            return base::passOn(document);
        if (document->release == 0)
            return {};
        UnknownDepartments unknown(*document);
        for (const auto& guide : m_guides)
            unknown.look(guide.departments);
        base::Status looked;
        if (m_publication.office)
            for (const auto& entry : m_published.catalogue.guides)
                if (auto read = unknown.lookAt(transaction, entry); !read)
                    looked = std::move(read);
        m_published.unknownDepartments = unknown.names();
        return looked;
    }

    [[nodiscard]] const PublishedRelease& published() const { return m_published; }

    /// What takes everything back again.
    [[nodiscard]] static base::Status onlyLookedAt()
    {
        return base::fail(ErrorCode::Cancelled, "The release was only looked at.");
    }

  private:
    /// `before` is an error for the first release: there are no cases then.
    base::Status reckon(Transaction& transaction, const base::Result<Rules>& before)
    {
        const auto& division = m_office.settings.division;
        const auto after = readRules(transaction, division);
        if (!after)
            return base::passOn(after);
        if (before && before->calendar == after->calendar && before->office == after->office) {
            CaseStore(transaction).carryOver(division, before->release, after->release);
            return {};
        }
        if (before)
            m_published.consequences = consequencesOf(transaction, division, *before, *after, m_now);
        m_published.damaged = reckonAnew(transaction, division, *after, m_now);
        return {};
    }

    base::Status writeOffice(Transaction& transaction, const OfficeKeys& keys)
    {
        if (!m_publication.office)
            return {};
        const auto release =
            keepOffice(transaction, *m_publication.office, m_office.settings.division, keys.catalogue, m_now);
        if (!release)
            return base::passOn(release);
        m_published.officeRelease = *release;
        AuditStore(transaction).add(m_now, "program", "publish office " + std::to_string(*release));
        return {};
    }

    const OpenFolder& m_office;
    const Publication& m_publication;
    base::Timestamp m_now;
    std::vector<NewGuide> m_guides;
    PublishedRelease m_published;
};

}  // namespace

base::Result<PublishedRelease> publishCatalogue(const std::filesystem::path& folder,
                                                const Publication& publication,
                                                const base::Clock& clock)
{
    const auto office = openFolder(folder);
    if (!office)
        return base::passOn(office);
    const auto keys = OfficeKeys::read(folder / "keys");
    if (!keys)
        return base::passOn(keys);
    Press press(*office, publication, clock.now());
    if (auto read = press.readGuides(); !read)
        return base::passOn(read);
    auto& database = *office->database;
    const auto done = database.write([&](Transaction& records) { return press.write(records, *keys); });
    if (!done && !(publication.preview && done.error() == Press::onlyLookedAt().error()))
        return base::passOn(done);
    // The release is out: a guide that cannot be looked at any more does not take it back.
    (void)database.read([&](Transaction& records) { return press.findUnknownDepartments(records); });
    return press.published();
}

base::Result<std::vector<forms::Catalogue>> publishedCatalogues(const std::filesystem::path& folder)
{
    const auto office = openFolder(folder);
    if (!office)
        return base::passOn(office);
    return office->database->read(
        [&](Transaction& transaction) -> base::Result<std::vector<forms::Catalogue>> {
            std::vector<forms::Catalogue> catalogues;
            for (const auto& jws : CatalogueStore(transaction).all(office->settings.division)) {
                auto catalogue = openCatalogue(jws);
                if (!catalogue)
                    return base::passOn(catalogue);
                catalogues.push_back(std::move(*catalogue));
            }
            return catalogues;
        });
}

base::Result<int> exportCatalogue(const std::filesystem::path& folder,
                                  std::optional<int> release,
                                  const std::filesystem::path& file)
{
    const auto office = openFolder(folder);
    if (!office)
        return base::passOn(office);
    int exported = 0;
    const auto written = office->database->read([&](Transaction& transaction) -> base::Status {
        CatalogueStore catalogues(transaction);
        const auto& division = office->settings.division;
        const auto jws = release ? catalogues.find(division, *release) : catalogues.newest(division);
        if (!jws)
            return base::fail(ErrorCode::NotFound, "There is no such catalogue release.");
        const auto catalogue = openCatalogue(*jws);
        if (!catalogue)
            return base::passOn(catalogue);
        exported = catalogue->release;
        const auto officeJws =
            catalogue->office ? OfficeStore(transaction).find(division, *catalogue->office) : std::nullopt;
        return base::writePiecewise(file, [&](base::PieceSink sink) -> base::Status {
            auto writer = forms::CatalogueWriter::open(std::move(sink), *jws, officeJws.value_or(""));
            if (!writer)
                return base::passOn(writer);
            for (const auto& entry : catalogue->guides)
                if (const auto bytes = GuideStore(transaction).find(entry.sha256))
                    if (auto added = writer->add(*bytes); !added)
                        return added;
            return writer->finish();
        });
    });
    if (!written)
        return base::passOn(written);
    return exported;
}

base::Result<std::string> officeDocument(const std::filesystem::path& folder, std::optional<int> release)
{
    const auto office = openFolder(folder);
    if (!office)
        return base::passOn(office);
    return office->database->read([&](Transaction& transaction) -> base::Result<std::string> {
        OfficeStore offices(transaction);
        const auto& division = office->settings.division;
        const auto jws = release ? offices.find(division, *release) : offices.newest(division);
        if (!jws)
            return base::fail(ErrorCode::NotFound, "There is no such office document.");
        const auto opened = forms::peekJws(*jws);  // our own, from our own records
        if (!opened)
            return base::passOn(opened);
        return opened->payload;
    });
}

}  // namespace server
