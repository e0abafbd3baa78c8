#include "catalogue_command.h"

#include <cstdio>

namespace server {

base::Status publish(const CommandLine& line, const base::Clock& clock)
{
    const auto published = publishCatalogue(line.data, line.publication, clock);
    if (!published)
        return base::passOn(published);
    for (const auto& [file, finding] : published->warnings)
        std::fprintf(stderr,
                     "%s: %s: %s\n",
                     file.c_str(),
                     finding.path.c_str(),
                     base::fillPlaces(finding.text.id, finding.text.arguments).c_str());
    std::printf("%d\n", published->catalogue.release);
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
