#pragma once

#include <base/clock.h>

#include <forms/deadlines.h>
#include <forms/guide.h>

#include <optional>
#include <string>
#include <vector>

namespace forms {

/// One child of a bundle (一件事) as an application has it: who handles it, what it waits for, and its own clock.
struct ChildPlan {
    std::string id;
    std::string department;
    std::string after;  ///< the child of this application it waits for, or empty
    Deadline due;       ///< at the latest: a child that waits starts on the day the one before it is due

    bool operator==(const ChildPlan&) const = default;
};

/// The children the visible answers call for, each behind the one it waits for, else in the guide's order. A child
/// that waits for one this application does not have waits for what that one would have waited for. The clocks run
/// from `start`; none of them moves another's but through `after`.
[[nodiscard]] std::vector<ChildPlan> planChildren(const Guide& guide,
                                                  const Answers& visible,
                                                  base::Timestamp start,
                                                  const Calendar& calendar);

/// When a child whose clock runs from `start` is due. Without a date the calendar is lacking, or nothing is promised.
[[nodiscard]] Deadline childDeadline(base::Timestamp start, const Period& limit, const Calendar& calendar);

}  // namespace forms
