#include <server/case_children.h>

#include <forms/bundle.h>
#include <forms/completeness.h>
#include <forms/jws.h>
#include <forms/manifest.h>
#include <server/audit_store.h>
#include <server/child_store.h>
#include <server/revision_store.h>

namespace server {

namespace {

base::Result<forms::Answers> newestAnswers(Transaction& transaction,
                                           const CaseRecord& record,
                                           const forms::Guide& guide)
{
    const auto newest = RevisionStore(transaction).find(record.id, record.revision);
    if (!newest)
        return forms::Answers();
    const auto opened = forms::peekJws(newest->jws);  // verified when it came
    if (!opened)
        return base::passOn(opened);
    const auto manifest = forms::manifestFromJson(opened->payload);
    if (!manifest)
        return base::passOn(manifest);
    return forms::visibleAnswers(guide, manifest->sealed.answers);
}

}  // namespace

CaseChildren::CaseChildren(Transaction& transaction, base::CaseId caseId)
    : m_transaction(transaction)
    , m_caseId(caseId)
    , m_kept(ChildStore(transaction).ofCase(caseId))
    , m_children(m_kept)
{}

base::Status CaseChildren::arrange(const CaseRecord& record,
                                   const forms::Guide& guide,
                                   const forms::Calendar& calendar,
                                   base::Timestamp at)
{
    if (guide.children.empty())
        return {};
    const auto visible = newestAnswers(m_transaction, record, guide);
    if (!visible)
        return base::passOn(visible);
    m_children = forms::arrangeChildren(m_children, forms::planChildren(guide, *visible, at, calendar), at);
    return {};
}

void CaseChildren::move(const forms::ChildMove& move, base::Timestamp at)
{
    m_moved = move.child;
    m_children = forms::moveChild(std::move(m_children), move, at);
}

void CaseChildren::end(base::Timestamp at)
{
    m_children = forms::endChildren(std::move(m_children), at);
}

void CaseChildren::keep(base::Timestamp now)
{
    if (m_children == m_kept)
        return;
    ChildStore(m_transaction).keep(m_caseId, m_children);
    AuditStore audit(m_transaction);
    for (const auto& child : m_children) {
        const auto* before = forms::findChild(m_kept, child.id);
        if (child.id != m_moved && (before == nullptr || before->state != child.state))
            audit.add(now, "program", "child " + child.id + " " + std::string(nameOf(child.state)), m_caseId);
    }
    m_kept = m_children;
}

}  // namespace server
