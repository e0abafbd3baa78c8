#pragma once

#include <base/result.h>
#include <i18n/phrase.h>

#include <forms/case.h>
#include <forms/guide.h>

#include <string>
#include <vector>

namespace forms {

/// A draft that went over to another version of its guide.
struct AdoptedCase {
    Case draft;
    std::vector<i18n::Phrase> dropped;  ///< one sentence for each thing that does not apply any more
};

/// Takes a draft over from the version it was begun with to another one of the same matter, keeping everything that still
/// applies (DESIGN 5.7). Every page stays: pages of a material that is no longer asked for lie with the case, put to none.
/// Not kept, and named: answers and field values the new version does not know, verdicts on review points that went or
/// read otherwise, proofs and deferrals of materials that no longer allow them, and notices, which say what the old
/// version asked. Errors: BadArgument for guides of different matters, or a draft that is not of `before`; NotAllowed for
/// what is no draft or was handed in before (its reviewer cites the version it came with).
[[nodiscard]] base::Result<AdoptedCase> adoptGuide(const Case& draft,
                                                   const Guide& before,
                                                   const Guide& after);

}  // namespace forms
