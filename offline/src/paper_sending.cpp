#include "paper_sending.h"

#include "page_sending.h"
#include "park_cause.h"

namespace offline {

namespace {

LineStep tell(BackOfficeClient& backOffice, PageStore& store, const PaperEntry& entry, std::stop_token stop)
{
    PageSending sending(backOffice, store, stop);
    std::vector<OutboxPage> bytes{{entry.record.sha256, entry.record.bytes, entry.record.type, {}, false}};
    if (auto asked = sending.ask(bytes); !asked)
        return asked;
    for (auto& page : bytes)
        if (!page.there)
            if (auto sent = sending.send(page); !sent)
                return sent;
    const auto kept = backOffice.keepDocument(entry.caseId, entry.record, stop);
    return kept ? LineStep() : LineStep(tl::unexpected(kept.error()));
}

}  // namespace

PaperSending::PaperSending(Uploader::Ports& ports, PaperStore& papers, PageStore& pages, RetryPlan plan)
    : m_ports(ports)
    , m_papers(papers)
    , m_pages(pages)
    , m_plan(plan)
{}

base::Result<PaperSending::Outcome> PaperSending::send(const PaperEntry& entry, std::stop_token stop)
{
    if (const auto told = tell(m_ports.backOffice(), m_pages, entry, std::move(stop)); !told)
        return stopped(entry, told.error());
    if (auto kept = m_papers.kept(entry.record.id, entry.version); !kept)
        return base::passOn(kept);
    return Outcome{PaperState::Kept, false};
}

base::Result<PaperSending::Outcome> PaperSending::stopped(const PaperEntry& entry, const Refusal& refusal)
{
    const auto follows = whatFollows(refusal);
    const auto reason = reasonOf(refusal);
    base::Status stored;
    Outcome outcome;
    switch (follows.what) {
    case Follows::Park:
        stored = m_papers.park(entry.record.id, follows.cause, reason);
        outcome.state = PaperState::Parked;
        break;
    case Follows::Later:
        stored = m_papers.tryLater(entry.record.id,
                                   m_ports.now()
                                       + waitAfter(refusal, m_plan, entry.attempts, m_ports.jitter()),
                                   reason);
        outcome.lineGone = !refusal.problem;
        break;
    case Follows::Pause:
    case Follows::End: return tl::unexpected(refusal.error);
    }
    return stored ? base::Result<Outcome>(outcome) : base::passOn(stored);
}

}  // namespace offline
