#pragma once

#include <offline/uploader.h>
#include <offline/workplace.h>

#include <chrono>
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
    int papers = 0;                   ///< papers that the back office has now
    std::chrono::seconds ahead{0};    ///< this workstation's clock before the back office's; behind it: negative
};

/// What became of a revision that was taken back.
enum class Recalled {
    DraftAgain,  ///< the back office does not have it
    Received     ///< it has it: the receipt was fetched
};

class PaperSending;

/// The outbox as desks use it: puts sealed cases in line and sends them, then tells of the papers made for cases the back
/// office has. One sender per data folder: `send` and `recall` hold outbox.lock, a second one waits for it. Used by one
/// thread with its own Workplace.
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

    /// Takes a sealed revision back that is not received yet, for its author (the key that signed it) or whoever the draft
    /// was handed to. Where the manifest was ever sent, the back office is asked first: it has the revision, then the
    /// receipt is fetched, verified and kept; it has not, then, as where nothing was sent, the case is a draft again with
    /// the same revision, and may be sealed with other bytes. Errors: NotFound (nothing to take back), NotAllowed (it is
    /// somebody else's, or received), Network (no line, no login there, and it may have arrived), Conflict (other content
    /// is there).
    [[nodiscard]] base::Result<Recalled> recall(base::CaseId id, std::stop_token stop = {});

    /// Removes the pages of received cases whose undo period is over; says how many pages went.
    [[nodiscard]] base::Result<int> purge(std::chrono::hours undoPeriod = UndoPeriod);

  private:
    class Surroundings;

    [[nodiscard]] base::Status hurry();
    [[nodiscard]] base::Result<bool> isAnythingWaiting() const;
    [[nodiscard]] base::Status checkLine(BackOfficeClient& client,
                                         const BackOfficeAddress& address,
                                         SendReport& report,
                                         std::stop_token stop);
    [[nodiscard]] base::Status sendDue(Uploader& uploader, SendReport& report, std::stop_token stop);
    [[nodiscard]] base::Status sendPapers(PaperSending& papers, SendReport& report, std::stop_token stop);
    [[nodiscard]] base::Result<std::optional<api::Receipt>> receiptThere(const OutboxEntry& entry,
                                                                         std::string& jws,
                                                                         std::stop_token stop);
    [[nodiscard]] base::Status makeDraftAgain(const OutboxEntry& entry, const std::string& user);

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
