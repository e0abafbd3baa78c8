#pragma once

#include <api/problem.h>
#include <base/sealed_file.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

/// What an endpoint answers. Either `body` or, for what is too large to hold, `stream` with its exact length.
struct Response {
    int status = 200;
    std::string mediaType;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::function<base::Status(const base::ByteSink&)> stream;
    std::uint64_t streamLength = 0;
};

/// An endpoint's outcome: every refusal is a problem (RFC 9457), made into bytes in one place.
using Answer = tl::expected<Response, api::Problem>;

[[nodiscard]] Response jsonResponse(int status, std::string json);

/// `return refuse(api::ProblemCode::NotFound, "There is no case {case}.", {{"case", id}});`
[[nodiscard]] tl::unexpected<api::Problem> refuse(api::ProblemCode code,
                                                  std::string message,
                                                  std::vector<base::Argument> arguments = {});

[[nodiscard]] tl::unexpected<api::Problem> refuse(const base::Error& error);

[[nodiscard]] Response problemResponse(const api::Problem& problem);

}  // namespace server
