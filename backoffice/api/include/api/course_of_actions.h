#pragma once

#include <base/clock.h>

#include <api/post_actions.h>
#include <forms/course.h>
#include <forms/manifest.h>

#include <optional>
#include <string>
#include <vector>

namespace api {

/// A step as versions without a course kept it; `by` = "clock" for what the clock took.
struct ActionRecord {
    ActionRequest request;
    std::string by;
    forms::Role role = forms::Role::Clock;
    base::Timestamp at;
    forms::CaseState state = forms::CaseState::Submitted;  ///< after it

    bool operator==(const ActionRecord&) const = default;
};

/// A revision that came in. Without its manifest it is not known who sealed it, nor with what verdict.
struct EarlierRevision {
    int revision = 1;
    base::Timestamp arrived;
    std::optional<forms::Manifest> manifest;
};

struct EarlierFlag {
    base::Timestamp at;
    std::string cause;
};

/// Everything that versions without a course knew of a case.
struct EarlierCase {
    forms::CaseState state = forms::CaseState::Submitted;
    base::Timestamp received;                 ///< at the counter
    std::optional<base::Timestamp> accepted;  ///< the day that was told; absent = not yet, or not kept
    std::string claimedBy;
    std::vector<EarlierRevision> revisions;  ///< oldest first
    std::vector<ActionRecord> actions;       ///< oldest first
    std::vector<EarlierFlag> flags;          ///< oldest first
};

/// The course these make. What was told stays as it was told: an acceptance keeps its day, and the course ends where the
/// case stood, also where what led there is not known any more. One thing is put right: a case that lapsed had been
/// called closed and is terminated (退件).
[[nodiscard]] forms::Course courseOfActions(const EarlierCase& earlier);

}  // namespace api
