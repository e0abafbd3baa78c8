#pragma once

#include <base/clock.h>
#include <base/date.h>
#include <base/digest.h>
#include <base/ids.h>
#include <forms/case_flow.h>

#include <optional>
#include <string>

namespace server {

/// Where a case stands in the back office: one line of its own beside the signed revisions, actions and annotations.
struct CaseRecord {
    base::CaseId id;
    std::string division;
    int revision = 1;
    forms::CaseState state = forms::CaseState::Submitted;
    std::string matter;
    std::string matterName;
    base::Digest guide;
    std::string official;         ///< <division>-<yyyyMMdd>-<seq>
    std::string applicant;        ///< masked already
    base::Timestamp received;     ///< at the counter: clocks run from here
    base::Timestamp currentFrom;  ///< from when this revision's correction window runs
    std::optional<base::Timestamp> accepted;
    base::Timestamp stateSince;
    std::optional<base::Date> due;
    std::string claimedBy;
    std::string acceptedBy;
    std::string examinedBy;
    std::string approvedBy;
    int corrections = 0;
    bool flagged = false;
    std::string replaces;  ///< the case this one resubmits under a regime that wants a new one; else empty
};

}  // namespace server
