#pragma once

#include <api/endpoint.h>

namespace api {

/// Ends the session of the Bearer token. 204, also when it had ended already.
inline constexpr Endpoint DeleteSessions{"DELETE", "/v1/sessions"};

}  // namespace api
