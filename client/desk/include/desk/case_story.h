#pragma once

#include <api/get_case.h>

#include <i18n/phrase.h>

#include <string>
#include <vector>

namespace desk {

/// One thing that happened to a case at the back office.
struct StoryLine {
    base::Timestamp at;
    i18n::Phrase what;  ///< who did what, people by their names
    std::string words;  ///< what she wrote; may be empty

    bool operator==(const StoryLine&) const = default;
};

/// What happened to the case, newest first: revisions that came in, steps that were taken, replies to
/// marks, and of a bundle how each of its parts ended.
[[nodiscard]] std::vector<StoryLine> storyOf(const api::CaseDetail& detail);

}  // namespace desk
