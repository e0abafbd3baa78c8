#pragma once

#include <base/clock.h>
#include <base/result.h>

#include <api/endpoint.h>

#include <string>
#include <string_view>

namespace api {

/// Answers `GET /v1/health?nonce=…` with a JWS of a `receipt` key: without a signed answer that echoes the nonce
/// it is not our back office but somebody's login page. The nonce is up to 128 visible ASCII characters, made
/// anew for every question.
inline constexpr Endpoint GetHealth{"GET", "/v1/health"};

inline constexpr std::string_view HealthFormat = "onewindow-health/1";
inline constexpr std::size_t MaxNonceLength = 128;

struct Health {
    std::string server;    ///< the back office's name
    base::Timestamp time;  ///< its clock: a workstation far off is told so
    std::string nonce;

    bool operator==(const Health&) const = default;
};

[[nodiscard]] std::string healthPath(std::string_view nonce);

/// The JWS payload.
[[nodiscard]] std::string toJson(const Health& health);
[[nodiscard]] base::Result<Health> parseHealth(std::string_view json);

}  // namespace api
