#pragma once

#include <api/get_cases.h>
#include <base/clock.h>
#include <forms/course.h>
#include <forms/guide.h>
#include <server/case_record.h>
#include <server/rules.h>

#include <span>

namespace server {

/// The index columns of a case: what forms reads out of its course, by these rules. What of it depends on `now` is only
/// what stands still, and the light of a list, which is told by summaryOf().
[[nodiscard]] CaseIndex indexOf(const forms::Guide& guide,
                                std::span<const forms::CourseEntry> course,
                                const Rules& rules,
                                base::Timestamp now);

/// The line of a list, with the light of its clock as it is now.
[[nodiscard]] api::CaseSummary summaryOf(const CaseRecord& record, const Rules& rules, base::Timestamp now);

}  // namespace server
