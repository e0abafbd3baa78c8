#pragma once

#include <api/endpoint.h>

#include <string>
#include <string_view>

namespace api {

/// The newest catalogue release of the caller's division as a JWS (forms/catalogue.h), `application/jose`, with
/// an ETag; 304 when If-None-Match names it.
inline constexpr Endpoint GetCatalogue{"GET", "/v1/catalogue"};

/// A strong ETag of these bytes: the SHA-256 in hex, in quotes.
[[nodiscard]] std::string etagOf(std::string_view bytes);

/// Whether an If-None-Match header's list names this ETag; weak tags match (RFC 9110 section 13.1.2), so does `*`.
[[nodiscard]] bool matchesEtag(std::string_view ifNoneMatch, std::string_view etag);

}  // namespace api
