#pragma once

#include <base/result.h>

#include <api/endpoint.h>
#include <api/put_revision.h>

#include <string>
#include <string_view>

namespace api {

/// One revision as it came in and what was answered for it, at revisionPath(): for whoever may see the case, and for its
/// author wherever she works now. Whoever wants to take back a revision that did not go through asks here first. 404: the
/// back office has no such revision.
inline constexpr Endpoint GetRevision{"GET", "/v1/cases/{id}/revisions/{n}"};

struct RevisionAnswer {
    std::string manifest;  ///< the JWS as it was sent
    std::string receipt;   ///< the JWS as it was answered

    bool operator==(const RevisionAnswer&) const = default;
};

[[nodiscard]] std::string toJson(const RevisionAnswer& answer);
[[nodiscard]] base::Result<RevisionAnswer> parseRevisionAnswer(std::string_view json);

}  // namespace api
