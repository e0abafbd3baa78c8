#include <offline/uploader.h>

#include "park_cause.h"

#include <api/put_revision.h>

#include <algorithm>
#include <unordered_set>

namespace offline {

// The states of one entry, each on disk before the step it names begins:
//
//   Waiting ──► Sending ──► AwaitingReceipt ──► Received       (a receipt of the pinned server for these very bytes)
//      ▲           │               │  answer lost, or died here
//      │           │               ▼
//      │           │            Asking ──► Received | Sending  (the server is asked by digest before anything is sent)
//      └───────────┴───────────────┘  no line, server busy: try later, in Waiting or Asking
//                  └──► Parked(cause, who must act)            (a refusal that sending again does not mend)

namespace {

constexpr int MaxTriesOfAPage = 3;
constexpr int MaxRounds = 3;
constexpr std::chrono::seconds NoteEvery{1};

using Step = tl::expected<void, Refusal>;

tl::unexpected<Refusal> own(base::Error error)
{
    return tl::unexpected(Refusal{std::move(error), std::nullopt});
}

tl::unexpected<Refusal> refused(api::ProblemCode code, std::string message)
{
    api::Problem problem;
    problem.code = code;
    problem.message = std::move(message);
    return tl::unexpected(Refusal{api::toError(problem), problem});
}

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

/// One entry's way through the states, as far as it goes in one run.
class Uploader::Run
{
  public:
    Run(Uploader& uploader, OutboxEntry entry, std::stop_token stop)
        : m_ports(uploader.m_ports)
        , m_outbox(uploader.m_outbox)
        , m_store(uploader.m_pages)
        , m_plan(uploader.m_plan)
        , m_entry(std::move(entry))
        , m_stop(std::move(stop))
        , m_noted(m_ports.now())
    {}

    base::Result<OutboxEntry> go();

  private:
    Step step();
    Step enter(OutboxState state);
    Step sendPages();
    Step sendPage(OutboxPage& page);
    Step sendBytes(OutboxPage& page, const std::string& image);
    Answer<UploadProgress> begin(OutboxPage& page, const std::string& image);
    Answer<UploadProgress> resume(OutboxPage& page, const std::string& image);
    Answer<UploadProgress> afterCut(const OutboxPage& page, const Refusal& refusal);
    Step handIn();
    Step verify(const std::string& receiptJws);
    Step ask();
    void note(std::uint64_t sent);
    base::Result<OutboxEntry> stopped(const Refusal& refusal);
    base::Result<OutboxEntry> later(const Refusal& refusal);
    base::Result<OutboxEntry> finish(base::Status stored);

