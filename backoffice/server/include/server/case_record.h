#pragma once

#include <base/clock.h>
#include <base/date.h>
#include <base/digest.h>
#include <base/ids.h>
#include <forms/case_flow.h>
#include <forms/waiting.h>

#include <optional>
#include <string>
#include <vector>

namespace server {

/// What the course says of a case at a glance, for lists and for the clock: derived by indexOf() and by nothing else, anew
/// with every entry of the course and with every release of the catalogue.
struct CaseIndex {
    forms::CaseState state = forms::CaseState::Submitted;
    base::Timestamp since;
    std::optional<base::Timestamp> accepted;
    forms::WaitsFor waitsFor = forms::WaitsFor::Nobody;
    std::string claimedBy;
    std::vector<std::string> flags;        ///< causes that are not settled
    std::optional<base::Date> due;         ///< of the clock that counts (forms::dueClock)
    std::optional<base::Timestamp> dueAt;  ///< within that day
    std::optional<base::Timestamp> dueFrom;
    bool paused = false;                   ///< the time for the decision stands
    std::optional<base::Timestamp> wakes;  ///< from when on the clock has something to write
    int release = 0;                       ///< of the catalogue it was reckoned by; 0 = never reckoned

    bool operator==(const CaseIndex&) const = default;
};

/// The line of a case in the back office, beside its signed revisions, its course and what is kept with it.
struct CaseRecord {
    base::CaseId id;
    std::string division;
    int revision = 1;
    std::string matter;
    std::string matterName;
    base::Digest guide;
    std::string official;      ///< <division>-<yyyyMMdd>-<seq>
    std::string applicant;     ///< masked already
    base::Timestamp received;  ///< at the counter
    std::string replaces;  ///< the case this one resubmits under a regime that wants a new one; else empty
    CaseIndex index;
};

}  // namespace server
