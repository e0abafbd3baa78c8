#pragma once

#include <base/clock.h>
#include <base/date.h>

#include <api/get_case.h>
#include <forms/clocks.h>

namespace desk {

/// The light of a part of a bundle: its clock runs as long as it is open. Seen from the workstation, which need not have
/// the calendar of the back office: then calendar days are counted, which never hides a red one.
[[nodiscard]] forms::Light lightOf(const api::ChildRecord& part,
                                   base::Timestamp now,
                                   const forms::Calendar& calendar = {});

/// Calendar days from today to the day; negative when it is past.
[[nodiscard]] int daysTo(base::Date today, base::Date due);

}  // namespace desk
