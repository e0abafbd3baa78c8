#include "endpoints.h"
#include "tus_answer.h"
#include "upload_intake.h"

#include <api/tus.h>
#include <base/uuid.h>

#include <algorithm>
#include <array>

namespace server {

namespace {

constexpr std::array<std::string_view, 4> PageTypes{
    "image/jpeg", "image/tiff", "image/png", "application/pdf"};

tl::expected<Upload, api::Problem> readUpload(BackOffice& office, const Request& request)
{
    const auto length = numberHeader(request, api::tus::UploadLengthHeader);
    if (!length || *length == 0)
        return refuse(api::ProblemCode::BadRequest, "Upload-Length must say how many bytes the page has.");
    if (*length > office.settings.limits.pageBytes)
        return refuse(api::ProblemCode::TooLarge,
                      "A page may have at most {limit} bytes.",
                      {{"limit", std::to_string(office.settings.limits.pageBytes)}});
    const auto metadata =
        api::parseUploadMetadata(request.header(api::tus::UploadMetadataHeader).value_or(""));
    if (!metadata)
        return refuse(metadata.error());
    if (std::find(PageTypes.begin(), PageTypes.end(), metadata->filetype) == PageTypes.end())
        return refuse(api::ProblemCode::UnsupportedType, "A page is a JPEG, TIFF or PNG image or a PDF.");
    const auto now = office.clock.now();
    Upload upload;
    upload.id = base::Uuid::make(now).toString();
    upload.user = request.user().name;
    upload.sha256 = metadata->sha256;
    upload.mediaType = metadata->filetype;
    upload.length = *length;
    upload.expires = now + office.settings.limits.upload;
    return upload;
}

/// Writes the upload down before its bytes are taken, so that they can be gone on with after a cut.
tl::expected<std::uint64_t, api::Problem> begin(BackOffice& office, Request& request, const Upload& upload)
{
    const auto added = office.database->write([&](Transaction& transaction) -> base::Result<bool> {
        UploadStore uploads(transaction);
        if (uploads.openOf(upload.user) >= office.settings.limits.openUploads)
            return false;
        uploads.add(upload);
        return true;
    });
    if (!added)
        return refuse(added.error());
    if (!*added) {
        auto problem =
            refuse(api::ProblemCode::RateLimited, "Too many uploads were begun and not ended.").value();
        problem.retryAfter = std::chrono::seconds(60);
        return tl::unexpected(problem);
    }
    if (request.body->isFullyRead())
        return upload.received;
    return UploadIntake(office, request).append(upload);
}

}  // namespace

Answer postUploads(BackOffice& office, Request& request)
{
    if (auto other = refuseVersion(request))
        return std::move(*other);
    if (!request.body->isFullyRead() && !request.hasType(api::tus::PatchMediaType))
        return refuse(api::ProblemCode::UnsupportedType,
                      "The bytes of an upload are sent as {type}.",
                      {{"type", std::string(api::tus::PatchMediaType)}});
    auto upload = readUpload(office, request);
    if (!upload)
        return tl::unexpected(upload.error());
    UploadIntake intake(office, request);
    const auto offset =
        intake.fitsAtOnce(*upload) ? intake.takeAtOnce(*upload) : begin(office, request, *upload);
    if (!offset)
        return tl::unexpected(offset.error());
    auto response = tusResponse(201);
    response.headers.emplace_back("Location", std::string(api::PostUploads.path) + upload->id);
    response.headers.emplace_back(api::tus::UploadOffsetHeader, std::to_string(*offset));
    response.headers.emplace_back(api::tus::UploadExpiresHeader, httpDate(upload->expires));
    return response;
}

}  // namespace server
