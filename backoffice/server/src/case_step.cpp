#include <server/case_step.h>

#include "notice_text.h"

#include <forms/citation.h>
#include <forms/deferral.h>
#include <forms/jws.h>
#include <forms/sealed_case.h>
#include <server/action_store.h>
#include <server/audit_store.h>
#include <server/case_clock.h>
#include <server/case_store.h>
#include <server/change_store.h>
#include <server/revision_store.h>

#include <algorithm>

namespace server {

namespace {

using forms::Action;
using forms::CaseState;
using forms::Role;

/// Steps that are not asked for by hand: they come with a sealed revision.
bool comesWithARevision(Action action)
{
    return action == Action::Seal || action == Action::Arrive || action == Action::Resubmit;
}

bool has(const Actor& actor, Role role)
{
    return std::find(actor.roles.begin(), actor.roles.end(), role) != actor.roles.end();
}

bool decidesCases(const Actor& actor)
{
    return has(actor, Role::Reviewer) || has(actor, Role::Approver) || has(actor, Role::Certifier);
}

/// The written notice a step makes; nothing for steps without one.
std::optional<std::string> noticeOf(Action action)
{
    if (action == Action::RequestCorrection)
        return std::string(forms::OneTimeNoticeKind);
    if (action == Action::NotAccept)
        return std::string(forms::NotAcceptedNoticeKind);
    if (action == Action::Approve || action == Action::Refuse)
        return "decision";
    return std::nullopt;
}

/// Steps that bring the applicant the result she applied for.
bool givesTheResult(CaseState from, Action action)
{
    return action == Action::Certify
           || (action == Action::Deliver && (from == CaseState::Approved || from == CaseState::Certified));
}

/// What was put off is still to come (容缺): until then the result is withheld.
bool isWithheld(Transaction& transaction, const CaseRecord& record, const forms::Guide& guide)
{
    const auto newest = RevisionStore(transaction).find(record.id, record.revision);
    if (!newest)
        return false;
    const auto opened = forms::peekJws(newest->jws);  // verified when it came
    if (!opened)
        return false;
    const auto manifest = forms::manifestFromJson(opened->payload);
    return manifest
           && !forms::openDeferrals(
                   guide, forms::checkableCase(*manifest, guide), {manifest->today, manifest->offline})
                   .empty();
}

}  // namespace

CaseSteps::CaseSteps(Transaction& transaction,
                     CaseRecord record,
                     const forms::Guide& guide,
                     const forms::Calendar& calendar)
    : m_transaction(transaction)
    , m_record(std::move(record))
    , m_guide(guide)
    , m_calendar(calendar)
    , m_children(transaction, m_record.id)
{
    for (const auto& revision : RevisionStore(transaction).ofCase(m_record.id))
        m_authors.push_back(revision.author);
    if (m_authors.empty())
        m_authors.emplace_back();
}

/// The step in the first of the person's roles that may take it, whoever sealed one of the case's revisions.
base::Result<CaseSteps::Step> CaseSteps::inSomeRole(const Actor& actor, const Take& take) const
{
    base::Result<Step> outcome =
        base::fail(base::ErrorCode::NotAllowed, "{user} has no role here.", {{"user", actor.user}});
    for (const auto role : actor.roles) {
        // Whoever sealed any of its revisions has had a part in the case.
        for (const auto& author : m_authors) {
            const forms::CasePast past{author,
                                       m_record.acceptedBy,
                                       m_record.examinedBy,
                                       m_record.approvedBy,
                                       m_guide.handling == forms::Handling::Immediate,
                                       m_record.corrections,
                                       m_guide.limits.correction.once};
            outcome = take(role, forms::withChildren(past, m_children.all()));
            if (!outcome)
                break;
        }
        if (outcome || outcome.error().code == base::ErrorCode::Separation)
            return outcome;
    }
    return outcome;
}

base::Result<CaseSteps::Step> CaseSteps::decide(const api::ActionRequest& request, const Actor& actor) const
{
    if (const auto* action = std::get_if<Action>(&request.action))
        return decide(*action, actor);
    if (const auto* action = std::get_if<forms::ChildAction>(&request.action))
        return decideChild(*action, request.child, actor);
    return decideClaim(std::get<api::ClaimAction>(request.action), actor);
}

base::Result<CaseSteps::Step> CaseSteps::decide(Action action, const Actor& actor) const
{
    if (comesWithARevision(action))
        return base::fail(base::ErrorCode::NotAllowed, "This step comes with a sealed revision.");
    if (givesTheResult(m_record.state, action) && isWithheld(m_transaction, m_record, m_guide))
        return base::fail(base::ErrorCode::NotAllowed,
                          "The result is withheld until the materials that were put off are handed in.");
    return inSomeRole(actor, [&](Role role, const forms::CasePast& past) -> base::Result<Step> {
        const auto to = forms::takeStep(m_record.state, action, role, actor.user, past);
        return to ? base::Result<Step>(Step{role, *to}) : base::passOn(to);
    });
}

base::Result<CaseSteps::Step> CaseSteps::decideClaim(api::ClaimAction claim, const Actor& actor) const
{
    const auto role = actor.roles.empty() ? Role::Clerk : actor.roles.front();
    if (claim == api::ClaimAction::Claim && decidesCases(actor))
        return Step{role, m_record.state};
    const bool own = m_record.claimedBy == actor.user;
    if (claim == api::ClaimAction::Release
        && (own || m_record.claimedBy.empty() || has(actor, Role::Supervisor)))
        return Step{role, m_record.state};
    return base::fail(base::ErrorCode::NotAllowed,
                      "Only reviewers, approvers and certifiers take cases to work on them.");
}

std::vector<api::RequestedAction> CaseSteps::allowedTo(const Actor& actor) const
{
    std::vector<api::RequestedAction> allowed;
    const bool taken = !m_record.claimedBy.empty() && m_record.claimedBy != actor.user;
    if (m_record.claimedBy.empty() && decidesCases(actor))
        allowed.emplace_back(api::ClaimAction::Claim);
    if (!m_record.claimedBy.empty() && decideClaim(api::ClaimAction::Release, actor))
        allowed.emplace_back(api::ClaimAction::Release);
    for (const auto action : forms::allActions())
        if ((!taken || action == Action::Withdraw) && decide(action, actor))
            allowed.emplace_back(action);
    return allowed;
}

bool CaseSteps::citesOnlyTheGuide(const std::vector<std::string>& points) const
{
    return !points.empty() && std::all_of(points.begin(), points.end(), [&](const std::string& point) {
        return forms::isDemand(forms::citationOf(m_guide, point));
    });
}

base::Status CaseSteps::apply(const api::ActionRequest& request,
                              const Step& step,
                              const Actor& actor,
                              base::Timestamp now)
{
    if (std::holds_alternative<forms::ChildAction>(request.action))
        applyChild(request, step, actor, now);
    if (const auto* claim = std::get_if<api::ClaimAction>(&request.action))
        applyClaim(*claim, actor);
    const auto* action = std::get_if<Action>(&request.action);
    if (!action)
        return {};
    const bool again = *action == Action::RequestCorrection && m_record.corrections > 0;
    if (auto applied = applyFlow(*action, step, actor, now); !applied)
        return applied;
    writeNotice(request, *action, now);
    if (again)
        flag(now, "second-correction", actor.user);
    return {};
}

base::Status CaseSteps::applyFlow(Action action, const Step& step, const Actor& actor, base::Timestamp now)
{
    m_record.state = step.to;
    m_record.stateSince = now;
    if (action == Action::Accept) {
        m_record.acceptedBy = actor.user;
        m_record.accepted = now;
    }
    if (action == Action::DeemAccepted)
        m_record.accepted = m_record.received;  // art. 32(4): from the day of receipt
    if (action == Action::Examine)
        m_record.examinedBy = actor.user;
    if (action == Action::Approve || action == Action::Refuse)
        m_record.approvedBy = actor.user;
    if (action == Action::RequestCorrection)
        ++m_record.corrections;
    if (m_record.claimedBy == actor.user && !hasFurtherStep(actor))
        m_record.claimedBy.clear();
    if (action == Action::Refuse || action == Action::Withdraw)
        m_children.end(now);
    if (action == Action::Accept || action == Action::DeemAccepted)
        return m_children.arrange(m_record, m_guide, m_calendar, *m_record.accepted);
    return {};
}

bool CaseSteps::hasFurtherStep(const Actor& actor) const
{
    const auto& all = forms::allActions();
    return std::any_of(
        all.begin(), all.end(), [&](Action action) { return decide(action, actor).has_value(); });
}

void CaseSteps::applyClaim(api::ClaimAction claim, const Actor& actor)
{
    m_record.claimedBy = claim == api::ClaimAction::Claim ? actor.user : std::string();
}

void CaseSteps::writeNotice(const api::ActionRequest& request, Action action, base::Timestamp now)
{
    if (const auto kind = noticeOf(action))
        NoticeStore(m_transaction)
            .add(m_record.id, {*kind, m_record.revision, now, noticeText(request, m_guide)});
}

void CaseSteps::flag(base::Timestamp now, const std::string& cause, const std::string& by)
{
    m_record.flagged = true;
    FlagStore(m_transaction).add(m_record.id, now, cause);
    CaseStore(m_transaction).update(m_record);
    AuditStore(m_transaction).add(now, by, "flag " + cause, m_record.id);
}

base::Result<api::ActionAnswer> CaseSteps::take(const api::ActionRequest& request,
                                                const base::Digest& requestDigest,
                                                const Actor& actor,
                                                base::Timestamp now)
{
    if (auto checked = checkRequest(request, actor); !checked)
        return base::passOn(checked);
    const auto step = decide(request, actor);
    if (!step)
        return base::passOn(step);
    if (auto checked = checkDetails(request); !checked)
        return base::passOn(checked);
    if (auto applied = apply(request, *step, actor, now); !applied)
        return base::passOn(applied);
    return writeDown(request, requestDigest, *step, actor, now);
}

api::ActionAnswer CaseSteps::writeDown(const api::ActionRequest& request,
                                       const base::Digest& requestDigest,
                                       const Step& step,
                                       const Actor& actor,
                                       base::Timestamp now)
{
    const api::ActionAnswer answer{
        m_record.id, m_record.revision, m_record.state, m_record.official, m_record.claimedBy, step.child};
    ActionStore actions(m_transaction);
    actions.add({m_record.id,
                 {request, actor.user, step.role, now, m_record.state},
                 requestDigest,
                 api::toJson(answer)});
    m_record.due = dueOf(m_record, m_guide, m_calendar, actions.ofCase(m_record.id));
    CaseStore(m_transaction).update(m_record);
    api::Change change;
    change.caseId = m_record.id;
    change.revision = m_record.revision;
    change.kind = api::ChangeKind::Action;
    change.state = m_record.state;
    change.at = now;
    ChangeStore(m_transaction).add(m_record.division, change);
    AuditStore(m_transaction)
        .add(now,
             actor.user,
             std::string(api::nameOf(request.action)) + " " + request.id.toString()
                 + (request.child.empty() ? "" : " " + request.child),
             m_record.id);
    m_children.keep(now);
    return answer;
}

}  // namespace server
