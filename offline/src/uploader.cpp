#include <offline/uploader.h>

#include "page_sending.h"
#include "park_cause.h"
#include "receipt_check.h"

#include <api/put_revision.h>

#include <algorithm>

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

constexpr int MaxRounds = 3;
constexpr std::chrono::seconds NoteEvery{1};

using Step = LineStep;

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
        return ownRefusal(stored.error());
    m_entry.state = state;
    m_ports.changed(m_entry);
    return {};
}

Step Uploader::Run::sendPages()
{
    auto pages = m_outbox.pages(m_entry.caseId, m_entry.revision);
    if (!pages)
        return ownRefusal(pages.error());
    m_pages = std::move(*pages);
    PageSending sending(m_ports.backOffice(), m_store, m_stop);
    if (auto asked = sending.ask(m_pages); !asked)
        return asked;
    note(0);
    for (auto& page : m_pages) {
        if (page.there)
            continue;
        const auto sent = sending.send(
            page,
            [this](const OutboxPage&, std::uint64_t bytes) { note(bytes); },
            [this](const OutboxPage& begun) {
                return m_outbox.notePage(m_entry.caseId, m_entry.revision, begun);
            });
        if (!sent)
            return sent;
        note(0);
    }
    return {};
}

Step Uploader::Run::handIn()
{
    const auto manifest = m_outbox.manifestJws(m_entry.caseId, m_entry.revision);
    if (!manifest)
        return ownRefusal(manifest.error());
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
            return ownRefusal(parked.error());
        m_entry.state = OutboxState::Parked;
        return {};
    };
    const auto receipt = checkedReceipt(receiptJws, m_entry, m_ports.receiptKeys());
    if (!receipt)
        return wrong();
    if (auto kept = m_ports.arrived(m_entry, *receipt, receiptJws); !kept)
        return ownRefusal(kept.error());
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
        return refusalOf(api::ProblemCode::Conflict,
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
    const auto follows = whatFollows(refusal);
    switch (follows.what) {
    case Follows::Park:
        return finish(m_outbox.park(m_entry.caseId, m_entry.revision, follows.cause, reasonOf(refusal)));
    case Follows::Later: return later(refusal);
    case Follows::Pause: {
        const bool handedIn =
            m_entry.state == OutboxState::AwaitingReceipt || m_entry.state == OutboxState::Asking;
        const auto rest = handedIn ? OutboxState::Asking : OutboxState::Waiting;
        if (auto stored = m_outbox.enter(m_entry.caseId, m_entry.revision, rest); !stored)
            return base::passOn(stored);
        return tl::unexpected(refusal.error);
    }
    case Follows::End: break;
    }
    return tl::unexpected(refusal.error);
}

base::Result<OutboxEntry> Uploader::Run::later(const Refusal& refusal)
{
    const auto wait = waitAfter(refusal, m_plan, m_entry.attempts, m_ports.jitter());
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
