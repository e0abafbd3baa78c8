#pragma once

#include <base/clock.h>
#include <base/date.h>

#include <forms/calendar.h>
#include <forms/course.h>
#include <forms/deadlines.h>
#include <forms/guide.h>
#include <forms/office.h>
#include <forms/paper_kind.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace forms {

enum class ClockKind {
    Correction,    ///< the hall has until then to say what is lacking (行政许可法 art. 32(4))
    Resubmission,  ///< the applicant has until then to correct; only where the office sets it (Office::lapse)
    Promised,
    Legal,
    Deferral,   ///< a material that was put off is due
    Procedure,  ///< a special procedure is told to end; where nobody said when, the longest the guide gives it
    Delivery    ///< the decision is to reach the applicant (行政许可法 art. 44; only under it)
};

[[nodiscard]] std::string_view nameOf(ClockKind kind);   ///< "correction"
[[nodiscard]] std::string_view titleOf(ClockKind kind);  ///< message id
[[nodiscard]] std::span<const ClockKind> allClockKinds();

/// None: no date yet. Yellow: a fifth of the time or one working day is left, or less. Paused: the clock stands.
enum class Light { None, Green, Yellow, Red, Paused };

[[nodiscard]] std::string_view nameOf(Light light);   ///< "yellow"
[[nodiscard]] std::string_view titleOf(Light light);  ///< message id
[[nodiscard]] std::span<const Light> allLights();
[[nodiscard]] std::optional<Light> parseLight(std::string_view token);

/// The light of a clock that runs from `from`, seen at `now`. Within the last fifth of its time, or with one working day
/// left, it is yellow; without a calendar for the days between, calendar days are counted, which never hides a red one.
[[nodiscard]] Light lightOf(const Deadline& deadline,
                            base::Timestamp from,
                            base::Timestamp now,
                            const Calendar& calendar);

struct CaseClock {
    ClockKind kind = ClockKind::Correction;
    base::Timestamp from;
    Deadline deadline;
    Light light = Light::None;
    std::string subject;  ///< Deferral: the material; Procedure: its code; else empty

    bool operator==(const CaseClock&) const = default;
};

/// When the applicant was told to correct: when the notice was handed over, else when it was asked for.
[[nodiscard]] base::Timestamp askedAt(std::span<const CourseEntry> course);

/// Whether an applicant who is told at `handed` what the office asked her to correct is told too late: after the window
/// that runs from the receipt (行政许可法 art. 32(4) counts the telling). Never where she was told before.
[[nodiscard]] bool isToldLate(const Guide& guide,
                              std::span<const CourseEntry> course,
                              const Calendar& calendar,
                              const Office& office,
                              base::Timestamp handed);

/// How long an applicant may take to correct: what the office sets, and only where she corrects the same application.
/// Where corrected papers are a new receipt (bdc17) or a new case (scdj19) no notice sets her a time, and nothing lapses.
[[nodiscard]] std::optional<Period> timeToCorrect(const Guide& guide, const Office& office);

/// Until when the applicant is to correct what was last asked for: that time from when she was told, or the day the
/// request itself named where that is later. Nothing where nothing was asked for or no time is set.
[[nodiscard]] std::optional<Deadline> correctBy(const Guide& guide,
                                                std::span<const CourseEntry> course,
                                                const Calendar& calendar,
                                                const Office& office);

/// The hall's hours that working hours are counted in: those of the case's site, else of the first.
[[nodiscard]] const Site* hoursOf(const Office& office, std::span<const CourseEntry> course);

/// Every clock that runs or stands now, in the order of ClockKind. Pure: what both sides, lists and papers show. A year
/// without a calendar leaves a clock without its date; nothing is guessed.
[[nodiscard]] std::vector<CaseClock> clocks(const Guide& guide,
                                            std::span<const CourseEntry> course,
                                            const Calendar& calendar,
                                            const Office& office,
                                            base::Timestamp now);

/// The clock that counts in a list: the earliest of those somebody at the office must keep; null when none runs.
[[nodiscard]] const CaseClock* dueClock(std::span<const CaseClock> clocks);

/// What the clock brings by now and is not written yet: deemed accepted, lapsed, a deferral that was missed. The office
/// writes it, with the calendar release it reckoned by.
[[nodiscard]] std::vector<CourseEntry> clockEntries(const Guide& guide,
                                                    std::span<const CourseEntry> course,
                                                    const Calendar& calendar,
                                                    const Office& office,
                                                    base::Timestamp now);

/// From when on clockEntries() brings something, if nobody acts before; nothing where it never will, or the date follows
/// with a calendar. It lets a list of cases be asked which of them the clock has something to write for.
[[nodiscard]] std::optional<base::Timestamp> nextClockEntry(const Guide& guide,
                                                            std::span<const CourseEntry> course,
                                                            const Calendar& calendar,
                                                            const Office& office,
                                                            base::Timestamp now);

/// The year whose calendar the publisher and the supervisor are warned of: from November the next one, and any running
/// one, that the calendar does not know.
[[nodiscard]] std::optional<int> calendarLacks(const Calendar& calendar, base::Date today);

}  // namespace forms
