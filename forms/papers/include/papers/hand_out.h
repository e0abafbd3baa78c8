#pragma once

#include <forms/answers.h>
#include <forms/calendar.h>
#include <forms/guide.h>

#include <papers/case_facts.h>
#include <papers/notice_facts.h>

namespace papers {

/// What the hand-out (材料清单) of a situation says, without a case: `answers` need not answer everything; what is
/// still open is named on the paper, and the list holds what the answers so far ask for. `now` is when it is asked.
[[nodiscard]] NoticeFacts handOutFacts(const forms::Guide& guide,
                                       const forms::Answers& answers,
                                       const Desk& desk,
                                       base::Timestamp now);

/// The same for a case, within factsOf(): the clock runs from its receipt.
[[nodiscard]] HandOut handOutOf(const forms::Guide& guide,
                                const forms::Answers& answers,
                                const forms::Calendar& calendar,
                                base::Timestamp received);

}  // namespace papers
