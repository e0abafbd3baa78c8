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
    for (const auto& row : published.damaged)
        std::fprintf(stderr, "damaged: %s %s\n", row.table.c_str(), row.id.c_str());
    if (published.lackingYear)
        std::fprintf(stderr,
                     "There is no calendar of working days for %d yet: due dates in that year stay open. "
                     "Publish it: catalogue publish --calendar FILE.\n",
                     *published.lackingYear);
    for (const auto& name : published.unknownDepartments)
        std::fprintf(stderr, "The office document does not know the department '%s'.\n", name.c_str());
}

/// "330399-20260921-00001	deemed-accepted	2026-09-21	m-id"
void tell(std::FILE* to, const Consequence& consequence)
{
    std::string cited;
    for (const auto& one : consequence.entry.cites)
        cited += "\t" + one;
    std::fprintf(to,
                 "%s\t%s\t%s%s\n",
                 consequence.official.c_str(),
                 std::string(nameOf(consequence.entry.act)).c_str(),
                 base::formatDate(base::hallDate(consequence.entry.at)).c_str(),
                 cited.c_str());
}

/// Judges the release and says what it makes the clock write at once, before anything is published.
base::Result<PublishedRelease> preview(const CommandLine& line, const base::Clock& clock, std::FILE* to)
{
    auto publication = line.publication;
    publication.preview = true;
    auto judged = publishCatalogue(line.data, publication, clock);
    if (!judged)
        return judged;
    if (!judged->consequences.empty())
        std::fprintf(stderr, "By this release the clock writes at once:\n");
    for (const auto& consequence : judged->consequences)
        tell(to, consequence);
    return judged;
}

/// A release that changes neither days nor offices has no consequences to be shown.
base::Result<PublishedRelease> publishAndTell(const CommandLine& line, const base::Clock& clock)
{
    if (line.publication.calendar || line.publication.office)
        if (const auto judged = preview(line, clock, stderr); !judged)
            return base::passOn(judged);
    auto published = publishCatalogue(line.data, line.publication, clock);
    if (published)
        warn(*published);
    return published;
}

base::Status previewOnly(const CommandLine& line, const base::Clock& clock)
{
    const auto judged = preview(line, clock, stdout);
    if (!judged)
        return base::passOn(judged);
    warn(*judged);
    return {};
}

}  // namespace

base::Status publish(const CommandLine& line, const base::Clock& clock)
{
    if (line.publication.preview)
        return previewOnly(line, clock);
    const auto published = publishAndTell(line, clock);
    if (!published)
        return base::passOn(published);
    std::printf("%d\n", published->catalogue.release);
    return {};
}

base::Status publishOffice(const CommandLine& line, const base::Clock& clock)
{
    if (line.publication.preview)
        return previewOnly(line, clock);
    const auto published = publishAndTell(line, clock);
    if (!published)
        return base::passOn(published);
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
