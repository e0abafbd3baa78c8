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

}  // namespace desk
