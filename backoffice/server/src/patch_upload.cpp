#include "endpoints.h"
#include "tus_answer.h"
#include "upload_intake.h"

#include <api/tus.h>

namespace server {

Answer patchUpload(BackOffice& office, Request& request)
{
    if (auto other = refuseVersion(request))
        return std::move(*other);
    if (!request.hasType(api::tus::PatchMediaType))
        return refuse(api::ProblemCode::UnsupportedType,
                      "The bytes of an upload are sent as {type}.",
                      {{"type", std::string(api::tus::PatchMediaType)}});
    const auto upload = uploadOf(office, request);
    if (!upload)
        return tl::unexpected(upload.error());
    const auto offset = numberHeader(request, api::tus::UploadOffsetHeader);
    if (!offset)
        return refuse(api::ProblemCode::BadRequest, "Upload-Offset must say where the bytes belong.");
    if (*offset != upload->received)
        return refuse(api::ProblemCode::Conflict,
                      "The upload is at offset {offset}. Go on from there.",
                      {{"offset", std::to_string(upload->received)}});
    tl::expected<std::uint64_t, api::Problem> received = upload->length;
    if (upload->state == UploadState::Open)
        received = UploadIntake(office, request).append(*upload);
    else if (!request.body->isFullyRead())
        return refuse(api::ProblemCode::TooLarge, "More bytes came than the upload's announced length.");
    if (!received)
        return tl::unexpected(received.error());
    auto response = tusResponse(204);
    response.headers.emplace_back(api::tus::UploadOffsetHeader, std::to_string(*received));
    response.headers.emplace_back(api::tus::UploadExpiresHeader, httpDate(upload->expires));
    return response;
}

}  // namespace server
