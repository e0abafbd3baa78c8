#pragma once

#include <base/digest.h>

#include <api/endpoint.h>

#include <string>

namespace api {

/// A page's plain bytes with its media type; Range is answered. Only pages of cases the caller may see. The
/// receiver hashes what came.
inline constexpr Endpoint GetPage{"GET", "/v1/pages/{sha256}"};

[[nodiscard]] std::string pagePath(const base::Digest& sha256);

}  // namespace api
