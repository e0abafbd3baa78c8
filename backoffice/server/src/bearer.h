#pragma once

#include "request.h"

#include <server/back_office.h>

#include <string>

namespace server {

/// A new token: 256 random bits in base64url.
[[nodiscard]] std::string randomToken();

/// What is stored of a token: its SHA-256 in hex. A stolen database logs nobody in.
[[nodiscard]] std::string hashOfToken(const std::string& token);

/// Who the Authorization header says it is; nothing without a session that lasts.
[[nodiscard]] base::Result<std::optional<Caller>> callerOf(BackOffice& office, const Request& request);

}  // namespace server
