#pragma once

#include <desk/review_desk.h>

#include <initializer_list>
#include <string>
#include <vector>

namespace desk {

/// Who took one of these steps last; empty = nobody.
[[nodiscard]] std::string whoTook(const api::CaseDetail& detail, std::initializer_list<forms::Action> steps);

/// What of the case's past decides about a step now: once for each revision, because who sealed any of them had a part
/// in the case.
[[nodiscard]] std::vector<forms::CasePast> pastsOf(const Dossier& dossier);

}  // namespace desk
