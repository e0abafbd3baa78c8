#pragma once

#include <api/problem.h>
#include <forms/guide.h>
#include <forms/manifest.h>

#include <tl/expected.hpp>

namespace server {

/// Runs the same check as the counter did, on the same case and with the manifest's own day, and asks whether such a case
/// may be sealed (forms::checkSealable). Problem incomplete with the findings when the verdict is not ours or it may not.
[[nodiscard]] tl::expected<void, api::Problem> checkSealed(const forms::Guide& guide,
                                                           const forms::Manifest& manifest);

}  // namespace server
