#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace api {

/// One door of the back office: the method and the path as a template, `{name}` for each part that varies.
struct Endpoint {
    std::string_view method;
    std::string_view path;

    bool operator==(const Endpoint&) const = default;
};

/// Every endpoint there is; `openapi.yaml` describes exactly these.
[[nodiscard]] std::span<const Endpoint> allEndpoints();

inline constexpr std::string_view JsonMediaType = "application/json";
inline constexpr std::string_view JoseMediaType = "application/jose";
inline constexpr std::string_view ProblemMediaType = "application/problem+json";

/// A JSON body larger than this is refused unread (413); signed manifests have forms/jws.h's own bound.
inline constexpr std::size_t MaxJsonBytes = std::size_t{4} << 20;

}  // namespace api
