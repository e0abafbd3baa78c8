#include "endpoints.h"
#include "tus_answer.h"

namespace server {

Answer deleteUpload(BackOffice& office, Request& request)
{
    if (auto other = refuseVersion(request))
        return std::move(*other);
    const auto upload = uploadOf(office, request);
    if (!upload)
        return tl::unexpected(upload.error());
    const auto removed = office.database->write([&](Transaction& transaction) -> base::Status {
        UploadStore(transaction).remove(upload->id);
        return {};
    });
    if (!removed)
        return refuse(removed.error());
    return tusResponse(204);
}

}  // namespace server
