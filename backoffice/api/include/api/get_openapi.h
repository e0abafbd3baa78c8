#pragma once

#include <api/endpoint.h>

#include <string_view>

namespace api {

/// The description of all of this, OpenAPI 3.1.
inline constexpr Endpoint GetOpenapi{"GET", "/v1/openapi.yaml"};

inline constexpr std::string_view OpenapiMediaType = "application/yaml";

/// The file's bytes, compiled in.
[[nodiscard]] std::string_view openapiDocument();

}  // namespace api
