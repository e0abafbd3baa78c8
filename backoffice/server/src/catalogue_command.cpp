#include "catalogue_command.h"

#include <forms/json_reader.h>
#include <forms/office.h>

#include <nlohmann/json.hpp>

#include <cstdio>

namespace server {

namespace {

/// What does not stop a release, but whoever publishes it should mend.
void warn(const PublishedRelease& published)
{
    for (const auto& [file, finding] : published.warnings)
        std::fprintf(stderr,
                     "%s: %s: %s\n",
                     file.c_str(),
                     finding.path.c_str(),
                     base::fillPlaces(finding.text.id, finding.text.arguments).c_str());
    if (published.lackingYear)
        std::fprintf(stderr,
                     "There is no calendar of working days for %d yet: due dates in that year stay open. "
                     "Publish it: catalogue publish --calendar FILE.\n",
                     *published.lackingYear);
    for (const auto& name : published.unknownDepartments)
        std::fprintf(stderr, "The office document does not know the department '%s'.\n", name.c_str());
}

}  // namespace

base::Status publish(const CommandLine& line, const base::Clock& clock)
{
    const auto published = publishCatalogue(line.data, line.publication, clock);
    if (!published)
        return base::passOn(published);
    warn(*published);
    std::printf("%d\n", published->catalogue.release);
    return {};
}

base::Status publishOffice(const CommandLine& line, const base::Clock& clock)
{
    const auto published = publishCatalogue(line.data, line.publication, clock);
    if (!published)
        return base::passOn(published);
    warn(*published);
    std::printf("%d\t%d\n", published->officeRelease.value_or(0), published->catalogue.release);
    return {};
}

base::Status showOffice(const CommandLine& line)
{
    const auto document = officeDocument(line.data, line.release);
    if (!document)
        return base::passOn(document);
    const auto json = forms::parseJson(*document, forms::OfficeFormat, forms::MaxOfficeJson);
    if (!json)
        return base::passOn(json);
    std::printf("%s\n", json->dump(1).c_str());  // to be read and edited
    return {};
}

base::Status listReleases(const CommandLine& line)
{
    const auto catalogues = publishedCatalogues(line.data);
    if (!catalogues)
        return base::passOn(catalogues);
    for (const auto& catalogue : *catalogues)
        std::printf("%d\t%s\t%zu\n",
                    catalogue.release,
                    base::formatTimestamp(catalogue.issued).c_str(),
                    catalogue.guides.size());
    return {};
}

base::Status exportRelease(const CommandLine& line)
{
    const auto release = exportCatalogue(line.data, line.release, line.out);
    if (!release)
        return base::passOn(release);
    std::printf("%d\t%s\n", *release, line.out.c_str());
    return {};
}

}  // namespace server
