#pragma once

#include <base/clock.h>
#include <base/date.h>
#include <base/result.h>

#include <forms/case_flow.h>
#include <forms/period.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// What can happen to a case (DESIGN section 9 `course`). What the clock brings (DeemedAccepted, Lapsed, DeferralMissed)
/// is written once by the office and never un-happens.
enum class Act {
    Received,
    NoticeMade,
    NoticeHandedOver,
    Sealed,
    Arrived,
    CorrectionRequested,
    Returned,
    Resubmitted,
    Accepted,
    NotAccepted,
    DeemedAccepted,
    Examined,
    ProcedureBegun,
    ProcedureEnded,
    Extended,
    Deferred,
    Supplied,
    DeferralMissed,
    Approved,
    Refused,
    Certified,
    Delivered,
    Withdrawn,
    Lapsed,
    Terminated,
    Closed,
    Claimed,
    Released,
    HandedOver,
    Flagged,
    FlagSettled
};

[[nodiscard]] std::string_view nameOf(Act act);   ///< stored token: "correction-requested"
[[nodiscard]] std::string_view titleOf(Act act);  ///< message id, in the past: "Correction requested"
[[nodiscard]] std::optional<Act> parseAct(std::string_view token);
[[nodiscard]] std::span<const Act> allActs();

/// One thing that happened. `at` is when it counts (the day of the paper at the counter, the day of receipt for what is
/// deemed accepted); `noted` is when it was written down. Members an act does not use are empty.
struct CourseEntry {
    int n = 0;  ///< place in the course, from 1
    Act act = Act::Received;
    base::Timestamp at;
    base::Timestamp noted;
    std::string by;  ///< user name; "clock" for what the clock brings
    Role role = Role::Clock;
    std::string site;
    std::optional<int> revision;
    /// Citations (forms/citation.h). Deferred, Supplied, DeferralMissed: material ids; Resubmitted: those of materials that
    /// are put off no longer; Flagged, FlagSettled: the cause (forms/flag.h); Delivered: how.
    std::vector<std::string> cites;
    std::optional<base::Date> until;
    std::optional<Period> period;
    std::string procedure;  ///< ProcedureBegun, ProcedureEnded: the guide's code
    std::string paper;      ///< NoticeMade, NoticeHandedOver: token of the kind
    std::string taker;      ///< Delivered, NoticeHandedOver: who took it; HandedOver: the user it goes to
    std::string reason;     ///< in words; Delivered: the proof
    std::optional<int> calendar;  ///< release by which the clock reckoned

    bool operator==(const CourseEntry&) const = default;
};

/// What happened to a case (办理过程), oldest first. The office's course is the truth after the receipt; a window holds a
/// copy. State follows from it alone.
using Course = std::vector<CourseEntry>;

/// Where the case stands. Draft for an empty course.
[[nodiscard]] CaseState stateOf(std::span<const CourseEntry> course);

/// Since when it stands there: `at` of the entry that brought the state; the epoch for an empty course.
[[nodiscard]] base::Timestamp stateSince(std::span<const CourseEntry> course);

/// The newest entry of that act, or null.
[[nodiscard]] const CourseEntry* findLast(std::span<const CourseEntry> course, Act act);

/// Who has claimed the case; empty = nobody.
[[nodiscard]] std::string claimedBy(std::span<const CourseEntry> course);

/// When the papers came that the windows of the law run from: the first receipt, or the newest resubmission after a
/// correction was asked for. A return to the window (our own bad scan) moves nothing (行政许可法 art. 32(4)).
[[nodiscard]] base::Timestamp receiptOf(std::span<const CourseEntry> course);

/// When it was accepted, also when deemed so; nothing before.
[[nodiscard]] std::optional<base::Timestamp> acceptanceOf(std::span<const CourseEntry> course);

/// A material that was put off (容缺), as the course tells it.
struct CourseDeferral {
    std::string material;
    base::Date until;
    bool missed = false;

    bool operator==(const CourseDeferral&) const = default;
};

/// What was put off and has not come. While there is any the result is withheld.
[[nodiscard]] std::vector<CourseDeferral> openDeferrals(std::span<const CourseEntry> course);

/// Whether pages that the back office returned for a new scan have not come again. Past the window the case is deemed
/// accepted all the same; the rescan is then supplied.
[[nodiscard]] bool awaitsRescan(std::span<const CourseEntry> course);

/// How often the applicant was asked to correct; a return to the window does not count.
[[nodiscard]] int correctionsOf(std::span<const CourseEntry> course);

/// Flags the supervisor has not settled: their causes, oldest first.
[[nodiscard]] std::vector<std::string> openFlags(std::span<const CourseEntry> course);

/// Puts an entry at the end with its number.
void append(Course& course, CourseEntry entry);

/// A JSON array of entries, as manifests and answers carry it. An act this version does not know is kept out of the
/// list when read (a new meaning is a new format); error BadInput names the member that is wrong.
[[nodiscard]] std::string courseToJson(std::span<const CourseEntry> course);
[[nodiscard]] base::Result<Course> courseFromJson(std::string_view json);

}  // namespace forms
