#pragma once

#include <base/clock.h>
#include <base/result.h>

#include <filesystem>

namespace server {

/// Makes a back office to try things with: certificate (DIR/ca.pem), keys (DIR/keys, 0600), one user per role with
/// random passwords (DIR/demo-users.json, 0600) and the sample catalogue as release 1 of division 330399.
/// DIR/config.json comes last: a folder without it is no back office, and what a crash left in it is made anew. Error
/// Conflict when there is one already.
[[nodiscard]] base::Status makeDemo(const std::filesystem::path& folder, const base::Clock& clock);

}  // namespace server
