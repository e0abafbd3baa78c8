#pragma once

#include <base/clock.h>

#include <forms/case_flow.h>
#include <forms/child_flow.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

struct ChildPlan;

/// A child of one bundle case (一件事) as the back office keeps it. When it is due is not kept: childDeadline() from
/// `started` says it, so that a date that follows is there as soon as the calendar is (DESIGN section 9).
struct ChildCase {
    std::string id;  ///< ChildMatter::id of the guide
    std::string department;
    std::string after;  ///< the child it waits for or waited for; empty = none
    ChildState state = ChildState::Waiting;
    std::optional<base::Timestamp> started;  ///< absent while its clock does not run yet
    std::optional<base::Timestamp> ended;    ///< absent while it is open
    std::string by;                          ///< user who took its last step; empty = it came by itself
    std::string note;                        ///< of that step: for a refusal the reason the applicant reads

    bool operator==(const ChildCase&) const = default;
};

/// What somebody did with one child.
struct ChildMove {
    std::string child;
    ChildState to = ChildState::Done;
    std::string by;
    std::string note;
};

/// The children an accepted case has by this plan, in its order; those it had and the plan does not name stay behind
/// them. `at` is when the case was accepted, or when the revision came that calls for others:
/// - none of them known: it begins `at`, or waits for the one the plan puts it behind;
/// - known and open: it goes on with its clock; one that waits does so for whom the plan says now;
/// - settled (Done, Refused): it stays as it was settled, whether it is still called for or not;
/// - open and no longer called for: Ended; one that was Ended and is called for again begins anew.
[[nodiscard]] std::vector<ChildCase> arrangeChildren(const std::vector<ChildCase>& known,
                                                     const std::vector<ChildPlan>& plan,
                                                     base::Timestamp at);

/// The children after one of them was moved, with what comes of it by itself: who waited for one that is done begins at
/// its end; who waited for one that was refused is Blocked. The others are not touched.
[[nodiscard]] std::vector<ChildCase> moveChild(std::vector<ChildCase> children,
                                               const ChildMove& move,
                                               base::Timestamp at);

/// The case was withdrawn or refused: what is open ends with it.
[[nodiscard]] std::vector<ChildCase> endChildren(std::vector<ChildCase> children, base::Timestamp at);

[[nodiscard]] const ChildCase* findChild(const std::vector<ChildCase>& children, std::string_view id);

/// The same past with what its children add: which parts are open, and who decided one.
[[nodiscard]] CasePast withChildren(CasePast past, const std::vector<ChildCase>& children);

}  // namespace forms
