#pragma once

#include <api/problem.h>
#include <forms/guide.h>
#include <forms/manifest.h>

#include <tl/expected.hpp>

namespace server {

/// Runs the same check as the counter did, with the manifest's own day, and says whether such a case may be sealed
/// (DESIGN section 4). Problem incomplete with the findings when the verdict is not ours or does not allow it.
[[nodiscard]] tl::expected<void, api::Problem> checkSealed(const forms::Guide& guide,
                                                           const forms::Manifest& manifest);

}  // namespace server
