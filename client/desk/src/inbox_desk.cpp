#include <desk/inbox_desk.h>


#include <forms/marks.h>

#include <algorithm>

namespace desk {

using base::passOn;

InboxDesk::InboxDesk(offline::Workplace& workplace)
    : m_workplace(workplace)
{}

base::Result<std::vector<InboxEntry>> InboxDesk::list() const
{
    const auto rows = m_workplace.inbox().list();
    if (!rows)
        return passOn(rows);
    std::vector<InboxEntry> entries;
    for (const auto& row : *rows) {
        auto entry = entryOf(row);
        if (!entry && entry.error().code == base::ErrorCode::NotFound)
            continue;
        if (!entry)
            return passOn(entry);
        entries.push_back(std::move(*entry));
    }
    return entries;
}

base::Result<InboxEntry> InboxDesk::show(base::CaseId id) const
{
    const auto rows = m_workplace.inbox().list();
    if (!rows)
        return passOn(rows);
    const auto row = std::find_if(
        rows->begin(), rows->end(), [id](const offline::InboxRow& each) { return each.caseId == id; });
    if (row == rows->end())
        return base::fail(base::ErrorCode::NotFound,
                          "Nothing has come back for case {case} yet.",
                          {{"case", id.toString()}});
    return entryOf(*row);
}

base::Result<InboxEntry> InboxDesk::entryOf(const offline::InboxRow& row) const
{
    const auto draft = m_workplace.cases().load(row.caseId);
    if (!draft)
        return passOn(draft);
    const auto listed = m_workplace.cases().row(row.caseId);
    if (!listed)
        return passOn(listed);
    const auto guide = m_workplace.catalogue().guide(draft->guide.sha256);
    if (!guide)
        return passOn(guide);
    const auto calendar = m_workplace.catalogue().calendar();
    if (!calendar)
        return passOn(calendar);
    const auto office = m_workplace.catalogue().office();
    if (!office)
        return passOn(office);
    const auto known = courseOf(m_workplace, *draft);
    if (!known)
        return passOn(known);
    InboxEntry entry;
    entry.row = row;
    entry.number = draft->officialNumber.empty() ? draft->number : draft->officialNumber;
    entry.matter = draft->matterName;
    entry.applicant = *listed ? (*listed)->applicant : std::string();
    entry.told = toldOf(**guide, *draft, known->course, known->marks);
    entry.papersDue = forms::papersDue(**guide, known->course, *office);
    entry.todo = todoOf(**guide, *draft, known->course, entry.papersDue);
    entry.clocks =
        clocksAtWindow(**guide, known->course, *calendar, *office, m_workplace.clock().now());
    entry.waits = forms::waitsFor(**guide, known->course);
    entry.flags = forms::openFlags(known->course);
    for (const auto& mark : known->marks)
        if (forms::asksForAnswer(mark))
            entry.open.push_back(mark);
    entry.cameBack = forms::traitsOf(row.state).takesRevision;
    entry.isBegun = draft->state == forms::CaseState::Draft;
    return entry;
}

}  // namespace desk
