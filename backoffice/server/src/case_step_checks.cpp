// What of a request must be right before a step is taken.
#include <server/case_step.h>

#include <server/action_store.h>

#include <algorithm>

namespace server {

namespace {

using forms::Action;

bool needsReason(Action action)
{
    return action == Action::RequestCorrection || action == Action::NotAccept || action == Action::Refuse
           || action == Action::Withdraw;
}

bool isSupervisor(const Actor& actor)
{
    return std::find(actor.roles.begin(), actor.roles.end(), forms::Role::Supervisor) != actor.roles.end();
}

tl::unexpected<base::Error> missing(const char* message)
{
    return base::fail(base::ErrorCode::BadInput, message);
}

}  // namespace

base::Status CaseSteps::checkRequest(const api::ActionRequest& request, const Actor& actor) const
{
    if (request.revision != m_record.revision)
        return base::fail(base::ErrorCode::Conflict, "The case has a newer revision now. Look at it first.");
    const auto* action = std::get_if<Action>(&request.action);
    const auto* claim = std::get_if<api::ClaimAction>(&request.action);
    const bool ignoresClaim = (action && *action == Action::Withdraw) || (claim && isSupervisor(actor))
                              || std::holds_alternative<forms::ChildAction>(request.action);
    if (!ignoresClaim && !m_record.claimedBy.empty() && m_record.claimedBy != actor.user)
        return base::fail(
            base::ErrorCode::Conflict, "{user} works on this case.", {{"user", m_record.claimedBy}});
    return {};
}

base::Status CaseSteps::checkDetails(const api::ActionRequest& request) const
{
    const auto* action = std::get_if<Action>(&request.action);
    const bool isRefusal = request.action == api::RequestedAction(forms::ChildAction::Refuse);
    if (((action && needsReason(*action)) || isRefusal) && request.reason.empty())
        return missing("This step is told to the applicant in writing: give the reason.");
    return action ? checkFlow(request, *action) : base::Status();
}

base::Status CaseSteps::checkFlow(const api::ActionRequest& request, Action action) const
{
    if (action == Action::Suspend) {
        const auto& procedures = m_guide.limits.specialProcedures;
        const auto known = std::any_of(procedures.begin(), procedures.end(), [&](const auto& procedure) {
            return procedure.code == request.procedure;
        });
        if (!known)
            return missing("The clock is stopped only by a special procedure of the guide: name its code.");
    }
    if (action == Action::Resume && request.until && *request.until < base::hallDate(m_record.stateSince))
        return missing("A suspension does not end before it began.");
    return action == Action::Extend ? checkExtension(request) : base::Status();
}

base::Status CaseSteps::checkExtension(const api::ActionRequest& request) const
{
    const auto& limits = m_guide.limits;
    if (!limits.extension)
        return base::fail(base::ErrorCode::NotAllowed, "The guide of this matter allows no extension.");
    const auto taken = ActionStore(m_transaction).ofCase(m_record.id);
    if (std::any_of(taken.begin(), taken.end(), [](const auto& record) {
            return record.request.action == api::RequestedAction(Action::Extend);
        }))
        return base::fail(base::ErrorCode::NotAllowed, "The limit of this case was extended already.");
    if (!request.period || request.period->unit != limits.extension->unit || !request.period->n
        || *request.period->n < 1 || *request.period->n > limits.extension->n.value_or(0))
        return missing("An extension has a length, at most the guide's and in its unit.");
    return {};
}

}  // namespace server
