#pragma once

#include <api/post_actions.h>
#include <forms/guide.h>

#include <string>

namespace server {

/// What a written notice tells the applicant: the reason, then each cited demand in the guide's own words
/// unless the reason names it. Documents of
/// record are in Chinese; these are the guide's texts and the reviewer's.
[[nodiscard]] std::string noticeText(const api::ActionRequest& request, const forms::Guide& guide);

}  // namespace server
