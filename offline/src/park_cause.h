#pragma once

#include <offline/back_office_client.h>
#include <offline/outbox_state.h>
#include <offline/retry_plan.h>

#include <chrono>
#include <optional>
#include <string>

namespace offline {

/// What a refusal means for an outbox entry; nothing when it is only a matter of time.
[[nodiscard]] std::optional<ParkCause> causeOf(api::ProblemCode code);

/// What is kept of it: our own tokens, ids and, on a line of its own, a sentence that is one of ours and names nothing;
/// for a server's free text might name somebody.
[[nodiscard]] std::string reasonOf(const Refusal& refusal);

/// What becomes of something that was to be sent.
struct Follows {
    enum What {
        Park,   ///< with `cause`: sending again does not mend it
        Later,  ///< it will be tried again
        Pause,  ///< whoever sends cannot go on now, and nothing is wrong with what was to be sent
        End     ///< our own store fails
    };

    What what = End;
    ParkCause cause = ParkCause::Refused;
};

[[nodiscard]] Follows whatFollows(const Refusal& refusal);

/// How long to wait before the next try: as the back office asks, within the plan.
[[nodiscard]] std::chrono::milliseconds waitAfter(const Refusal& refusal,
                                                  const RetryPlan& plan,
                                                  int attempts,
                                                  double jitter);

}  // namespace offline
