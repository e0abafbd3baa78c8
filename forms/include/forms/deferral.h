#pragma once

#include <base/result.h>

#include <forms/calendar.h>
#include <forms/completeness.h>
#include <forms/course.h>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace forms {

/// A material that was put off (容缺) and has not come yet.
struct OpenDeferral {
    MaterialNeed need;
    base::Date due;

    bool operator==(const OpenDeferral&) const = default;
};

/// The days a material may be put off to.
struct DeferralRange {
    base::Date usual;  ///< what is offered first
    std::optional<base::Date>
        latest;  ///< nothing where the calendar does not reach: the date cannot be judged
};

/// Counted from `today`. The working days the guide gives the material are the usual and the longest. Where it gives
/// none, a date is agreed: five working days are usual, and twenty the longest, the time the law leaves for deciding
/// (行政许可法 art. 42). Never beyond the day by which the matter is promised to be decided, were it accepted today.
[[nodiscard]] DeferralRange deferralRange(const Guide& guide,
                                          const Material& material,
                                          base::Date today,
                                          const Calendar& calendar);

/// What of a case as it was handed in is still to come, in the guide's order. While there is any, the result is withheld.
[[nodiscard]] std::vector<OpenDeferral> openDeferrals(const Guide& guide,
                                                      const Case& sealed,
                                                      const CheckContext& context);

/// Whether a case in that state may be handed in again with what was put off: it was accepted and is not over.
[[nodiscard]] bool takesSupplements(CaseState state);

/// Whether the situation, the forms and the people of the case may still be changed: it is a draft, and no supplement.
[[nodiscard]] bool takesAnswers(const Case& draft);

/// Whether anything of that material may still be changed. An empty material stands for pages that were put to none yet.
[[nodiscard]] bool takesPages(const Case& draft, std::string_view material);

/// Whether one step of a draft that is a supplement (Case::supplements) keeps to its materials. Error NotAllowed.
[[nodiscard]] base::Status checkSupplementStep(const Case& before, const Case& after);

/// Whether `after` brings nothing but what `before` had put off: the same guide version, situation and forms, every page
/// still in its place, and new pages, proofs, facts and verdicts with materials that were put off only. Error NotAllowed
/// says what else is different.
[[nodiscard]] base::Status checkSupplement(const std::vector<OpenDeferral>& open,
                                           const Case& before,
                                           const Case& after);

/// The same by the course of an accepted case: what was put off and has not come, and, while pages that were returned for a
/// new scan are awaited, other pages of the materials the return cites (of any where it cites none).
[[nodiscard]] base::Status checkSupplement(std::span<const CourseEntry> course,
                                           const Case& before,
                                           const Case& after);

}  // namespace forms
