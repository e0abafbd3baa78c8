#include <shell/line_keeper.h>

namespace shell {

namespace {

constexpr int PauseMs = 4000;

bool changedSomething(const desk::Round& round)
{
    return round.sent.received > 0 || round.sent.parked > 0 || !round.pulled.changed.empty()
           || !round.pulled.doubtful.empty();
}

}  // namespace

LineKeeper::LineKeeper(wxWindow& owner, workbench::Bench& bench)
    : m_owner(owner)
    , m_bench(bench)
{
    m_timer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { goRound(offline::SendWhat::Due); });
}

LineKeeper::~LineKeeper()
{
    stop();
}

void LineKeeper::start()
{
    m_started = true;
    goRound(offline::SendWhat::Due);
}

void LineKeeper::stop()
{
    m_started = false;
    m_timer.Stop();
    if (m_running)
        m_bench.line().tasks().cancel(*m_running);
    m_running.reset();
}

void LineKeeper::hurry()
{
    if (!m_started)
        return;
    if (m_running)
        m_hurry = true;
    else
        goRound(offline::SendWhat::Waiting);
}

void LineKeeper::goRound(offline::SendWhat what)
{
    m_timer.Stop();
    m_hurry = false;
    m_running = m_bench.line().run(
        &m_owner,
        [what](workbench::Desks& desks, std::stop_token stop) {
            return desks.outbox.goRound(what, {}, stop);
        },
        [this](const base::Result<desk::Round>& round) { finished(round); });
}

void LineKeeper::finished(const base::Result<desk::Round>& round)
{
    m_running.reset();
    if (round) {
        onLine(round->line);
        if (changedSomething(*round))
            onNews(*round);
    } else {
        onTrouble(round.error());
    }
    if (!m_started)
        return;
    if (m_hurry)
        goRound(offline::SendWhat::Waiting);
    else
        m_timer.StartOnce(PauseMs);
}

}  // namespace shell
