#pragma once

#include <base/result.h>

#include <forms/case.h>
#include <forms/guide.h>

#include <vector>

namespace forms {

/// Those who apply (申请人), in the order of partiesOf(): the parties of the role "applicant"; where the case has none,
/// those of the first role the guide names that is not an agent's (heirs, a buyer). Empty while nobody is named.
[[nodiscard]] std::vector<Party> applicantsOf(const Guide& guide, const Case& draft);

/// Whether the guide says where in a form those who apply stand. Their names are then the form's business.
[[nodiscard]] bool namesApplicant(const Guide& guide);

/// Error NotAcceptable while the guide names no applicant and nobody was entered by hand: a paper would be addressed to
/// nobody. The check itself does not ask for it, its verdicts stay those of the guide's examples; whoever seals the case
/// or makes one of its notices does.
[[nodiscard]] base::Status checkApplicant(const Guide& guide, const Case& draft);

}  // namespace forms
