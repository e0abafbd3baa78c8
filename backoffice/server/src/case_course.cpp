#include <server/case_course.h>

#include <forms/clocks.h>
#include <server/audit_store.h>
#include <server/case_index.h>
#include <server/case_store.h>
#include <server/change_store.h>
#include <server/course_store.h>

namespace server {

namespace {

const std::string Clock(forms::nameOf(forms::Role::Clock));

/// Each thing the clock brings may bring another: a case that is deemed accepted has a deferral that was missed. More than
/// this is a mistake of ours and ends here.
constexpr int MostRounds = 16;

}  // namespace

CaseCourse::CaseCourse(Transaction& transaction, CaseContext context, forms::Course course)
    : m_transaction(transaction)
    , m_context(std::move(context))
    , m_course(std::move(course))
    , m_children(transaction, m_context.record.id)
{}

base::Result<CaseCourse> CaseCourse::open(Transaction& transaction, CaseContext context, base::Timestamp now)
{
    auto course = CourseStore(transaction).ofCase(context.record.id);
    CaseCourse opened(transaction, std::move(context), std::move(course));
    if (auto caughtUp = opened.catchUp(now); !caughtUp)
        return base::passOn(caughtUp);
    return opened;
}

CaseCourse CaseCourse::begin(Transaction& transaction, CaseContext context)
{
    CaseCourse begun(transaction, std::move(context), {});
    begun.m_isNew = true;
    return begun;
}

base::Status CaseCourse::catchUp(base::Timestamp now)
{
    for (int round = 0; round < MostRounds; ++round) {
        auto brought = forms::clockEntries(guide(), m_course, rules().calendar, rules().office, now);
        if (brought.empty())
            break;
        m_movedByTheClock = true;
        if (auto written = write(std::move(brought), now); !written)
            return written;
    }
    if (m_movedByTheClock)
        close(api::ChangeKind::Action, now);
    return {};
}

void CaseCourse::revise(CaseRecord record, std::shared_ptr<const forms::Guide> guide)
{
    m_context.record = std::move(record);
    m_context.guide = std::move(guide);
}

void CaseCourse::audit(const forms::CourseEntry& entry, base::Timestamp now)
{
    const auto what = std::string(nameOf(entry.act));
    if (entry.by == Clock)
        AuditStore(m_transaction).add(now, entry.by, what, record().id);
    if (entry.act == forms::Act::Flagged && !entry.cites.empty())
        AuditStore(m_transaction).add(now, entry.by, "flag " + entry.cites.front(), record().id);
}

base::Status CaseCourse::write(std::vector<forms::CourseEntry> entries, base::Timestamp now)
{
    const auto acceptedBefore = forms::acceptanceOf(m_course);
    CourseStore store(m_transaction);
    for (auto& entry : entries) {
        if (entry.by == Clock)
            entry.calendar = rules().release;
        append(m_course, std::move(entry));
        store.add(record().id, m_course.back());
        audit(m_course.back(), now);
    }
    if (!forms::traitsOf(forms::stateOf(m_course)).underWay)
        m_children.end(now);
    const auto accepted = forms::acceptanceOf(m_course);
    return accepted && !acceptedBefore ? arrangeChildren(*accepted) : base::Status();
}

void CaseCourse::moveChild(const forms::ChildMove& move, base::Timestamp now)
{
    m_children.move(move, now);
}

base::Status CaseCourse::arrangeChildren(base::Timestamp at)
{
    if (!forms::settlesChildren(forms::stateOf(m_course)))
        return {};
    return m_children.arrange(record(), guide(), rules().calendar, at);
}

void CaseCourse::close(api::ChangeKind kind, base::Timestamp now)
{
    auto& record = m_context.record;
    record.index = indexOf(guide(), m_course, rules(), now);
    CaseStore cases(m_transaction);
    if (m_isNew)
        cases.add(record);
    else
        cases.update(record);
    m_isNew = false;
    m_children.keep(now);
    ChangeStore(m_transaction)
        .add(record.division, {{}, record.id, record.revision, kind, record.index.state, now});
}

void CaseCourse::reckon(base::Timestamp now)
{
    auto index = indexOf(guide(), m_course, rules(), now);
    if (index == record().index)
        return;
    m_context.record.index = std::move(index);
    CaseStore(m_transaction).update(record());
}

}  // namespace server
