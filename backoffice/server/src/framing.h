#pragma once

#include <api/problem.h>

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace server {

/// How a request's body is delimited.
struct Framing {
    bool chunked = false;
    std::uint64_t length = 0;  ///< when not chunked
};

using HeaderList = std::vector<std::pair<std::string, std::string>>;

/// Reads it from the header (RFC 9112 section 6) and refuses every request two readers could delimit differently:
/// both or several lengths, an unknown coding, a name with a blank. POST, PUT and PATCH without either are refused with
/// length-required; other methods have no body then.
[[nodiscard]] tl::expected<Framing, api::Problem> readFraming(const std::string& method,
                                                              const HeaderList& headers);

}  // namespace server
