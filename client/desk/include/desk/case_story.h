#pragma once

#include <api/get_case.h>
#include <forms/guide.h>

#include <i18n/phrase.h>

#include <string>
#include <vector>

namespace desk {

/// One thing that happened to a case.
struct StoryLine {
    base::Timestamp at;                 ///< when it counts
    i18n::Phrase what;                  ///< who did what, people by their names
    std::string words;                  ///< what she wrote; may be empty
    std::vector<std::string> grounds;   ///< what it cites, in the guide's words
    std::vector<i18n::Phrase> details;  ///< until when, which procedure, which paper, who took it

    bool operator==(const StoryLine&) const = default;
};

/// What happened to the case, newest first: every entry of its course, replies to marks, and of a bundle how each of its
/// parts ended.
[[nodiscard]] std::vector<StoryLine> storyOf(const api::CaseDetail& detail, const forms::Guide& guide);

}  // namespace desk
