#pragma once

#include "worker_session.h"

namespace scanner {

/// One batch seen from the parent. The states, and what bounds each:
///
///   Starting ── progress 0 ──► Waiting ── progress n ──► Flowing ── end ──► Over
///   (start)                    (first byte)              (stall)
///       └───────────┬─────────────┴──────────┬──────────────┘
///            stop asked                 nothing in time
///                   ▼                        ▼
///            Cancelling (cancel)        Recovering (cancel)   ── end, silence or death ──► Over
class WorkerBatch
{
  public:
    WorkerBatch(WorkerSession session, const Deadlines& deadlines, const Spool& spool, ScanSink& sink);

    /// Runs to the end and tells it. The worker is gone afterwards.
    void run(const std::stop_token& stop);

  private:
    enum class State { Starting, Waiting, Flowing, Cancelling, Recovering, Over };

    void hear(const worker::Message& message);
    void hear(Silence silence);
    void hearProgress(std::uint64_t bytes);
    void hearPage(ScannedPage page);
    void hearEnd(const BatchEnd& end);
    void askToStop(State state);
    void restDeadline();
    [[nodiscard]] bool isStopping() const;

    /// The worker died or had to be ended: what it synced without being able to say so is told now.
    void bury(ScanFault fault);
    void finish(EndReason why, std::optional<ScanFault> fault);

    std::optional<WorkerSession> m_session;
    const Deadlines& m_deadlines;
    const Spool& m_spool;
    ScanSink& m_sink;

    State m_state = State::Starting;
    MonotonicTime m_until;
    std::uint32_t m_pages = 0;
    std::optional<ScanFault> m_fault;  ///< told to the sink
};

}  // namespace scanner
