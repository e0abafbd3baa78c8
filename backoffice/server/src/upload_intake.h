#pragma once

#include "request.h"
#include "response.h"

#include <server/back_office.h>
#include <server/upload_store.h>

namespace server {

/// Takes the bytes of one request into an upload. What `received` says was synced to disk before anybody hears of it;
/// a line cut in the middle keeps what came before the cut, unless the request named a checksum that can no longer be
/// judged. Only one request may add to an upload: a newer one takes the place of one whose line has died unnoticed.
class UploadIntake
{
  public:
    UploadIntake(BackOffice& office, Request& request)
        : m_office(office)
        , m_request(request)
    {}

    /// A page of which every byte is in this request and that fits into one part: kept without the detour.
    [[nodiscard]] bool fitsAtOnce(const Upload& upload) const;

    /// Answers the new offset. Problem checksum: of this request's body (what it brought is dropped), or of the whole
    /// page (the upload is deleted).
    [[nodiscard]] tl::expected<std::uint64_t, api::Problem> takeAtOnce(Upload upload);
    [[nodiscard]] tl::expected<std::uint64_t, api::Problem> append(Upload upload);

  private:
    [[nodiscard]] base::Status storePart(Upload& upload,
                                         std::uint64_t start,
                                         const std::string& bytes,
                                         bool counts);
    [[nodiscard]] tl::expected<void, api::Problem> copyParts(Upload& upload);
    [[nodiscard]] base::Status release(const Upload& upload);

    BackOffice& m_office;
    Request& m_request;
};

/// Makes a page of an upload whose bytes are all there; also after a crash between the two. Problem checksum deletes it.
[[nodiscard]] tl::expected<void, api::Problem> finishUpload(BackOffice& office, const Upload& upload);

}  // namespace server
