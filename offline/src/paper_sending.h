#pragma once

#include <offline/paper_store.h>
#include <offline/retry_plan.h>
#include <offline/uploader.h>

#include <stop_token>

namespace offline {

/// Tells the back office of one paper: its bytes first, then what it is. After a lost answer it is simply told again, for
/// the same paper under the same id is kept once. The answer is how it stands afterwards.
class PaperSending
{
  public:
    PaperSending(Uploader::Ports& ports, PaperStore& papers, PageStore& pages, RetryPlan plan);

    /// Errors end the whole run without parking anything: LoginNeeded, Cancelled, errors of our own store. `line`: whether
    /// it waits because the line is gone.
    struct Outcome {
        PaperState state = PaperState::Waiting;
        bool lineGone = false;
    };

    [[nodiscard]] base::Result<Outcome> send(const PaperEntry& entry, std::stop_token stop);

  private:
    [[nodiscard]] base::Result<Outcome> stopped(const PaperEntry& entry, const Refusal& refusal);

    Uploader::Ports& m_ports;
    PaperStore& m_papers;
    PageStore& m_pages;
    RetryPlan m_plan;
};

}  // namespace offline
