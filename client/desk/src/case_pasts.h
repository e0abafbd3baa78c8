#pragma once

#include <desk/review_desk.h>

namespace desk {

/// What of the case's past decides about a step now.
[[nodiscard]] forms::CasePast pastOf(const Dossier& dossier);

}  // namespace desk
