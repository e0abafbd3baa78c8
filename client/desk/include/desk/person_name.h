#pragma once

#include <api/post_sessions.h>

#include <string>

namespace desk {

/// The user as people call her, where this workstation knows it: of who is logged in here. Else the user name itself.
[[nodiscard]] const std::string& personName(const api::Identity& here, const std::string& user);

}  // namespace desk
