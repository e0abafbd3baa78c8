#pragma once

#include <api/get_case.h>
#include <base/date.h>
#include <forms/calendar.h>
#include <forms/guide.h>
#include <server/case_record.h>

#include <optional>
#include <vector>

namespace server {

/// When the running clock of a case ends: before acceptance the correction window, after it the promised limit (the
/// legal one where nothing is promised), without the days of suspensions and with extensions. Nothing while no clock
/// runs, and when the date reaches a year without a calendar.
[[nodiscard]] std::optional<base::Date> dueOf(const CaseRecord& record,
                                              const forms::Guide& guide,
                                              const forms::Calendar& calendar,
                                              const std::vector<api::ActionRecord>& actions);

/// The last day on which a correction may still be asked for (行政许可法 art. 32(4)); nothing where the guide's regime
/// deems nothing accepted, or the year has no calendar.
[[nodiscard]] std::optional<base::Date> lastCorrectionDay(const CaseRecord& record,
                                                          const forms::Guide& guide,
                                                          const forms::Calendar& calendar);

}  // namespace server
