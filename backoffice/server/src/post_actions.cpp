#include "case_context.h"
#include "endpoints.h"

#include <api/post_actions.h>
#include <server/action_store.h>
#include <server/case_access.h>
#include <server/case_step.h>

namespace server {

namespace {

struct Outcome {
    std::string answer;    ///< JSON
    bool uncited = false;  ///< nothing was done but telling the supervisor
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
    if (before->caseId != id || before->requestDigest != digest || before->record.by != user)
        return base::fail(base::ErrorCode::Conflict, "Another step was taken under this action id already.");
    return std::optional(Outcome{before->answer});
}

bool wantsCorrection(const api::ActionRequest& request)
{
    return request.action == api::RequestedAction(forms::Action::RequestCorrection);
}

base::Result<Outcome> act(BackOffice& office,
                          const Account& account,
                          const CaseContext& context,
                          const api::ActionRequest& request,
                          const base::Digest& digest)
{
    return office.database->write([&](Transaction& transaction) -> base::Result<Outcome> {
        const auto id = context.record.id;
        auto before = answeredBefore(transaction, id, request, digest, account.name);
        if (!before)
            return base::passOn(before);
        if (*before)
            return std::move(**before);
        auto record = findVisible(transaction, account, id);
        if (!record)
            return base::passOn(record);
        CaseSteps steps(transaction, std::move(*record), *context.guide, context.calendar);
        const auto now = office.clock.now();
        if (wantsCorrection(request) && !steps.citesOnlyTheGuide(request.points)) {
            steps.flag(now, "uncited-demand", account.name);
            return Outcome{{}, true};
        }
        const auto answer = steps.take(request, digest, {account.name, account.roles}, now);
        if (!answer)
            return base::passOn(answer);
        return Outcome{api::toJson(*answer)};
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
    const auto context = contextOf(office, request.user(), *id);
    if (!context)
        return refuse(context.error());
    const auto outcome = act(office, request.user(), *context, *action, base::Digest::of(*body));
    if (!outcome)
        return refuse(outcome.error());
    office.changes.ring();
    if (outcome->uncited)
        return refuse(
            api::ProblemCode::Forbidden,
            "A correction may only ask for a material or review point of this guide version. The supervisor was "
            "told.");
    return jsonResponse(200, outcome->answer);
}

}  // namespace server
