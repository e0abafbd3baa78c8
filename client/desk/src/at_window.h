#pragma once

#include <api/post_sessions.h>
#include <base/clock.h>
#include <forms/case_flow.h>
#include <forms/office.h>
#include <offline/workplace.h>

#include <string>

namespace desk {

/// The place people hand papers in at this window: the first site of the user's division, else the first; null where the
/// office document names none.
[[nodiscard]] const forms::Site* siteHere(const forms::Office& office, const api::Identity& user);

/// Who stands at the window, and when: what is written beside everything that happens there.
struct AtWindow {
    std::string user;
    forms::Role role = forms::Role::Clerk;
    std::string site;  ///< Site::id; may be empty
    base::Timestamp now;
};

/// Error LoginNeeded.
[[nodiscard]] base::Result<AtWindow> atWindow(offline::Workplace& workplace);

}  // namespace desk
