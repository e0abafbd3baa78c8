#pragma once

#include <i18n/phrase.h>

#include <forms/guide.h>

#include <string>
#include <vector>

namespace forms {

/// One thing that another version of a guide says otherwise, as one sentence for the people at the window.
struct GuideDifference {
    std::string
        id;  ///< stable for the same thing: "material-added:m-hkb", "limit:promised", "field-gone:application/tel"
    i18n::Phrase text;
};

/// What changes for who goes over from one version of a matter's guide to another: materials, questions, review points
/// and form fields that come, go or become otherwise, limits, special procedures, fees, routes with their grounds, people,
/// and how it is handled. In the order in which
/// a clerk works. Empty when the versions differ in nothing that is asked of anybody (their examples, say). Pure.
[[nodiscard]] std::vector<GuideDifference> differencesOf(const Guide& before, const Guide& after);

}  // namespace forms
