#include <server/catalogue_press.h>

#include <base/durable_file.h>
#include <base/piecewise_file.h>
#include <forms/catalogue_file.h>
#include <forms/guide.h>
#include <forms/jws.h>
#include <server/audit_store.h>
#include <server/guide_store.h>
#include <server/office_keys.h>
#include <server/settings.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <system_error>

namespace server {

namespace {

using base::ErrorCode;

/// Its bytes stay in the file: a province's are too many to hold.
struct NewGuide {
    std::filesystem::path file;
    forms::CatalogueEntry entry;
    base::Date from;
};

struct Office {
    Settings settings;
    std::unique_ptr<Database> database;
};

base::Result<Office> openOffice(const std::filesystem::path& folder)
{
    auto settings = readSettings(folder / "config.json");
    if (!settings)
        return base::passOn(settings);
    auto database = Database::open(folder / "backoffice.db");
    if (!database)
        return base::passOn(database);
    return Office{std::move(*settings), std::move(*database)};
}

base::Result<forms::Catalogue> openCatalogue(const std::string& jws)
{
    const auto opened = forms::peekJws(jws);  // our own, from our own records
    if (!opened)
        return base::passOn(opened);
    return forms::catalogueFromJson(opened->payload);
}

tl::unexpected<base::Error> refused(const std::string& file, const forms::LintFinding& finding)
{
    return base::fail(ErrorCode::BadInput,
                      "The guide {file} is refused: {path}: {reason}",
                      {{"file", file},
                       {"path", finding.path},
                       {"reason", base::fillPlaces(finding.text.id, finding.text.arguments)}});
}

/// The files themselves, and those of a folder by their names.
base::Result<std::vector<std::filesystem::path>> guideFiles(const std::vector<std::filesystem::path>& named)
{
    std::vector<std::filesystem::path> files;
    for (const auto& path : named) {
        std::error_code failed;
        if (!std::filesystem::is_directory(path, failed)) {
            files.push_back(path);
            continue;
        }
        const auto first = files.size();
        for (std::filesystem::directory_iterator entry(path, failed), end; !failed && entry != end;
             entry.increment(failed))
            if (entry->path().extension() == ".json")
                files.push_back(entry->path());
        if (failed || files.size() == first)
            return base::fail(ErrorCode::NotFound,
                              "There is no guide (*.json) to be read in the folder {folder}.",
                              {{"folder", path.string()}});
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
    }
    return files;
}

base::Result<NewGuide> readNewGuide(const std::filesystem::path& file,
                                    const Publication& publication,
                                    std::vector<FileFinding>& warnings)
{
    auto bytes = base::readFile(file, forms::MaxGuideBytes);
    if (!bytes)
        return base::passOn(bytes);
    for (const auto& finding : forms::lintGuide(*bytes)) {
        if (finding.level == forms::LintLevel::Error || publication.strict)
            return refused(file.filename().string(), finding);
        warnings.push_back({file.filename().string(), finding});
    }
    const auto guide = forms::readGuide(*bytes);
    if (!guide)
        return base::passOn(guide);
    const forms::CatalogueEntry entry{guide->code, guide->version, guide->sha256, {bytes->size()}};
    return NewGuide{file, entry, guide->effectiveFrom};
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

/// The versions of one matter a release names, once a new one has come.
class Versions
{
  public:
    explicit Versions(Transaction& transaction)
        : m_transaction(transaction)
    {}

    base::Status add(const forms::CatalogueEntry& entry)
    {
        const auto bytes = GuideStore(m_transaction).find(entry.sha256);
        if (!bytes)
            return base::fail(ErrorCode::Damaged, "A guide of the newest release is not in the records.");
        const auto guide = forms::readGuide(*bytes);
        if (!guide)
            return base::passOn(guide);
        m_versions.insert_or_assign(guide->effectiveFrom, entry);
        return {};
    }

    /// What is there from that day on: the version in force and those to come.
    [[nodiscard]] std::vector<forms::CatalogueEntry> from(base::Date today) const
    {
        auto first = m_versions.upper_bound(today);
        if (first != m_versions.begin())
            --first;
        std::vector<forms::CatalogueEntry> entries;
        for (; first != m_versions.end(); ++first)
            entries.push_back(first->second);
        return entries;
    }

    void put(base::Date from, const forms::CatalogueEntry& entry)
    {
        m_versions.insert_or_assign(from, entry);
    }

  private:
    Transaction& m_transaction;
    std::map<base::Date, forms::CatalogueEntry> m_versions;
};

base::Status keepVersion(Transaction& transaction, const NewGuide& guide)
{
    GuideStore guides(transaction);
    const auto known = guides.digestOf(guide.entry.code, guide.entry.version);
    if (known && *known != guide.entry.sha256)
        return base::fail(
            ErrorCode::Conflict,
            "Version {version} of {matter} was published with other content. A version never changes: "
            "give this one another name.",
            {{"version", guide.entry.version}, {"matter", guide.entry.code}});
    if (known)
        return {};
    const auto bytes = base::readFile(guide.file, forms::MaxGuideBytes);
    if (!bytes)
        return base::passOn(bytes);
    if (base::Digest::of(*bytes) != guide.entry.sha256)
        return base::fail(ErrorCode::Conflict,
                          "The guide {file} was changed while it was being published. Publish it again.",
                          {{"file", guide.file.filename().string()}});
    guides.add(guide.entry.code, guide.entry.version, *bytes);
    return {};
}

base::Status takeOut(std::vector<forms::CatalogueEntry>& entries, const std::string& code)
{
    const auto gone =
        std::erase_if(entries, [&code](const forms::CatalogueEntry& entry) { return entry.code == code; });
    if (gone == 0)
        return base::fail(
            ErrorCode::NotFound, "There is no matter {matter} in the newest release.", {{"matter", code}});
    return {};
}

/// The guides of the release before, with the new ones in their places.
base::Result<std::vector<forms::CatalogueEntry>> entriesWith(Transaction& transaction,
                                                             std::vector<forms::CatalogueEntry> entries,
                                                             const std::vector<NewGuide>& guides,
                                                             base::Date today)
{
    std::map<std::string, std::vector<const NewGuide*>> coming;
    for (const auto& guide : guides)
        coming[guide.entry.code].push_back(&guide);
    std::map<std::string, Versions> changed;
    for (const auto& [code, news] : coming)
        changed.emplace(code, transaction);
    std::vector<forms::CatalogueEntry> next;
    for (auto& entry : entries) {
        const auto versions = changed.find(entry.code);
        if (versions == changed.end())
            next.push_back(std::move(entry));
        else if (auto added = versions->second.add(entry); !added)
            return base::passOn(added);
    }
    for (auto& [code, versions] : changed) {
        for (const auto* guide : coming[code])
            versions.put(guide->from, guide->entry);
        for (auto& entry : versions.from(today))
            next.push_back(std::move(entry));
    }
    std::ranges::stable_sort(next, {}, &forms::CatalogueEntry::code);
    return next;
}

base::Result<forms::Catalogue> nextCatalogue(Transaction& transaction,
                                             const Office& office,
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

}  // namespace

base::Result<PublishedRelease> publishCatalogue(const std::filesystem::path& folder,
                                                const Publication& publication,
                                                const base::Clock& clock)
{
    const auto office = openOffice(folder);
    if (!office)
        return base::passOn(office);
    const auto keys = OfficeKeys::read(folder / "keys");
    if (!keys)
        return base::passOn(keys);
    PublishedRelease published;
    std::vector<NewGuide> guides;
    const auto files = guideFiles(publication.guides);
    if (!files)
        return base::passOn(files);
    for (const auto& file : *files) {
        auto guide = readNewGuide(file, publication, published.warnings);
        if (!guide)
            return base::passOn(guide);
        guides.push_back(std::move(*guide));
    }
    const auto now = clock.now();
    const auto done = office->database->write([&](Transaction& transaction) -> base::Status {
        for (const auto& guide : guides)
            if (auto kept = keepVersion(transaction, guide); !kept)
                return kept;
        auto next = nextCatalogue(transaction, *office, publication, guides, now);
        if (!next)
            return base::passOn(next);
        const auto jws =
            forms::signJws(forms::catalogueToJson(*next), forms::CatalogueFormat, keys->catalogue);
        CatalogueStore(transaction).add(next->division, next->release, jws);
        AuditStore(transaction).add(now, "program", "publish catalogue " + std::to_string(next->release));
        published.catalogue = std::move(*next);
        return {};
    });
    if (!done)
        return base::passOn(done);
    return published;
}

base::Result<std::vector<forms::Catalogue>> publishedCatalogues(const std::filesystem::path& folder)
{
    const auto office = openOffice(folder);
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
    const auto office = openOffice(folder);
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
        return base::writePiecewise(file, [&](base::PieceSink sink) -> base::Status {
            auto writer = forms::CatalogueWriter::open(std::move(sink), *jws);
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

}  // namespace server
