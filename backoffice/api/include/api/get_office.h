#pragma once

#include <api/endpoint.h>

namespace api {

/// The newest office document of the caller's division as a JWS (forms/office.h), signed with the catalogue key,
/// `application/jose`, with an ETag as in get_catalogue.h; 304 when If-None-Match names it, 404 where none was published.
/// The newest catalogue release names it by the digest of its payload.
inline constexpr Endpoint GetOffice{"GET", "/v1/office"};

}  // namespace api
