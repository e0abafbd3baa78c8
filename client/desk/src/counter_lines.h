#pragma once

#include <api/post_sessions.h>
#include <forms/case.h>
#include <papers/case_facts.h>

namespace desk {

/// What stands at the head and foot of every paper this person makes.
[[nodiscard]] papers::Counter counterOf(const api::Identity& clerk);

/// The same for a paper of this case, with its look-up code.
[[nodiscard]] papers::Counter counterOf(const api::Identity& clerk, const forms::Case& draft);

}  // namespace desk
