#pragma once

#include <offline/uploader.h>
#include <offline/workplace.h>

#include <functional>
#include <random>
#include <stop_token>
#include <vector>

namespace offline {

/// Which entries a run takes.
enum class SendWhat {
    Due,     ///< those whose time has come
    Waiting  ///< all that wait, whatever their next try: somebody asked for it
};

struct SendReport {
    int received = 0;
    int waiting = 0;  ///< will be tried again
    int parked = 0;
    std::optional<base::Error> line;  ///< why it stopped early: Network or NotOurServer
};

/// The outbox as desks use it: puts sealed cases in line and sends them. One sender per data folder: `send` holds
/// outbox.lock, a second one waits for it. Used by one thread with its own Workplace.
class Outbox
{
  public:
    /// The undo period after a verified receipt before pages are removed here (DESIGN 5.4).
    static constexpr std::chrono::hours UndoPeriod{24 * 7};

    using Progress = std::function<void(const OutboxEntry&)>;

    /// `line`: the way to the back office of the current session.
    Outbox(Workplace& workplace, HttpLine& line, RetryPlan plan = {});

    /// In one transaction: the case becomes Sealed, its revision stands in line, the audit log has it. Errors as
    /// OutboxStore::put; nothing happened then. Does not need the line: see putSealed below.
    [[nodiscard]] base::Status put(const forms::SealedCase& sealed, std::string_view user);

    /// Sends until nothing is due or the line is gone. First asks for the signed health: no entry goes to a server that
    /// is not ours. Errors: LoginNeeded, Cancelled, errors of our own store; a missing line is in the report.
    [[nodiscard]] base::Result<SendReport> send(SendWhat what,
                                                const Progress& progress = {},
                                                std::stop_token stop = {});

    /// Removes the pages of received cases whose undo period is over; says how many pages went.
    [[nodiscard]] base::Result<int> purge(std::chrono::hours undoPeriod = UndoPeriod);

  private:
    class Surroundings;

    [[nodiscard]] base::Status checkLine(BackOfficeClient& client,
                                         const BackOfficeAddress& address,
                                         std::stop_token stop);
    [[nodiscard]] base::Result<SendReport> sendDue(Uploader& uploader, std::stop_token stop);

    Workplace& m_workplace;
    HttpLine& m_line;
    RetryPlan m_plan;
    std::minstd_rand m_random;
};

/// The same as Outbox::put for those who have no line at hand.
[[nodiscard]] base::Status putSealed(Workplace& workplace,
                                     const forms::SealedCase& sealed,
                                     std::string_view user);

}  // namespace offline
