#pragma once

#include <desk/review_desk.h>
#include <i18n/phrase.h>

#include <vector>

namespace desk {

/// What a reviewer is told of a case beside its papers: other cases of the same applicant and matter that are under way,
/// and that the counter took it in for receipt only.
[[nodiscard]] std::vector<i18n::Phrase> notesOf(const Dossier& dossier);

}  // namespace desk
