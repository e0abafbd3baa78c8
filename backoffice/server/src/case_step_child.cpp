// Steps with one child of a bundle (一件事).
#include <server/case_step.h>

#include <forms/bundle.h>
#include <server/action_store.h>

namespace server {

using forms::ChildAction;

base::Result<CaseSteps::Step> CaseSteps::decideChild(ChildAction action,
                                                     const std::string& child,
                                                     const Actor& actor) const
{
    const auto* known = forms::findChild(m_children.all(), child);
    if (known == nullptr)
        return base::fail(base::ErrorCode::NotFound, "This case has no part {child}.", {{"child", child}});
    if (!forms::settlesChildren(m_record.state))
        return base::fail(base::ErrorCode::NotAllowed,
                          "The parts of a case are settled between its acceptance and its decision.");
    return inSomeRole(actor, [&](forms::Role role, const forms::CasePast& past) -> base::Result<Step> {
        const auto to = forms::takeChildStep(known->state, action, role, actor.user, past);
        return to ? base::Result<Step>(Step{role, m_record.state, *to}) : base::passOn(to);
    });
}

/// A refusal is told to the applicant in writing, in the name of the department that refuses.
void CaseSteps::applyChild(const api::ActionRequest& request,
                           const Step& step,
                           const Actor& actor,
                           base::Timestamp now)
{
    const auto to = step.child.value_or(forms::ChildState::Running);
    m_children.move({request.child, to, actor.user, request.reason}, now);
    const auto* child = forms::findChild(m_children.all(), request.child);
    if (to == forms::ChildState::Refused && child != nullptr)
        NoticeStore(m_transaction)
            .add(m_record.id,
                 {"decision", m_record.revision, now, child->department + "：" + request.reason});
}

std::vector<api::ChildRecord> CaseSteps::childrenFor(const Actor& actor) const
{
    std::vector<api::ChildRecord> records;
    for (const auto& child : m_children.all()) {
        api::ChildRecord record;
        record.child = child;
        if (const auto* matter = m_guide.findChild(child.id))
            record.limit = matter->limit;
        if (child.started)
            record.due = forms::childDeadline(*child.started, record.limit, m_calendar).date;
        for (const auto action : forms::allChildActions())
            if (decideChild(action, child.id, actor))
                record.allowed.push_back(action);
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace server
