#include <desk/guide_desk.h>

#include <base/durable_file.h>
#include <base/piecewise_file.h>
#include <desk/matter_choices.h>
#include <forms/clocks.h>

#include <algorithm>
#include <set>

namespace desk {

using base::ErrorCode;
using base::fail;

std::vector<i18n::Phrase> leftOutPhrases(const std::vector<offline::LeftOutGuide>& guides)
{
    std::vector<i18n::Phrase> phrases;
    for (const auto& guide : guides)
        phrases.push_back(i18n::phrase(
            "The guide {matter} {version} is left out: its format {format} is newer than this program. "
            "Bring the program up to date.",
            {{"matter", guide.code}, {"version", guide.version}, {"format", guide.format}}));
    return phrases;
}

GuideDesk::GuideDesk(offline::Workplace& workplace)
    : m_workplace(workplace)
{}

base::Result<std::vector<offline::GuideRow>> GuideDesk::list() const
{
    return m_workplace.catalogue().guides(base::hallDate(m_workplace.clock().now()));
}

std::string GuideDesk::user() const
{
    const auto session = m_workplace.sessions().current();
    return session ? session->user.name : std::string();
}

base::Status GuideDesk::buildIndex(base::Date today)
{
    const auto stamp = m_workplace.catalogue().stamp();
    if (!stamp)
        return base::passOn(stamp);
    auto wanted = *stamp + " " + base::formatDate(today);
    if (m_index && m_indexOf == wanted)
        return {};
    m_index.reset();  // never two of them in memory
    auto matters = m_workplace.catalogue().matters(today);
    if (!matters)
        return base::passOn(matters);
    m_index = std::make_unique<forms::MatterIndex>(std::move(*matters));
    m_indexOf = std::move(wanted);
    return {};
}

base::Status GuideDesk::readUse()
{
    auto use = m_workplace.matterUse().of(user());
    if (!use)
        return base::passOn(use);
    m_use = std::move(*use);
    m_ranking = rankingOf(m_use);
    return {};
}

base::Status GuideDesk::lookAgain()
{
    const auto today = base::hallDate(m_workplace.clock().now());
    const auto mark = m_workplace.database().changeMark();
    if (!mark)
        return base::passOn(mark);
    auto seen = *mark + " " + base::formatDate(today);
    if (m_index && m_seen == seen)
        return {};
    if (auto built = buildIndex(today); !built)
        return built;
    if (auto use = readUse(); !use)
        return use;
    m_seen = std::move(seen);
    return {};
}

FoundMatter GuideDesk::found(const forms::MatterEntry& matter) const
{
    const auto use = std::ranges::lower_bound(m_use, matter.code, {}, &offline::MatterUse::matter);
    const bool marked = use != m_use.end() && use->matter == matter.code && use->favourite;
    return {matter, marked ? offline::Favourite::Yes : offline::Favourite::No};
}

base::Result<std::vector<FoundMatter>> GuideDesk::search(std::string_view text, std::size_t limit)
{
    if (auto looked = lookAgain(); !looked)
        return base::passOn(looked);
    std::vector<FoundMatter> all;
    for (const auto* entry : m_index->find(text, limit, m_ranking))
        all.push_back(found(*entry));
    return all;
}

base::Result<std::vector<FoundMatter>> GuideDesk::searchNearly(std::string_view text, std::size_t limit)
{
    if (auto looked = lookAgain(); !looked)
        return base::passOn(looked);
    std::vector<FoundMatter> all;
    for (const auto* entry : m_index->findNearly(text, limit, m_ranking))
        all.push_back(found(*entry));
    return all;
}

std::vector<FoundMatter> GuideDesk::inForce(const std::vector<std::string>& codes) const
{
    std::vector<FoundMatter> all;
    for (const auto& code : codes)
        if (const auto* entry = m_index->matter(code))
            all.push_back(found(*entry));
    return all;
}

base::Result<OfferedMatters> GuideDesk::offered(std::size_t limit)
{
    if (auto looked = lookAgain(); !looked)
        return base::passOn(looked);
    const auto choices = choicesOf(m_use);
    OfferedMatters offered{
        inForce(choices.favourites), inForce(choices.recent), inForce(choices.mostUsed), {}};
    std::set<std::string> shown;
    for (const auto* section : {&offered.favourites, &offered.recent, &offered.mostUsed})
        for (const auto& each : *section)
            shown.insert(each.matter.code);
    for (const auto* entry : m_index->find({}, limit + shown.size()))
        if (offered.others.size() < limit && !shown.contains(entry->code))
            offered.others.push_back(found(*entry));
    return offered;
}

base::Result<offline::Favourite> GuideDesk::turnFavourite(std::string_view matter)
{
    if (auto looked = lookAgain(); !looked)
        return base::passOn(looked);
    const auto* entry = m_index->matter(matter);
    if (entry == nullptr)
        return fail(ErrorCode::NotFound,
                    "There is no matter {matter} in the guides of this workstation.",
                    {{"matter", std::string(matter)}});
    const auto wanted =
        found(*entry).favourite == offline::Favourite::Yes ? offline::Favourite::No : offline::Favourite::Yes;
    if (auto marked = m_workplace.matterUse().mark(user(), matter, wanted); !marked)
        return base::passOn(marked);
    return wanted;
}

base::Result<std::shared_ptr<const forms::Guide>> GuideDesk::show(std::string_view matter) const
{
    return m_workplace.catalogue().current(matter, base::hallDate(m_workplace.clock().now()));
}

base::Result<GuideImport> GuideDesk::importCatalogue(const std::filesystem::path& file,
                                                     const offline::ImportControl& control)
{
    const auto address = m_workplace.sessions().backOffice();
    if (!address)
        return base::passOn(address);
    if (!*address)
        return fail(ErrorCode::LoginNeeded, "Log in to the back office once before importing its catalogue.");
    const auto catalogue = offline::importCatalogue(
        m_workplace.catalogue(), file, (*address)->keysFor(api::KeyUse::Catalogue), control);
    if (!catalogue)
        return base::passOn(catalogue);
    auto leftOut = m_workplace.catalogue().leftOut(catalogue->release);
    if (!leftOut)
        return base::passOn(leftOut);
    const auto taken = catalogue->guides.size() - leftOut->size();
    return GuideImport{file.string(), {}, static_cast<int>(taken), {}, std::move(*leftOut)};
}

base::Result<GuideImport> GuideDesk::import(const std::filesystem::path& file,
                                            const offline::ImportControl& control)
{
    if (file.extension() == ".owc")
        return importCatalogue(file, control);
    const auto bytes = base::readFile(file);
    if (!bytes)
        return base::passOn(bytes);
    GuideImport report;
    report.file = file.string();
    report.warnings = forms::lintGuide(*bytes);
    for (const auto& finding : report.warnings)
        if (finding.level == forms::LintLevel::Error)
            return fail(ErrorCode::BadInput,
                        "The guide {file} is refused: {path}: {reason}",
                        {{"file", file.filename().string()},
                         {"path", finding.path},
                         {"reason", base::fillPlaces(finding.text.id, finding.text.arguments)}});
    auto row = m_workplace.catalogue().importGuide(*bytes);
    if (!row)
        return base::passOn(row);
    report.guide = std::move(*row);
    return report;
}

base::Result<offline::CatalogueUpdate> GuideDesk::update(offline::BackOfficeClient& backOffice,
                                                         const offline::ImportControl& control)
{
    return offline::updateCatalogue(m_workplace, backOffice, control);
}

base::Result<std::vector<offline::CatalogueRow>> GuideDesk::releases() const
{
    return m_workplace.catalogue().releases();
}

base::Result<offline::CatalogueRow> GuideDesk::recorded(base::Result<offline::CatalogueRow> row)
{
    if (!row)
        return row;
    const auto session = m_workplace.sessions().current();
    const auto written = m_workplace.audit().record(session ? session->user.name : "program",
                                                    "catalogue.choose",
                                                    std::nullopt,
                                                    std::to_string(row->release));
    return written ? row : base::passOn(written);
}

base::Result<offline::CatalogueRow> GuideDesk::rollBack()
{
    return recorded(m_workplace.catalogue().rollBack());
}

base::Result<offline::CatalogueRow> GuideDesk::choose(int release)
{
    return recorded(m_workplace.catalogue().choose(release));
}

base::Result<offline::CatalogueRow> GuideDesk::exportCatalogue(std::optional<int> release,
                                                               const std::filesystem::path& file) const
{
    const auto rows = releases();
    if (!rows)
        return base::passOn(rows);
    for (const auto& row : *rows) {
        if (release ? row.release != *release : !row.active)
            continue;
        const auto written = base::writePiecewise(file, [&](base::PieceSink sink) {
            return m_workplace.catalogue().exportCatalogue(row.release, std::move(sink));
        });
        if (!written)
            return base::passOn(written);
        return row;
    }
    return fail(ErrorCode::NotFound, "There is no such catalogue release on this workstation.");
}

base::Result<forms::Office> GuideDesk::office() const
{
    return m_workplace.catalogue().office();
}

base::Result<std::optional<int>> GuideDesk::calendarLacks() const
{
    const auto release = m_workplace.catalogue().active();
    if (!release)
        return base::passOn(release);
    if (!*release)
        return std::optional<int>();
    const auto calendar = m_workplace.catalogue().calendar();
    if (!calendar)
        return base::passOn(calendar);
    return forms::calendarLacks(*calendar, base::hallDate(m_workplace.clock().now()));
}

base::Result<forms::CatalogueAge> GuideDesk::age() const
{
    return m_workplace.catalogue().age(base::hallDate(m_workplace.clock().now()));
}

}  // namespace desk
