#pragma once

#include <forms/case.h>
#include <forms/guide.h>

#include <string>
#include <vector>

namespace forms {

/// The identity numbers of those who apply (applicantsOf), folded (forms/folding.h), of whatever paper, sorted, each once;
/// where the guide names no party at all and nobody was entered by hand, the numbers in fields that are filled from a
/// card. Half a number is none. Personal data: compare it by keyed hash.
[[nodiscard]] std::vector<std::string> applicantNumbers(const Guide& guide, const Case& draft);

/// The number of the first of them, as guide and form name them: whose earlier case an open one may be filled from.
/// Empty while that one has none that is valid, whatever the others have.
[[nodiscard]] std::string firstApplicantNumber(const Guide& guide, const Case& draft);

/// Whether a case still leads to something, so that a second one of the same applicant and matter is one too many.
[[nodiscard]] bool isUnderWay(CaseState state);

}  // namespace forms
