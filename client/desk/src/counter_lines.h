#pragma once

#include <api/post_sessions.h>
#include <forms/case.h>
#include <papers/case_facts.h>

namespace desk {

/// What stands at the head and foot of every notice of this case.
[[nodiscard]] papers::Counter counterOf(const api::Identity& clerk, const forms::Case& draft);

}  // namespace desk
