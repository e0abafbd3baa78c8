#pragma once

#include <offline/http_line.h>

#include <memory>
#include <string>

namespace offline {

/// A line to an address over curl, as SignIn wants it; errors as CurlLine::open. A program may bring another definition, so
/// that it need not begin with curl.
[[nodiscard]] base::Result<std::unique_ptr<HttpLine>> lineTo(const std::string& url,
                                                             const std::string& caPem);

}  // namespace offline
