#pragma once

#include <offline/back_office_client.h>
#include <offline/outbox_state.h>

#include <optional>
#include <string>

namespace offline {

/// What a refusal means for an outbox entry; nothing when it is only a matter of time.
[[nodiscard]] std::optional<ParkCause> causeOf(api::ProblemCode code);

/// What is kept of it: our own tokens and ids only, for a server's free text might name somebody.
[[nodiscard]] std::string reasonOf(const Refusal& refusal);

}  // namespace offline
