#include <server/case_index.h>

#include <forms/clocks.h>

#include <algorithm>

namespace server {

namespace {

bool stands(const forms::CaseClock& clock)
{
    return clock.light == forms::Light::Paused;
}

forms::Light lightOf(const CaseIndex& index, const Rules& rules, base::Timestamp now)
{
    if (index.due && index.dueFrom)
        return forms::lightOf({{}, index.due, index.dueAt}, *index.dueFrom, now, rules.calendar);
    return index.paused ? forms::Light::Paused : forms::Light::None;
}

}  // namespace

CaseIndex indexOf(const forms::Guide& guide,
                  std::span<const forms::CourseEntry> course,
                  const Rules& rules,
                  base::Timestamp now)
{
    const auto clocks = forms::clocks(guide, course, rules.calendar, rules.office, now);
    const auto waiting = forms::waitsFor(guide, course);
    CaseIndex index;
    index.state = forms::stateOf(course);
    index.since = waiting.since;
    index.accepted = forms::acceptanceOf(course);
    index.waitsFor = waiting.who;
    index.claimedBy = forms::claimedBy(course);
    index.flags = forms::openFlags(course);
    if (const auto* due = forms::dueClock(clocks)) {
        index.due = due->deadline.date;
        index.dueAt = due->deadline.moment;
        index.dueFrom = due->from;
    }
    index.paused = std::any_of(clocks.begin(), clocks.end(), stands);
    index.wakes = forms::nextClockEntry(guide, course, rules.calendar, rules.office, now);
    index.release = rules.release;
    return index;
}

api::CaseSummary summaryOf(const CaseRecord& record, const Rules& rules, base::Timestamp now)
{
    const auto& index = record.index;
    api::CaseSummary summary;
    summary.caseId = record.id;
    summary.revision = record.revision;
    summary.state = index.state;
    summary.matter = record.matter;
    summary.matterName = record.matterName;
    summary.number = record.official;
    summary.applicant = record.applicant;
    summary.received = record.received;
    summary.claimedBy = index.claimedBy;
    summary.due = index.due;
    summary.dueAt = index.dueAt;
    summary.light = lightOf(index, rules, now);
    summary.waits = {index.waitsFor, index.since};
    summary.flags = index.flags;
    return summary;
}

}  // namespace server
