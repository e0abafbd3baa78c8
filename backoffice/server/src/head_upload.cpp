#include "endpoints.h"
#include "tus_answer.h"
#include "upload_intake.h"

#include <api/tus.h>

namespace server {

namespace {

/// Who asks for the offset is about to go on: a request that still hangs on a dead line must not move it afterwards.
base::Result<Upload> settle(BackOffice& office, const std::string& id)
{
    return office.database->write([&](Transaction& transaction) -> base::Result<Upload> {
        UploadStore uploads(transaction);
        auto upload = uploads.find(id);
        if (!upload)
            return base::fail(base::ErrorCode::NotFound, "There is no such upload.");
        uploads.setLease(id, {});
        uploads.dropPartsFrom(id, upload->received);
        return std::move(*upload);
    });
}

}  // namespace

Answer headUpload(BackOffice& office, Request& request)
{
    if (auto other = refuseVersion(request))
        return std::move(*other);
    auto upload = uploadOf(office, request);
    if (!upload)
        return tl::unexpected(upload.error());
    if (!upload->lease.empty()) {
        auto settled = settle(office, upload->id);
        if (!settled)
            return refuse(settled.error());
        *upload = std::move(*settled);
    }
    if (upload->state == UploadState::Open && upload->received == upload->length)
        if (auto finished = finishUpload(office, *upload); !finished)
            return tl::unexpected(finished.error());
    auto response = tusResponse(200);
    response.headers.emplace_back(api::tus::UploadOffsetHeader, std::to_string(upload->received));
    response.headers.emplace_back(api::tus::UploadLengthHeader, std::to_string(upload->length));
    response.headers.emplace_back(api::tus::UploadMetadataHeader,
                                  api::formatUploadMetadata({upload->sha256, upload->mediaType}));
    response.headers.emplace_back(api::tus::UploadExpiresHeader, httpDate(upload->expires));
    return response;
}

}  // namespace server
