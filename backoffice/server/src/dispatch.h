#pragma once

#include "request.h"
#include "response.h"

#include <server/back_office.h>

namespace server {

/// An answer and the name of the route it came from, for metrics and logs.
struct Dispatched {
    Response response;
    std::string route;
};

/// Finds the route, the caller's session and the body's limit, and lets the endpoint answer. Never throws: whatever
/// went wrong becomes a problem without details of the inside.
[[nodiscard]] Dispatched dispatch(BackOffice& office, Request& request);

}  // namespace server
