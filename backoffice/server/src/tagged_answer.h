#pragma once

#include "request.h"
#include "response.h"

namespace server {

/// A signed document with its ETag, or 304 for who has it (api/get_catalogue.h).
[[nodiscard]] Response taggedFor(const Request& request, std::string jws);

}  // namespace server