    Ports& m_ports;
    OutboxStore& m_outbox;
    PageStore& m_store;
    RetryPlan m_plan;
    OutboxEntry m_entry;
    std::stop_token m_stop;
    std::vector<OutboxPage> m_pages;
    base::Timestamp m_noted;
    int m_rounds = 0;
};

base::Result<OutboxEntry> Uploader::Run::go()
{
    while (m_entry.state != OutboxState::Received && m_entry.state != OutboxState::Parked) {
        if (m_stop.stop_requested())
            return stopped({{base::ErrorCode::Cancelled, "It was stopped.", {}}, std::nullopt});
        if (const auto done = step(); !done)
            return stopped(done.error());
    }
    return finish({});
}

Step Uploader::Run::step()
{
    switch (m_entry.state) {
    case OutboxState::Waiting: return enter(OutboxState::Sending);
    case OutboxState::Sending: {
        if (auto sent = sendPages(); !sent)
            return sent;
        if (auto entered = enter(OutboxState::AwaitingReceipt); !entered)
            return entered;
        return handIn();
    }
    case OutboxState::AwaitingReceipt:
        return enter(OutboxState::Asking);  // somebody died while waiting for it
    case OutboxState::Asking: return ask();
    case OutboxState::Received:
    case OutboxState::Parked: return {};
    }
    return {};
}

Step Uploader::Run::enter(OutboxState state)
{
    if (auto stored = m_outbox.enter(m_entry.caseId, m_entry.revision, state); !stored)
        return own(stored.error());
    m_entry.state = state;
    m_ports.changed(m_entry);
    return {};
}

Step Uploader::Run::sendPages()
{
    auto pages = m_outbox.pages(m_entry.caseId, m_entry.revision);
    if (!pages)
        return own(pages.error());
    m_pages = std::move(*pages);
    std::unordered_set<base::Digest> lacking;
    for (std::size_t from = 0; from < m_pages.size(); from += api::MaxPagesAsked) {
        api::PagesMissingRequest question;
        for (auto i = from; i < std::min(m_pages.size(), from + api::MaxPagesAsked); ++i)
            question.pages.push_back(m_pages[i].sha256);
        const auto answer = m_ports.backOffice().missingPages(question, m_stop);
        if (!answer)
            return tl::unexpected(answer.error());
        lacking.insert(answer->missing.begin(), answer->missing.end());
    }
    for (auto& page : m_pages)
        page.there = !lacking.contains(page.sha256);
    note(0);
    for (auto& page : m_pages)
        if (!page.there)
            if (auto sent = sendPage(page); !sent)
                return sent;
    return {};
}

Step Uploader::Run::sendPage(OutboxPage& page)
{
    const auto image = m_store.read(page.sha256);
    if (!image && image.error().code == base::ErrorCode::NotFound)
        return refused(api::ProblemCode::MissingPages,
                       "A page of this case is no longer on this workstation.");
    if (!image)
        return own(image.error());
    for (int tries = 1;; ++tries) {
        const auto sent = sendBytes(page, *image);
        if (sent) {
            page.there = true;
            note(0);
            return {};
        }
        if (!isGoneUpload(sent.error()) || tries == MaxTriesOfAPage)
            return sent;
        page.upload.clear();  // the server no longer has it: it begins anew
    }
}

Step Uploader::Run::sendBytes(OutboxPage& page, const std::string& image)
{
    auto progress = page.upload.empty() ? begin(page, image) : resume(page, image);
    int cuts = 0;
    while (progress && progress->offset < image.size()) {
        if (m_stop.stop_requested())
            return own({base::ErrorCode::Cancelled, "It was stopped.", {}});
        const auto offset = progress->offset;
        const auto chunk = std::string_view(image).substr(offset, ChunkSize);
        progress = m_ports.backOffice().continueUpload(page.upload, offset, chunk, m_stop);
        if (!progress && ++cuts <= MaxTriesOfAPage)
            progress = afterCut(page, progress.error());
        if (progress)
            note(progress->offset);
    }
    return progress ? Step() : Step(tl::unexpected(progress.error()));
}

/// A page of one chunk goes in one request. A larger one gets its place first, so that after any cut the server can be
/// asked how far it came.
Answer<UploadProgress> Uploader::Run::begin(OutboxPage& page, const std::string& image)
{
    const auto first = image.size() <= ChunkSize ? std::string_view(image) : std::string_view();
    auto progress = m_ports.backOffice().createUpload({page.sha256, page.type}, image.size(), first, m_stop);
    if (!progress)
        return progress;
    page.upload = progress->path;
    if (progress->offset < image.size())
        if (auto stored = m_outbox.notePage(m_entry.caseId, m_entry.revision, page); !stored)
            return own(stored.error());
    return progress;
}

Answer<UploadProgress> Uploader::Run::resume(OutboxPage& page, const std::string& image)
{
    auto progress = m_ports.backOffice().uploadOffset(page.upload, m_stop);
    if (progress && progress->offset <= image.size())
        return progress;
    if (!progress && !isGoneUpload(progress.error()))
        return progress;
    page.upload.clear();
    return begin(page, image);
}

/// The line was cut within a chunk, or the server stands elsewhere than we thought: it says where.
Answer<UploadProgress> Uploader::Run::afterCut(const OutboxPage& page, const Refusal& refusal)
{
    if (!isLineTrouble(refusal) && !isWrongOffset(refusal))
        return tl::unexpected(refusal);
    return m_ports.backOffice().uploadOffset(page.upload, m_stop);
}

Step Uploader::Run::handIn()
{
    const auto manifest = m_outbox.manifestJws(m_entry.caseId, m_entry.revision);
    if (!manifest)
        return own(manifest.error());
    const auto receipt =
        m_ports.backOffice().putRevision(m_entry.caseId, m_entry.revision, *manifest, m_stop);
    if (receipt)
        return verify(*receipt);
    const auto& refusal = receipt.error();
    if (refusal.problem && refusal.problem->code == api::ProblemCode::MissingPages && ++m_rounds < MaxRounds)
        return enter(OutboxState::Sending);
    if (refusal.problem || ++m_rounds >= MaxRounds)
        return tl::unexpected(refusal);
    return enter(OutboxState::Asking);  // it may have arrived, and only the answer is lost
}

Step Uploader::Run::verify(const std::string& receiptJws)
{
    const auto wrong = [&]() -> Step {
        if (auto parked =
                m_outbox.park(m_entry.caseId, m_entry.revision, ParkCause::WrongReceipt, "wrong-receipt");
            !parked)
            return own(parked.error());
        m_entry.state = OutboxState::Parked;
        return {};
    };
    const auto jws = forms::verifyJws(receiptJws, api::ReceiptFormat, m_ports.receiptKeys());
    if (!jws)
        return wrong();
    const auto receipt = api::parseReceipt(jws->payload);
    if (!receipt || receipt->caseId != m_entry.caseId || receipt->revision != m_entry.revision
        || receipt->manifest != m_entry.manifest)
        return wrong();
    if (auto kept = m_ports.arrived(m_entry, *receipt, receiptJws); !kept)
        return own(kept.error());
    m_entry.state = OutboxState::Received;
    return {};
}

Step Uploader::Run::ask()
{
    const auto detail = m_ports.backOffice().askCase(m_entry.caseId, m_stop);
    if (!detail) {
        const bool unknown =
            detail.error().problem && detail.error().problem->code == api::ProblemCode::NotFound;
        return unknown ? enter(OutboxState::Sending) : Step(tl::unexpected(detail.error()));
    }
    const auto there = std::ranges::find(detail->revisions, m_entry.revision, &api::RevisionRecord::revision);
    if (there == detail->revisions.end())
        return enter(OutboxState::Sending);
    if (there->digest != m_entry.manifest)
        return refused(api::ProblemCode::Conflict,
                       "The back office has other content under this case and revision.");
    if (auto entered = enter(OutboxState::AwaitingReceipt); !entered)
        return entered;
    return handIn();  // it arrived: the same manifest again gets the same receipt
}

/// Tells how many bytes are there; on disk at most once a second, since the server is asked anyway.
void Uploader::Run::note(std::uint64_t sent)
{
    for (const auto& page : m_pages)
        sent += page.there ? page.bytes.value : 0;
    m_entry.sent = {std::min(sent, m_entry.total.value)};
    const auto now = m_ports.now();
    if (now - m_noted >= NoteEvery) {
        m_noted = now;
        // A figure for people: what matters is asked again.
        static_cast<void>(m_outbox.noteSent(m_entry.caseId, m_entry.revision, m_entry.sent));
    }
    m_ports.changed(m_entry);
}

base::Result<OutboxEntry> Uploader::Run::stopped(const Refusal& refusal)
{
    const auto park = [&](ParkCause cause) {
        return finish(m_outbox.park(m_entry.caseId, m_entry.revision, cause, reasonOf(refusal)));
    };
    if (refusal.problem)
        if (const auto cause = causeOf(refusal.problem->code))
            return park(*cause);
    switch (refusal.error.code) {
    case base::ErrorCode::LoginNeeded:
    case base::ErrorCode::Cancelled: {
        const bool handedIn =
            m_entry.state == OutboxState::AwaitingReceipt || m_entry.state == OutboxState::Asking;
        const auto rest = handedIn ? OutboxState::Asking : OutboxState::Waiting;
        if (auto stored = m_outbox.enter(m_entry.caseId, m_entry.revision, rest); !stored)
            return base::passOn(stored);
        return tl::unexpected(refusal.error);
    }
    case base::ErrorCode::Damaged: return park(ParkCause::Damaged);
    case base::ErrorCode::Network:
    case base::ErrorCode::NotOurServer:
    case base::ErrorCode::BadInput:
    case base::ErrorCode::Refused: return later(refusal);
    case base::ErrorCode::BadArgument:
    case base::ErrorCode::NotFound:
    case base::ErrorCode::NotAllowed:
    case base::ErrorCode::Separation:
    case base::ErrorCode::NotAcceptable:
    case base::ErrorCode::Conflict:
    case base::ErrorCode::Device:
    case base::ErrorCode::NoSpace:
    case base::ErrorCode::Failed: break;
    }
    return refusal.problem ? later(refusal) : base::Result<OutboxEntry>(tl::unexpected(refusal.error));
}

base::Result<OutboxEntry> Uploader::Run::later(const Refusal& refusal)
{
    auto wait = m_plan.delay(m_entry.attempts + 1, m_ports.jitter());
    if (refusal.problem && refusal.problem->retryAfter)
        wait = std::clamp<std::chrono::milliseconds>(
            *refusal.problem->retryAfter, wait, std::max(wait, m_plan.ceiling));
    const bool handedIn =
        m_entry.state == OutboxState::AwaitingReceipt || m_entry.state == OutboxState::Asking;
    return finish(m_outbox.tryLater(m_entry.caseId,
                                    m_entry.revision,
                                    handedIn ? OutboxState::Asking : OutboxState::Waiting,
                                    m_ports.now() + wait,
                                    reasonOf(refusal)));
}

base::Result<OutboxEntry> Uploader::Run::finish(base::Status stored)
{
    if (!stored)
        return base::passOn(stored);
    auto entry = m_outbox.get(m_entry.caseId, m_entry.revision);
    if (entry)
        m_ports.changed(*entry);
    return entry;
}

Uploader::Uploader(Ports& ports, OutboxStore& outbox, PageStore& pages, RetryPlan plan)
    : m_ports(ports)
    , m_outbox(outbox)
    , m_pages(pages)
    , m_plan(plan)
{}

base::Result<OutboxEntry> Uploader::send(const OutboxEntry& entry, std::stop_token stop)
{
    return Run(*this, entry, std::move(stop)).go();
}

}  // namespace offline
