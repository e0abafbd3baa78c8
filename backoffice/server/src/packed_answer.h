#pragma once

#include "request.h"
#include "response.h"

#include <string_view>

namespace server {

/// Whether an Accept-Encoding header takes gzip (RFC 9110 section 12.5.3): named, or `*`, and not with q=0.
[[nodiscard]] bool takesGzip(std::string_view acceptEncoding);

/// The response with its body as gzip where who asks takes that and it gains something: guides are text, and many places
/// have a poor line.
[[nodiscard]] Response packedFor(const Request& request, Response response);

}  // namespace server
