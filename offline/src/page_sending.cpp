#include "page_sending.h"

#include <offline/uploader.h>

#include <algorithm>
#include <unordered_set>

namespace offline {

namespace {

constexpr int MaxTriesOfAPage = 3;
constexpr auto ChunkSize = Uploader::ChunkSize;

bool isGoneUpload(const Refusal& refusal)
{
    return refusal.problem
           && (refusal.problem->code == api::ProblemCode::NotFound
               || refusal.problem->code == api::ProblemCode::Gone
               || refusal.problem->code == api::ProblemCode::Checksum);
}

bool isWrongOffset(const Refusal& refusal)
{
    return refusal.problem && refusal.problem->code == api::ProblemCode::Conflict;
}

bool isLineTrouble(const Refusal& refusal)
{
    return !refusal.problem
           && (refusal.error.code == base::ErrorCode::Network
               || refusal.error.code == base::ErrorCode::NotOurServer);
}

}  // namespace

tl::unexpected<Refusal> ownRefusal(base::Error error)
{
    return tl::unexpected(Refusal{std::move(error), std::nullopt});
}

tl::unexpected<Refusal> refusalOf(api::ProblemCode code, std::string message)
{
    api::Problem problem;
    problem.code = code;
    problem.message = std::move(message);
    return tl::unexpected(Refusal{api::toError(problem), problem});
}

PageSending::PageSending(BackOfficeClient& backOffice, PageStore& pages, std::stop_token stop)
    : m_backOffice(backOffice)
    , m_pages(pages)
    , m_stop(std::move(stop))
{}

LineStep PageSending::ask(std::vector<OutboxPage>& pages)
{
    std::unordered_set<base::Digest> lacking;
    for (std::size_t from = 0; from < pages.size(); from += api::MaxPagesAsked) {
        api::PagesMissingRequest question;
        for (auto i = from; i < std::min(pages.size(), from + api::MaxPagesAsked); ++i)
            question.pages.push_back(pages[i].sha256);
        const auto answer = m_backOffice.missingPages(question, m_stop);
        if (!answer)
            return tl::unexpected(answer.error());
        lacking.insert(answer->missing.begin(), answer->missing.end());
    }
    for (auto& page : pages)
        page.there = !lacking.contains(page.sha256);
    return {};
}

LineStep PageSending::send(OutboxPage& page, const Progress& progress, const Begun& begun)
{
    const auto image = m_pages.read(page.sha256);
    if (!image && image.error().code == base::ErrorCode::NotFound)
        return refusalOf(api::ProblemCode::MissingPages,
                         "A page of this case is no longer on this workstation.");
    if (!image)
        return ownRefusal(image.error());
    for (int tries = 1;; ++tries) {
        const auto sent = sendBytes(page, *image, progress, begun);
        if (sent) {
            page.there = true;
            return {};
        }
        if (!isGoneUpload(sent.error()) || tries == MaxTriesOfAPage)
            return sent;
        page.upload.clear();  // the server no longer has it: it begins anew
    }
}

LineStep PageSending::sendBytes(OutboxPage& page,
                                const std::string& image,
                                const Progress& progress,
                                const Begun& begun)
{
    auto offset = page.upload.empty() ? begin(page, image, begun) : resume(page, image, begun);
    int cuts = 0;
    while (offset && offset->offset < image.size()) {
        if (m_stop.stop_requested())
            return ownRefusal({base::ErrorCode::Cancelled, "It was stopped.", {}});
        const auto from = offset->offset;
        const auto chunk = std::string_view(image).substr(from, ChunkSize);
        offset = m_backOffice.continueUpload(page.upload, from, chunk, m_stop);
        if (!offset && ++cuts <= MaxTriesOfAPage)
            offset = afterCut(page, offset.error());
        if (offset && progress)
            progress(page, offset->offset);
    }
    return offset ? LineStep() : LineStep(tl::unexpected(offset.error()));
}

/// A page of one chunk goes in one request. A larger one gets its place first, so that after any cut the server can be
/// asked how far it came.
Answer<UploadProgress> PageSending::begin(OutboxPage& page, const std::string& image, const Begun& begun)
{
    const auto first = image.size() <= ChunkSize ? std::string_view(image) : std::string_view();
    auto progress = m_backOffice.createUpload({page.sha256, page.type}, image.size(), first, m_stop);
    if (!progress)
        return progress;
    page.upload = progress->path;
    if (progress->offset < image.size() && begun)
        if (auto stored = begun(page); !stored)
            return ownRefusal(stored.error());
    return progress;
}

Answer<UploadProgress> PageSending::resume(OutboxPage& page, const std::string& image, const Begun& begun)
{
    auto progress = m_backOffice.uploadOffset(page.upload, m_stop);
    if (progress && progress->offset <= image.size())
        return progress;
    if (!progress && !isGoneUpload(progress.error()))
        return progress;
    page.upload.clear();
    return begin(page, image, begun);
}

/// The line was cut within a chunk, or the server stands elsewhere than we thought: it says where.
Answer<UploadProgress> PageSending::afterCut(const OutboxPage& page, const Refusal& refusal)
{
    if (!isLineTrouble(refusal) && !isWrongOffset(refusal))
        return tl::unexpected(refusal);
    return m_backOffice.uploadOffset(page.upload, m_stop);
}

}  // namespace offline
