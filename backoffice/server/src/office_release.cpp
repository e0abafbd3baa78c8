#include "office_release.h"

#include "release_guides.h"

#include <base/durable_file.h>
#include <forms/json_reader.h>
#include <forms/jws.h>
#include <server/guide_store.h>
#include <server/office_store.h>

#include <nlohmann/json.hpp>

namespace server {

base::Result<int> keepOffice(Transaction& transaction,
                             const std::filesystem::path& file,
                             const std::string& division,
                             const base::SigningKey& key,
                             base::Timestamp now)
{
    const auto document = base::readFile(file, forms::MaxOfficeJson);
    if (!document)
        return base::passOn(document);
    return keepOffice(transaction, std::string_view(*document), division, key, now);
}

base::Result<int> keepOffice(Transaction& transaction,
                             std::string_view document,
                             const std::string& division,
                             const base::SigningKey& key,
                             base::Timestamp now)
{
    auto json = forms::parseJson(document, forms::OfficeFormat, forms::MaxOfficeJson);
    if (!json)
        return base::passOn(json);
    OfficeStore offices(transaction);
    const int release = offices.newestRelease(division) + 1;
    if (json->is_object()) {
        (*json)["release"] = release;
        (*json)["issued"] = base::formatTimestamp(now);
    }
    const auto payload = forms::writeJson(*json);
    const auto office = forms::officeFromJson(payload);
    if (!office)
        return base::passOn(office);
    if (!office->findDivision(division))
        return base::fail(base::ErrorCode::BadInput,
                          "The office document does not name {division}, the division of this back office.",
                          {{"division", division}});
    offices.add(
        division, release, base::Digest::of(payload), forms::signJws(payload, forms::OfficeFormat, key));
    return release;
}

base::Result<forms::Office> newestOffice(Transaction& transaction, const std::string& division)
{
    const auto jws = OfficeStore(transaction).newest(division);
    if (!jws)
        return forms::Office();
    const auto opened = forms::peekJws(*jws);  // our own, from our own records
    if (!opened)
        return base::passOn(opened);
    return forms::officeFromJson(opened->payload);
}

void UnknownDepartments::look(const std::vector<forms::Department>& departments)
{
    for (const auto& department : departments)
        if (!m_office.departmentOf(department))
            m_names.insert(department.name);
}

base::Status UnknownDepartments::lookAt(Transaction& transaction, const forms::CatalogueEntry& entry)
{
    const auto bytes = GuideStore(transaction).find(entry.sha256);
    if (!bytes)
        return base::fail(base::ErrorCode::Damaged, "A guide of the newest release is not in the records.");
    const auto guide = forms::readGuide(*bytes);
    if (!guide)
        return base::passOn(guide);
    look(departmentsOf(*guide));
    return {};
}

}  // namespace server
