#pragma once

#include <base/result.h>

#include <offline/inbox.h>
#include <offline/outbox.h>
#include <offline/sign_in.h>
#include <offline/workplace.h>

#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace desk {

/// A case that came back: what the reviewer wants and on which page.
struct ReturnedCase {
    offline::InboxRow row;
    std::string number;                   ///< the official one
    std::vector<forms::Annotation> open;  ///< marks not settled yet
    std::string reason;                   ///< whole: what was said, and what is to be put right
};

/// Whether the back office can be asked.
enum class LineState {
    There,
    Gone,        ///< no network, or nobody answers
    NotOurs,     ///< somebody answers who is not our back office
    LoginNeeded  ///< logged in without a line, or the session there has ended
};

/// One round of sending what is due and fetching what came back.
struct Round {
    LineState line = LineState::There;
    offline::SendReport sent;
    offline::PullReport pulled;
};

/// What goes out and what comes back. Used by one thread with its own Workplace; every verb that needs the line takes
/// it from the current session.
class OutboxDesk
{
  public:
    OutboxDesk(offline::Workplace& workplace, offline::SignIn& signIn);

    [[nodiscard]] base::Result<std::vector<offline::OutboxEntry>> list() const;

    /// Sends what is due; with Waiting everything that waits.
    [[nodiscard]] base::Result<offline::SendReport> send(offline::SendWhat what,
                                                         const offline::Outbox::Progress& progress,
                                                         std::stop_token stop);
    [[nodiscard]] base::Result<int> retry(std::optional<base::CaseId> id);  ///< nothing = all

    /// Pulls what came back and moves each case to the state the back office says.
    [[nodiscard]] base::Result<offline::PullReport> pull(std::chrono::seconds wait, std::stop_token stop);

    [[nodiscard]] base::Result<std::vector<ReturnedCase>> returned() const;

    /// Takes a sealed revision back that the back office has not received: see offline::Outbox::recall.
    [[nodiscard]] base::Result<offline::Recalled> recall(base::CaseId id, std::stop_token stop);

    /// Papers on their way to the back office, and those that stand still.
    [[nodiscard]] base::Result<std::vector<offline::PaperEntry>> papers() const;

    /// Sends and pulls once. A line that is not there is no error; errors are those of our own store, and Cancelled.
    [[nodiscard]] base::Result<Round> goRound(offline::SendWhat what,
                                              const offline::Outbox::Progress& progress,
                                              std::stop_token stop);

  private:
    offline::Workplace& m_workplace;
    offline::SignIn& m_signIn;
};

}  // namespace desk
