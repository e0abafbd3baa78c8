#pragma once

#include <base/result.h>

#include <forms/completeness.h>

#include <vector>

namespace forms {

/// A material that was put off (容缺) and has not come yet.
struct OpenDeferral {
    MaterialNeed need;
    base::Date due;

    bool operator==(const OpenDeferral&) const = default;
};

/// What of a case as it was handed in is still to come, in the guide's order. While there is any, the result is withheld.
[[nodiscard]] std::vector<OpenDeferral> openDeferrals(const Guide& guide,
                                                      const Case& sealed,
                                                      const CheckContext& context);

/// Whether a case in that state may be handed in again with what was put off: it was accepted and is not over.
[[nodiscard]] bool takesSupplements(CaseState state);

/// Whether `after` brings nothing but what `before` had put off: the same guide version, situation and forms, every page
/// still in its place, and new pages, proofs, facts and verdicts with materials that were put off only. Error NotAllowed
/// says what else is different.
[[nodiscard]] base::Status checkSupplement(const std::vector<OpenDeferral>& open,
                                           const Case& before,
                                           const Case& after);

}  // namespace forms
