#include "endpoints.h"
#include "tus_answer.h"

#include <api/tus.h>

namespace server {

Answer optionsUploads(BackOffice& office, Request&)
{
    auto response = tusResponse(204);
    response.headers.emplace_back(api::tus::VersionHeader, api::tus::Version);
    response.headers.emplace_back(api::tus::ExtensionHeader, api::tus::Extensions);
    response.headers.emplace_back(api::tus::ChecksumAlgorithmHeader, api::tus::ChecksumAlgorithms);
    response.headers.emplace_back(api::tus::MaxSizeHeader, std::to_string(office.settings.limits.pageBytes));
    return response;
}

}  // namespace server
