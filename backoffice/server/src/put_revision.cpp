#include "endpoints.h"
#include "revision_intake.h"
#include "revision_number.h"

#include <api/endpoint.h>

namespace server {

Answer putRevision(BackOffice& office, Request& request)
{
    const auto id = base::CaseId::parse(request.parameters.at(0));
    const auto revision = parseRevisionNumber(request.parameters.at(1));
    if (!id || !revision)
        return refuse(api::ProblemCode::BadRequest,
                      "A revision is handed in under its case's id and its number.");
    if (!request.hasType(api::JoseMediaType))
        return refuse(api::ProblemCode::UnsupportedType,
                      "A manifest is sent as {type}.",
                      {{"type", std::string(api::JoseMediaType)}});
    const auto body = request.readBody();
    if (!body)
        return refuse(body.error());
    auto given =
        RevisionIntake(office, request.user(), request.caller->workstation).take(*id, *revision, *body);
    if (!given)
        return tl::unexpected(given.error());
    if (given->isNew) {
        office.metrics.gaveReceipt();
        office.changes.ring();
    }
    Response response;
    response.status = given->isNew ? 201 : 200;
    response.mediaType = api::JoseMediaType;
    response.body = std::move(given->jws);
    return response;
}

}  // namespace server
