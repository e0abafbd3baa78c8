#pragma once

#include <base/clock.h>
#include <i18n/phrase.h>

#include <forms/annotation.h>
#include <forms/case.h>
#include <forms/clocks.h>
#include <forms/correction_text.h>
#include <forms/course.h>
#include <forms/guide.h>
#include <forms/waiting.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace desk {

/// What was decided of a case that the applicant is told: the step, why, and what it rests on.
struct Told {
    forms::Act act = forms::Act::CorrectionRequested;
    base::Timestamp at;
    std::string reason;                ///< whole, as a paper says it; may be empty
    std::string law;                   ///< the article, or what the guide names; may be empty
    std::vector<std::string> grounds;  ///< what is cited, in the guide's words
    std::vector<forms::CorrectionItem> items;  ///< what is to be put right
};

/// The newest step of the course that tells the applicant anything but yes; nothing where the last word was yes, or none.
[[nodiscard]] std::optional<Told> toldOf(const forms::Guide& guide,
                                         const forms::Case& draft,
                                         std::span<const forms::CourseEntry> course,
                                         std::span<const forms::Annotation> marks);

/// What the window has to do now: papers to print and hand over, a case to put right, a result to give out.
[[nodiscard]] std::vector<i18n::Phrase> todoOf(const forms::Guide& guide,
                                               const forms::Case& draft,
                                               std::span<const forms::CourseEntry> course,
                                               std::span<const forms::PaperDue> papersDue);

}  // namespace desk
