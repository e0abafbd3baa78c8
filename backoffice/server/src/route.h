#pragma once

#include "request.h"
#include "response.h"

#include <api/endpoint.h>
#include <server/back_office.h>

#include <span>

namespace server {

/// Whether a route may be used without a session.
enum class Access { Open, Session };

struct Route {
    api::Endpoint endpoint;
    Access access = Access::Session;
    std::uint64_t bodyLimit = 0;  ///< bytes; a larger body is refused unread. 0: the endpoint takes none
    Answer (*handle)(BackOffice&, Request&) = nullptr;
};

/// The one table of what this server answers.
[[nodiscard]] std::span<const Route> routes();

struct FoundRoute {
    const Route* route = nullptr;
    std::vector<std::string> parameters;
};

/// The route for a method and a path; nothing for an unknown one.
[[nodiscard]] std::optional<FoundRoute> findRoute(const std::string& method, std::string_view path);

/// "GET /v1/cases/{id}", for metrics and logs.
[[nodiscard]] std::string nameOf(const Route& route);

}  // namespace server
