#pragma once

#include <forms/annotation.h>
#include <forms/course.h>

#include <span>
#include <string>
#include <vector>

namespace forms {

struct Guide;

/// One thing a request for correction asks for.
struct CorrectionItem {
    std::string cited;     ///< as the request cites it (forms/citation.h)
    std::string material;  ///< what the guide calls it
    std::string point;     ///< what the guide asks of it; empty: the material as a whole
    std::string wrong;     ///< what the marks say is wrong, each once, joined by ；; may be empty

    bool operator==(const CorrectionItem&) const = default;
};

/// What a request for correction asks for: what it cites of the guide, each once, in the guide's order, with what had been
/// marked there by then: on the revision it is about, or earlier and found not corrected. Whatever is marked, answered or
/// settled later changes nothing of it. `asked` is the entry of the course (CorrectionRequested, Returned).
[[nodiscard]] std::vector<CorrectionItem> correctionItems(const Guide& guide,
                                                          const CourseEntry& asked,
                                                          std::span<const Annotation> marks);

/// The same as one text in Chinese, the language of record: the reason, then what it does not name itself, numbered, in the
/// guide's words. Lines are separated by line feeds.
[[nodiscard]] std::string correctionText(const Guide& guide,
                                         const CourseEntry& asked,
                                         std::span<const Annotation> marks);

}  // namespace forms
