#pragma once

#include <base/clock.h>
#include <base/result.h>

#include <forms/calendar.h>
#include <forms/office.h>

#include <vector>

namespace forms {

/// When `hours` working hours (工作小时) that begin at `start` are over. Only time counts in which the site is open, by
/// the hall's clock (UTC+8): on the calendar's working days, without the days the site is closed. A Saturday or Sunday
/// that is worked to make up for a holiday has the hours of its own weekday or, where that has none, those of Monday. A
/// start outside the hours counts from the next opening; time that ends as the hall closes ends then, not at the next
/// opening. Suspended days do not count. 0 hours end at `start`.
///
/// Error NotFound for a year without a calendar, as in forms/calendar.h, and for a site that never opens; BadArgument
/// below 0 and above 36500.
[[nodiscard]] base::Result<base::Timestamp> addWorkHours(base::Timestamp start,
                                                         int hours,
                                                         const Site& site,
                                                         const Calendar& calendar,
                                                         const std::vector<Suspension>& suspensions = {});

}  // namespace forms
