#pragma once

#include <base/date.h>

#include <forms/case.h>
#include <forms/guide.h>

#include <optional>
#include <string_view>

namespace desk {

/// What a question with `prefill: derive:<field>` computes from that field of the case's forms, or, where the field is
/// empty, from the number a card read left with a material: the age in whole years on that day of a citizen number
/// (GB 11643) or a date, for a choice the sex ("1", "2") where it is an option. Nothing while the field does not hold it.
[[nodiscard]] std::optional<forms::Answer> derivedAnswer(const forms::Guide& guide,
                                                         const forms::Question& question,
                                                         const forms::Case& draft,
                                                         base::Date today);

/// Answers every question that can be computed, over what was typed: the field knows better.
void deriveAnswers(const forms::Guide& guide, forms::Case& draft, base::Date today);

}  // namespace desk
