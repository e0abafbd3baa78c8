#include "byte_range.h"
#include "endpoints.h"

#include <server/audit_store.h>
#include <server/case_access.h>

#include <algorithm>

namespace server {

namespace {

/// Finds the page and writes down that it was looked at.
base::Result<StoredPage> showPage(BackOffice& office, const Account& account, const base::Digest& sha256)
{
    return office.database->write([&](Transaction& transaction) -> base::Result<StoredPage> {
        auto page = PageIndexStore(transaction).find(sha256);
        const auto reason = page ? findPageReason(transaction, account, sha256) : std::nullopt;
        if (!reason)
            return base::fail(base::ErrorCode::NotFound,
                              "There is no such page here, or it is not yours to see.");
        AuditStore(transaction)
            .add(office.clock.now(), account.name, "view-page " + sha256.toString(), *reason);
        return std::move(*page);
    });
}

/// Lets through only the bytes of the range, and stops reading behind it.
base::Status readRange(const PageFolder& pages,
                       const base::Digest& sha256,
                       const ByteRange& range,
                       const base::ByteSink& sink)
{
    std::uint64_t at = 0;
    const auto end = range.first + range.length;
    const auto read = pages.read(sha256, [&](std::span<const std::byte> bytes) -> base::Status {
        const auto from = std::max(at, range.first);
        const auto to = std::min(at + bytes.size(), end);
        const auto begin = at;
        at += bytes.size();
        if (from < to)
            if (auto taken = sink(bytes.subspan(from - begin, to - from)); !taken)
                return taken;
        if (at >= end)
            return base::fail(base::ErrorCode::Cancelled, "The rest of the page was not asked for.");
        return {};
    });
    if (!read && read.error().code == base::ErrorCode::Cancelled)
        return {};
    return read;
}

}  // namespace

Answer getPage(BackOffice& office, Request& request)
{
    const auto sha256 = base::Digest::parse(request.parameters.front());
    if (!sha256)
        return refuse(api::ProblemCode::BadRequest, "A page is asked for by its SHA-256 in hex.");
    const auto page = showPage(office, request.user(), *sha256);
    if (!page)
        return refuse(page.error());
    Response response;
    response.mediaType = page->mediaType;
    response.headers.emplace_back("ETag", "\"" + sha256->toString() + "\"");
    response.headers.emplace_back("Accept-Ranges", "bytes");
    const auto range = parseByteRange(request.header("Range").value_or(""), page->bytes);
    if (!range.isPart && range.length == 0) {
        response.status = 416;
        response.mediaType.clear();
        response.headers.emplace_back("Content-Range", "bytes */" + std::to_string(page->bytes));
        return response;
    }
    if (range.isPart) {
        response.status = 206;
        response.headers.emplace_back("Content-Range",
                                      "bytes " + std::to_string(range.first) + "-"
                                          + std::to_string(range.first + range.length - 1) + "/"
                                          + std::to_string(page->bytes));
    }
    response.streamLength = range.length;
    response.stream = [&office, digest = *sha256, range](const base::ByteSink& sink) {
        return range.isPart ? readRange(office.pages, digest, range, sink) : office.pages.read(digest, sink);
    };
    return response;
}

}  // namespace server
