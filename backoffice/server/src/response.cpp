#include "response.h"

#include <api/endpoint.h>

namespace server {

Response jsonResponse(int status, std::string json)
{
    Response response;
    response.status = status;
    response.mediaType = api::JsonMediaType;
    response.body = std::move(json);
    return response;
}

tl::unexpected<api::Problem> refuse(api::ProblemCode code,
                                    std::string message,
                                    std::vector<base::Argument> arguments)
{
    api::Problem problem;
    problem.code = code;
    problem.message = std::move(message);
    problem.arguments = std::move(arguments);
    return tl::unexpected<api::Problem>(std::move(problem));
}

tl::unexpected<api::Problem> refuse(const base::Error& error)
{
    return tl::unexpected<api::Problem>(api::toProblem(error));
}

Response problemResponse(const api::Problem& problem)
{
    Response response;
    response.status = api::httpStatusOf(problem.code);
    response.mediaType = api::ProblemMediaType;
    response.body = api::toJson(problem);
    if (problem.retryAfter)
        response.headers.emplace_back("Retry-After", std::to_string(problem.retryAfter->count()));
    if (problem.code == api::ProblemCode::Unauthenticated)
        response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"onewindow\"");
    return response;
}

}  // namespace server
