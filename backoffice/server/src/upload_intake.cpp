#include "upload_intake.h"

#include "body_checksum.h"

#include <api/tus.h>
#include <base/encoding.h>
#include <base/sealed_blob.h>

namespace server {

namespace {

constexpr std::size_t PartBytes = std::size_t{1} << 20;

base::Key partKey(const BackOffice& office)
{
    return office.keys.pages.derive(1, "uplparts");
}

std::string partContext(const std::string& upload, std::uint64_t start)
{
    return "upload_parts/" + upload + "/" + std::to_string(start);
}

tl::unexpected<api::Problem> wrongChecksum()
{
    return refuse(api::ProblemCode::Checksum,
                  "The bytes that came are not those of their checksum. Send them again.");
}

tl::unexpected<base::Error> takenOver()
{
    return base::fail(base::ErrorCode::Conflict,
                      "Another request goes on with this upload. Ask for its offset.");
}

tl::expected<std::optional<api::UploadChecksum>, api::Problem> wantedChecksum(const Request& request)
{
    const auto header = request.header(api::tus::UploadChecksumHeader);
    if (!header)
        return std::optional<api::UploadChecksum>();
    auto checksum = api::parseUploadChecksum(*header);
    if (!checksum)
        return refuse(checksum.error());
    return std::optional(std::move(*checksum));
}

std::string readPart(Body& body)
{
    std::string bytes(PartBytes, '\0');
    bytes.resize(body.read({reinterpret_cast<std::byte*>(bytes.data()), bytes.size()}));
    return bytes;
}

/// The parts of an upload in order, one in memory at a time.
PageFolder::Source partsOf(BackOffice& office, const Upload& upload)
{
    return [&office, upload](const base::ByteSink& sink) -> base::Status {
        const auto starts =
            office.database->read([&](Transaction& transaction) -> base::Result<std::vector<std::uint64_t>> {
                return UploadStore(transaction).partStarts(upload.id);
            });
        if (!starts)
            return base::passOn(starts);
        for (const auto start : *starts) {
            const auto sealed =
                office.database->read([&](Transaction& transaction) -> base::Result<std::string> {
                    return UploadStore(transaction).part(upload.id, start);
                });
            if (!sealed)
                return base::passOn(sealed);
            const auto plain = base::openBlob(*sealed, partKey(office), partContext(upload.id, start));
            if (!plain)
                return base::passOn(plain);
            if (auto taken = sink(base::asBytes(*plain)); !taken)
                return taken;
        }
        return {};
    };
}

base::Status index(BackOffice& office, const Upload& upload, bool isNew)
{
    const auto now = office.clock.now();
    auto indexed = office.database->write([&](Transaction& transaction) -> base::Status {
        PageIndexStore pages(transaction);
        pages.add({upload.sha256, upload.mediaType, upload.length}, now);
        pages.addCarrier(upload.sha256, upload.user);
        UploadStore uploads(transaction);
        if (isNew)
            uploads.add(upload);
        else
            uploads.complete(upload.id);
        return {};
    });
    if (indexed)
        office.metrics.keptPage();
    return indexed;
}

tl::unexpected<api::Problem> refusePage(const base::Error& error)
{
    if (error.code == base::ErrorCode::BadInput)
        return refuse(api::ProblemCode::Checksum,
                      "The page's bytes are not those of its digest. The upload was deleted.");
    return refuse(error);
}

}  // namespace

bool UploadIntake::fitsAtOnce(const Upload& upload) const
{
    return upload.received == 0 && upload.length <= PartBytes && m_request.body->announced() == upload.length;
}

tl::expected<std::uint64_t, api::Problem> UploadIntake::takeAtOnce(Upload upload)
{
    auto wanted = wantedChecksum(m_request);
    if (!wanted)
        return tl::unexpected(wanted.error());
    BodyChecksum checksum(std::move(*wanted));
    const auto bytes = readPart(*m_request.body);
    if (bytes.size() != upload.length)
        return refuse(api::ProblemCode::BadRequest, "The request's body ended before its announced length.");
    checksum.add(bytes);
    if (!checksum.agrees())
        return wrongChecksum();
    const auto kept = m_office.pages.keep(
        upload.sha256, [&](const base::ByteSink& sink) { return sink(base::asBytes(bytes)); });
    if (!kept)
        return refusePage(kept.error());
    upload.received = upload.length;
    upload.state = UploadState::Complete;
    if (auto indexed = index(m_office, upload, true); !indexed)
        return refuse(indexed.error());
    return upload.length;
}

base::Status UploadIntake::storePart(Upload& upload,
                                     std::uint64_t start,
                                     const std::string& bytes,
                                     bool counts)
{
    const auto sealed = base::sealBlob(bytes, partKey(m_office), partContext(upload.id, start));
    return m_office.database->write([&](Transaction& transaction) -> base::Status {
        UploadStore uploads(transaction);
        const auto current = uploads.find(upload.id);
        if (!current || current->lease != upload.lease)
            return takenOver();
        uploads.addPart(upload.id, start, sealed);
        if (counts)
            uploads.setReceived(upload.id, start + bytes.size());
        return {};
    });
}

base::Status UploadIntake::release(const Upload& upload)
{
    return m_office.database->write([&](Transaction& transaction) -> base::Status {
        UploadStore uploads(transaction);
        const auto current = uploads.find(upload.id);
        if (!current || current->lease != upload.lease)
            return takenOver();
        uploads.setReceived(upload.id, upload.received);
        uploads.dropPartsFrom(upload.id, upload.received);
        uploads.setLease(upload.id, {});
        return {};
    });
}

tl::expected<void, api::Problem> UploadIntake::copyParts(Upload& upload)
{
    auto wanted = wantedChecksum(m_request);
    if (!wanted)
        return tl::unexpected(wanted.error());
    BodyChecksum checksum(std::move(*wanted));
    auto end = upload.received;
    while (true) {
        const auto bytes = readPart(*m_request.body);
        if (bytes.empty())
            break;
        if (bytes.size() > upload.length - end)
            return refuse(api::ProblemCode::TooLarge, "More bytes came than the upload's announced length.");
        checksum.add(bytes);
        if (auto stored = storePart(upload, end, bytes, !checksum.isWanted()); !stored)
            return refuse(stored.error());
        end += bytes.size();
        if (!checksum.isWanted())
            upload.received = end;
        if (bytes.size() < PartBytes)
            break;
    }
    if (!m_request.body->isFullyRead())
        return refuse(api::ProblemCode::BadRequest, "The request's body ended before its announced length.");
    if (!checksum.agrees())
        return wrongChecksum();
    upload.received = end;
    return {};
}

tl::expected<std::uint64_t, api::Problem> UploadIntake::append(Upload upload)
{
    if (const auto length = m_request.body->announced(); length && *length > upload.length - upload.received)
        return refuse(api::ProblemCode::TooLarge, "More bytes came than the upload's announced length.");
    const auto before = upload.received;
    upload.lease = base::toHex(base::randomBytes(8));
    const auto leased = m_office.database->write([&](Transaction& transaction) -> base::Status {
        UploadStore uploads(transaction);
        const auto current = uploads.find(upload.id);
        if (!current || current->received != before)
            return takenOver();
        uploads.setLease(upload.id, upload.lease);
        uploads.dropPartsFrom(upload.id, before);
        return {};
    });
    if (!leased)
        return refuse(leased.error());
    const auto copied = copyParts(upload);
    if (auto released = release(upload); !released)
        return refuse(released.error());
    if (!copied)
        return tl::unexpected(copied.error());
    if (upload.received == upload.length)
        if (auto finished = finishUpload(m_office, upload); !finished)
            return tl::unexpected(finished.error());
    return upload.received;
}

tl::expected<void, api::Problem> finishUpload(BackOffice& office, const Upload& upload)
{
    const auto kept = office.pages.keep(upload.sha256, partsOf(office, upload));
    if (kept) {
        if (auto indexed = index(office, upload, false); !indexed)
            return refuse(indexed.error());
        return {};
    }
    if (kept.error().code == base::ErrorCode::BadInput) {
        const auto removed = office.database->write([&](Transaction& transaction) -> base::Status {
            UploadStore(transaction).remove(upload.id);
            return {};
        });
        if (!removed)
            return refuse(removed.error());
    }
    return refusePage(kept.error());
}

}  // namespace server
