#pragma once

#include <offline/back_office_client.h>
#include <offline/workplace.h>

#include <stop_token>
#include <vector>

namespace offline {

struct PullReport {
    std::vector<base::CaseId> changed;  ///< cases of this workstation with news
    std::vector<base::CaseId>
        doubtful;     ///< the back office holds other content than was sealed here: not believed
    int ignored = 0;  ///< changes of cases that are not here
};

/// Fetches what came back from the back office. Used by one thread with its own Workplace.
class Inbox
{
  public:
    Inbox(Workplace& workplace, BackOfficeClient& backOffice);

    /// Everything since the last pull. With `wait` the server holds its answer back until something happens. A case's
    /// news are believed only when its revisions' digests are those we sealed. The cursor moves after all is on disk:
    /// a death in between repeats, never skips. Errors: Network, LoginNeeded, NotOurServer, Damaged.
    [[nodiscard]] base::Result<PullReport> pull(std::chrono::seconds wait = std::chrono::seconds(0),
                                                std::stop_token stop = {});

    /// Brings the pages of a case that are no longer here (purged, or sealed at another window); says how many came. A
    /// case not known here at all is first made from its newest manifest.
    [[nodiscard]] base::Result<int> fetch(base::CaseId id, std::stop_token stop = {});

  private:
    [[nodiscard]] base::Status noteCursor(const std::string& before, const std::string& cursor);
    [[nodiscard]] base::Status take(base::CaseId id, PullReport& report, std::stop_token stop);
    [[nodiscard]] base::Result<bool> believable(const api::CaseDetail& detail);
    [[nodiscard]] base::Status update(const api::CaseDetail& detail);
    [[nodiscard]] base::Status settlePapers(const api::CaseDetail& detail);
    [[nodiscard]] base::Status adopt(const api::CaseDetail& detail, std::stop_token stop);

    Workplace& m_workplace;
    BackOfficeClient& m_backOffice;
};

}  // namespace offline
