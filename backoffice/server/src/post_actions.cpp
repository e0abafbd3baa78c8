#include "endpoints.h"

#include <api/post_actions.h>
#include <server/action_store.h>
#include <server/case_context.h>
#include <server/case_step.h>

namespace server {

namespace {

struct Outcome {
    std::string answer;  ///< JSON
    std::optional<base::Error> refusal = {};
};

/// The answer given before to the same request, if there was one.
base::Result<std::optional<Outcome>> answeredBefore(Transaction& transaction,
                                                    base::CaseId id,
                                                    const api::ActionRequest& request,
                                                    const base::Digest& digest,
                                                    const std::string& user)
{
    const auto before = ActionStore(transaction).find(request.id);
    if (!before)
        return std::optional<Outcome>();
    if (before->caseId != id || before->requestDigest != digest || before->by != user)
        return base::fail(base::ErrorCode::Conflict, "Another step was taken under this action id already.");
    return std::optional(Outcome{before->answer});
}

base::Result<Outcome> act(BackOffice& office,
                          const Account& account,
                          base::CaseId id,
                          const api::ActionRequest& request,
                          const base::Digest& digest)
{
    return office.database->write([&](Transaction& transaction) -> base::Result<Outcome> {
        auto before = answeredBefore(transaction, id, request, digest, account.name);
        if (!before)
            return base::passOn(before);
        if (*before)
            return std::move(**before);
        auto context = contextOf(office, transaction, account, id);
        if (!context)
            return base::passOn(context);
        const auto now = office.clock.now();
        auto course = CaseCourse::open(transaction, std::move(*context), now);
        if (!course)
            return base::passOn(course);
        auto outcome = CaseSteps(transaction, *course).take(request, digest, personOf(account), now);
        if (!outcome)
            return base::passOn(outcome);
        if (outcome->refusal)
            return Outcome{{}, std::move(outcome->refusal)};
        return Outcome{api::toJson(*outcome->answer), {}};
    });
}

}  // namespace

Answer postActions(BackOffice& office, Request& request)
{
    const auto id = base::CaseId::parse(request.parameters.front());
    if (!id)
        return refuse(api::ProblemCode::BadRequest, "A case is asked for by its id.");
    if (!request.hasType(api::JsonMediaType))
        return refuse(api::ProblemCode::UnsupportedType, "An action is sent as application/json.");
    const auto body = request.readBody();
    if (!body)
        return refuse(body.error());
    const auto action = api::parseActionRequest(*body);
    if (!action)
        return refuse(action.error());
    const auto outcome = act(office, request.user(), *id, *action, base::Digest::of(*body));
    if (!outcome)
        return refuse(outcome.error());
    office.changes.ring();
    if (outcome->refusal)
        return refuse(*outcome->refusal);
    return jsonResponse(200, outcome->answer);
}

}  // namespace server
