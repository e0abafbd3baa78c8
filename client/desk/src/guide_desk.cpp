#include <desk/guide_desk.h>

#include <base/durable_file.h>

namespace desk {

using base::ErrorCode;
using base::fail;

GuideDesk::GuideDesk(offline::Workplace& workplace)
    : m_workplace(workplace)
{}

base::Result<std::vector<offline::GuideRow>> GuideDesk::list() const
{
    return m_workplace.catalogue().guides(base::hallDate(m_workplace.clock().now()));
}

base::Result<std::vector<forms::MatterEntry>> GuideDesk::search(std::string_view text, std::size_t limit)
{
    const auto today = base::hallDate(m_workplace.clock().now());
    const auto stamp = m_workplace.catalogue().stamp();
    if (!stamp)
        return base::passOn(stamp);
    if (auto wanted = *stamp + " " + base::formatDate(today); !m_index || m_indexOf != wanted) {
        auto matters = m_workplace.catalogue().matters(today);
        if (!matters)
            return base::passOn(matters);
        m_index = std::make_unique<forms::MatterIndex>(std::move(*matters));
        m_indexOf = std::move(wanted);
    }
    std::vector<forms::MatterEntry> found;
    for (const auto* entry : m_index->find(text, limit))
        found.push_back(*entry);
    return found;
}

base::Result<std::shared_ptr<const forms::Guide>> GuideDesk::show(std::string_view matter) const
{
    return m_workplace.catalogue().current(matter, base::hallDate(m_workplace.clock().now()));
}

base::Result<GuideImport> GuideDesk::import(const std::filesystem::path& file)
{
    const auto bytes = base::readFile(file, std::size_t{512} << 20);
    if (!bytes)
        return base::passOn(bytes);
    GuideImport report;
    report.file = file.string();
    if (file.extension() == ".owc") {
        const auto address = m_workplace.sessions().backOffice();
        if (!address)
            return base::passOn(address);
        if (!*address)
            return fail(ErrorCode::LoginNeeded,
                        "Log in to the back office once before importing its catalogue.");
        const auto catalogue =
            m_workplace.catalogue().importCatalogue(*bytes, (*address)->keysFor(api::KeyUse::Catalogue));
        if (!catalogue)
            return base::passOn(catalogue);
        report.guides = static_cast<int>(catalogue->guides.size());
        return report;
    }
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
                                                         std::stop_token stop)
{
    return offline::updateCatalogue(m_workplace, backOffice, stop);
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
        const auto bytes = m_workplace.catalogue().exportCatalogue(row.release);
        if (!bytes)
            return base::passOn(bytes);
        if (auto written = base::writeDurably(file, *bytes); !written)
            return base::passOn(written);
        return row;
    }
    return fail(ErrorCode::NotFound, "There is no such catalogue release on this workstation.");
}

base::Result<forms::CatalogueAge> GuideDesk::age() const
{
    return m_workplace.catalogue().age(base::hallDate(m_workplace.clock().now()));
}

}  // namespace desk
