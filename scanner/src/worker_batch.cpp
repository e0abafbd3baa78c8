#include "worker_batch.h"

#include "overloaded.h"
#include "page_recovery.h"

#include <utility>

namespace scanner {

using std::chrono::steady_clock;

WorkerBatch::WorkerBatch(WorkerSession session,
                         const Deadlines& deadlines,
                         const Spool& spool,
                         ScanSink& sink)
    : m_session(std::move(session))
    , m_deadlines(deadlines)
    , m_spool(spool)
    , m_sink(sink)
    , m_until(steady_clock::now() + deadlines.start)
{}

void WorkerBatch::run(const std::stop_token& stop)
{
    if (!m_session->process().send(worker::Start{m_spool.folder, m_spool.key, m_spool.firstNumber}))
        hear(Silence::Dead);
    while (m_state != State::Over) {
        const auto heard = m_session->process().receive(m_until, isStopping() ? std::stop_token() : stop);
        std::visit([this](const auto& one) { hear(one); }, heard);
    }
    if (m_session)
        m_session->close(m_deadlines.close);
    m_session.reset();
}

bool WorkerBatch::isStopping() const
{
    return m_state == State::Cancelling || m_state == State::Recovering;
}

void WorkerBatch::hear(const worker::Message& message)
{
    std::visit(Overloaded{[this](const worker::Progress& progress) { hearProgress(progress.bytes); },
                          [this](const worker::PageDone& done) { hearPage(done.page); },
                          [this](const worker::Fault& fault) {
                              if (!std::exchange(m_fault, fault.status))
                                  m_sink.fault(fault.status);
                          },
                          [this](const worker::End& end) { hearEnd(end.end); },
                          [this](const worker::Denied& denied) {
                              hearEnd({EndReason::Faulted, 0, denied.fault});
                          },
                          [this](const auto&) { bury(ScanFault::Crashed); }},
               message);
}

void WorkerBatch::hear(Silence silence)
{
    switch (silence) {
    case Silence::Stopped: return askToStop(State::Cancelling);
    case Silence::TimedOut: return isStopping() ? bury(ScanFault::Hung) : askToStop(State::Recovering);
    case Silence::Dead: return bury(ScanFault::Crashed);
    }
}

void WorkerBatch::hearProgress(std::uint64_t bytes)
{
    if (m_state == State::Starting)
        m_state = State::Waiting;
    if (m_state == State::Waiting && bytes > 0)
        m_state = State::Flowing;
    restDeadline();
    m_sink.progress(bytes);
}

void WorkerBatch::hearPage(ScannedPage page)
{
    if (page.number != m_spool.firstNumber + m_pages)
        return bury(ScanFault::Crashed);
    page.file = m_spool.folder / page.file;
    ++m_pages;
    restDeadline();
    m_sink.page(page);
}

void WorkerBatch::restDeadline()
{
    if (!isStopping())
        m_until =
            steady_clock::now() + (m_state == State::Waiting ? m_deadlines.firstByte : m_deadlines.stall);
}

void WorkerBatch::hearEnd(const BatchEnd& end)
{
    if (m_state == State::Recovering)
        return finish(EndReason::Faulted, ScanFault::Hung);
    finish(end.why, end.fault);
}

void WorkerBatch::askToStop(State state)
{
    m_state = state;
    m_until = steady_clock::now() + m_deadlines.cancel;
    if (!m_session->process().send(worker::Cancel{}))
        bury(ScanFault::Crashed);
}

void WorkerBatch::bury(ScanFault fault)
{
    const auto state = m_state;
    m_session.reset();
    while (m_spool.firstNumber + m_pages <= LastPageNumber) {
        const auto page = recoverPage(m_spool.folder, m_spool.firstNumber + m_pages, m_spool.key);
        if (!page)
            break;
        ++m_pages;
        m_sink.page(*page);
    }
    if (state == State::Cancelling)
        return finish(EndReason::Cancelled, std::nullopt);
    finish(EndReason::Faulted, state == State::Recovering ? ScanFault::Hung : fault);
}

void WorkerBatch::finish(EndReason why, std::optional<ScanFault> fault)
{
    m_state = State::Over;
    // What was told first stands: a driver that jams and then dies has jammed.
    if (m_fault) {
        why = EndReason::Faulted;
        fault = m_fault;
    } else if (fault) {
        m_sink.fault(*fault);
    }
    m_sink.end({why, m_pages, fault});
}

}  // namespace scanner
