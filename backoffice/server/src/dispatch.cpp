#include "dispatch.h"

#include "bearer.h"
#include "log.h"
#include "route.h"

#include <api/tus.h>

namespace server {

namespace {

/// Clients behind old proxies send PATCH and DELETE as POST (tus 1.0.0).
std::string methodOf(const Request& request)
{
    if (request.method == "POST" && request.path.starts_with(api::PostUploads.path))
        if (const auto other = request.header(api::tus::MethodOverrideHeader);
            other == "PATCH" || other == "DELETE")
            return *other;
    return request.method;
}

Answer answer(BackOffice& office, Request& request, const Route& route)
{
    if (const auto length = request.body->announced(); length && *length > route.bodyLimit)
        return refuse(api::ProblemCode::TooLarge,
                      "The request's body is larger than the {limit} bytes allowed here.",
                      {{"limit", std::to_string(route.bodyLimit)}});
    request.bodyLimit = route.bodyLimit;
    auto caller = callerOf(office, request);
    if (!caller)
        return refuse(caller.error());
    request.caller = std::move(*caller);
    if (route.access == Access::Session && !request.caller)
        return refuse(api::ProblemCode::Unauthenticated,
                      "Log in first: there is no session, or it has ended.");
    return route.handle(office, request);
}

Response responseTo(BackOffice& office, Request& request, const Route& route)
{
    try {
        auto given = answer(office, request, route);
        if (given)
            return std::move(*given);
        if (given.error().code == api::ProblemCode::Busy)
            logLine(office.clock.now(),
                    nameOf(route) + ": " + base::fillPlaces(given.error().message, given.error().arguments));
        return problemResponse(given.error());
    } catch (const std::exception& failure) {
        logLine(office.clock.now(), nameOf(route) + ": " + failure.what());
        return problemResponse(
            refuse(api::ProblemCode::Busy, "Something went wrong in the back office. Try again later.")
                .value());
    }
}

}  // namespace

Dispatched dispatch(BackOffice& office, Request& request)
{
    auto found = findRoute(methodOf(request), request.path);
    if (!found)
        return {problemResponse(
                    refuse(api::ProblemCode::NotFound, "This server has nothing at that address.").value()),
                "unknown"};
    request.parameters = std::move(found->parameters);
    return {responseTo(office, request, *found->route), nameOf(*found->route)};
}

}  // namespace server
