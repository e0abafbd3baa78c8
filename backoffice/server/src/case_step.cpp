#include <server/case_step.h>

#include <forms/allowed.h>
#include <forms/bundle.h>
#include <forms/law.h>
#include <forms/step.h>
#include <server/action_store.h>
#include <server/audit_store.h>

#include <algorithm>

namespace server {

namespace {

using forms::Action;

StepOutcome refused(base::Error why)
{
    return {{}, std::move(why)};
}

forms::Role decidingRole(const forms::Person& person)
{
    return person.has(forms::Role::Reviewer) ? forms::Role::Reviewer : forms::Role::Approver;
}

}  // namespace

std::vector<api::RequestedAction> CaseSteps::allowedTo(const forms::Person& person, base::Timestamp now) const
{
    const auto steps = forms::allowed(
        m_course.guide(), m_course.course(), m_course.rules().office, person, now, m_course.children());
    return {steps.begin(), steps.end()};
}

std::vector<api::ChildRecord> CaseSteps::childrenFor(const forms::Person& person) const
{
    std::vector<api::ChildRecord> records;
    for (const auto& child : m_course.children()) {
        api::ChildRecord record;
        record.child = child;
        if (const auto* matter = m_course.guide().findChild(child.id))
            record.limit = matter->limit;
        if (child.started)
            record.due = forms::childDeadline(*child.started, record.limit, m_course.rules().calendar).date;
        for (const auto action : forms::allChildActions())
            if (forms::mayTakeChild(
                    action, child.id, m_course.guide(), m_course.course(), person, m_course.children()))
                record.allowed.push_back(action);
        records.push_back(std::move(record));
    }
    return records;
}

forms::StepTaken CaseSteps::by(const forms::Person& person, forms::Role role, base::Timestamp now) const
{
    return {person.user, role, person.site, now, m_course.record().revision};
}

base::Result<StepOutcome> CaseSteps::take(const api::ActionRequest& request,
                                          const base::Digest& requestDigest,
                                          const forms::Person& person,
                                          base::Timestamp now)
{
    if (request.revision != m_course.record().revision)
        return refused(
            base::fail(base::ErrorCode::Conflict, "The case has a newer revision now. Look at it first.")
                .value());
    if (std::holds_alternative<forms::ChildAction>(request.action))
        return takeChildStep(request, requestDigest, person, now);
    return takeStep(request, requestDigest, person, now);
}

base::Result<StepOutcome> CaseSteps::takeStep(const api::ActionRequest& request,
                                              const base::Digest& requestDigest,
                                              const forms::Person& person,
                                              base::Timestamp now)
{
    const auto step = api::stepOf(request);
    const auto& guide = m_course.guide();
    const auto& rules = m_course.rules();
    const auto allowed =
        forms::mayTake(step.action, guide, m_course.course(), rules.office, person, now, m_course.children());
    if (!allowed)
        return refused(allowed.error());
    const auto taken = by(person, allowed->role, now);
    if (step.action == Action::RequestCorrection && !forms::checkGround(guide, step.action, step.cites))
        return flagDemand(taken);
    if (const auto right =
            forms::checkStep(step, guide, m_course.course(), rules.calendar, rules.office, now);
        !right)
        return refused(right.error());
    if (auto written =
            m_course.write(forms::entriesOf(step, taken, guide, m_course.course(), rules.calendar), now);
        !written)
        return base::passOn(written);
    if (step.action != Action::Claim)
        if (auto given = giveBack(person, taken); !given)
            return base::passOn(given);
    return answer(request, requestDigest, person, {allowed->role, {}}, now);
}

base::Result<StepOutcome> CaseSteps::flagDemand(const forms::StepTaken& taken)
{
    if (auto written = m_course.write({forms::flagEntry(forms::FlagCause::UncitedDemand, taken)}, taken.at);
        !written)
        return base::passOn(written);
    m_course.close(api::ChangeKind::Action, taken.at);
    return refused(
        base::fail(base::ErrorCode::NotAllowed,
                   "A correction may only ask for a material or review point of this guide version. The "
                   "supervisor was told.")
            .value());
}

/// Whoever had claimed the case and can do nothing more with it has given it back.
base::Status CaseSteps::giveBack(const forms::Person& person, const forms::StepTaken& taken)
{
    const bool finished = forms::claimedBy(m_course.course()) == person.user
                          && forms::isFinishedWith(m_course.guide(),
                                                   m_course.course(),
                                                   m_course.rules().office,
                                                   person,
                                                   taken.at,
                                                   m_course.children());
    if (!finished)
        return {};
    forms::StepRequest release;
    release.action = Action::Release;
    return m_course.write(
        forms::entriesOf(release, taken, m_course.guide(), m_course.course(), m_course.rules().calendar),
        taken.at);
}

base::Result<StepOutcome> CaseSteps::takeChildStep(const api::ActionRequest& request,
                                                   const base::Digest& requestDigest,
                                                   const forms::Person& person,
                                                   base::Timestamp now)
{
    const auto action = std::get<forms::ChildAction>(request.action);
    const auto to = forms::mayTakeChild(
        action, request.child, m_course.guide(), m_course.course(), person, m_course.children());
    if (!to)
        return refused(to.error());
    if (const auto right = forms::checkChildStep(action, request.reason); !right)
        return refused(right.error());
    m_course.moveChild({request.child, *to, person.user, request.reason}, now);
    return answer(request, requestDigest, person, {decidingRole(person), *to}, now);
}

StepOutcome CaseSteps::answer(const api::ActionRequest& request,
                              const base::Digest& requestDigest,
                              const forms::Person& person,
                              const Taken& taken,
                              base::Timestamp now)
{
    m_course.close(api::ChangeKind::Action, now);
    const auto& record = m_course.record();
    const api::ActionAnswer answer{
        record.id, record.revision, record.index.state, record.official, record.index.claimedBy, taken.child};
    ActionStore(m_transaction)
        .add({record.id,
              request,
              requestDigest,
              person.user,
              taken.role,
              now,
              record.index.state,
              api::toJson(answer)});
    AuditStore(m_transaction)
        .add(now,
             person.user,
             std::string(api::nameOf(request.action)) + " " + request.id.toString()
                 + (request.child.empty() ? "" : " " + request.child),
             record.id);
    return {answer, {}};
}

}  // namespace server
