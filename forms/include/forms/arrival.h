#pragma once

#include <base/clock.h>
#include <base/result.h>

#include <forms/calendar.h>
#include <forms/course.h>
#include <forms/guide.h>
#include <forms/manifest.h>
#include <forms/office.h>

#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace forms {

/// What a workstation's clock may be ahead of the office before its times are not believed.
inline constexpr std::chrono::minutes ClockTolerance{10};

/// What is wrong with the times of a manifest that comes at `now`. Contradicting times (sealed before received, a day
/// that is not that of its sealing, an entry of the course after sealing) and times ahead of the office beyond the
/// tolerance are refused: BadInput, with a sentence that names the clock.
[[nodiscard]] base::Status checkTimes(const Manifest& manifest, base::Timestamp now);

/// What the window's course says of a sealed case: what travels in the manifest, or, in one of before there was a course,
/// what its members tell: received, deferred, sealed.
[[nodiscard]] Course windowCourse(const Manifest& manifest);

/// What the office writes when a revision arrives, behind `before` (its course so far; empty for the first revision):
/// what happened at the window, the arrival, and what it leads to:
/// - acceptable, or insisted on although a route ends it: Submitted, resubmitted after a correction or a return, supplied
///   after acceptance. What was put off and is here closes its deferral either way; a later date closes none;
/// - needs-correction with its notice: CorrectionRequested on the day it was handed over, flagged where it is the second.
///   One handed over after the window that the law leaves is no correction any more: deemed accepted from the receipt, and
///   flagged (许可法 32(4));
/// - a route's outcome with its notice: NotAccepted, citing the route.
/// Entries are numbered on from `before`.
[[nodiscard]] std::vector<CourseEntry> arrivalEntries(const Guide& guide,
                                                      std::span<const CourseEntry> before,
                                                      const Manifest& manifest,
                                                      const Calendar& calendar,
                                                      const Office& office,
                                                      base::Timestamp now);

/// The materials that were put off in the course and are in the manifest now, from everybody they are asked of.
[[nodiscard]] std::vector<std::string> suppliedBy(std::span<const CourseEntry> before,
                                                  const Manifest& manifest);

/// Where a case stands after that.
[[nodiscard]] CaseState arrivalState(const Guide& guide,
                                     std::span<const CourseEntry> before,
                                     const Manifest& manifest,
                                     const Calendar& calendar,
                                     const Office& office,
                                     base::Timestamp now);

}  // namespace forms
