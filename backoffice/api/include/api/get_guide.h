#pragma once

#include <base/digest.h>

#include <api/endpoint.h>

#include <string>

namespace api {

/// A guide file's bytes by their digest, of any release ever published: a case keeps the version it began with.
/// Immutable; the receiver hashes what came.
inline constexpr Endpoint GetGuide{"GET", "/v1/guides/{sha256}"};

[[nodiscard]] std::string guidePath(const base::Digest& sha256);

}  // namespace api
