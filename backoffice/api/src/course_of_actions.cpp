#include <api/course_of_actions.h>

#include <forms/arrival.h>
#include <forms/paper_kind.h>

#include <algorithm>

namespace api {

namespace {

using forms::Act;
using forms::CaseState;
using forms::CourseEntry;

/// The act that brings a case to a state, where nothing is left of what did.
std::optional<Act> actLeadingTo(CaseState state)
{
    switch (state) {
    case CaseState::Draft:
    case CaseState::Sealed: return std::nullopt;
    case CaseState::Submitted: return Act::Resubmitted;
    case CaseState::CorrectionRequested: return Act::CorrectionRequested;
    case CaseState::Returned: return Act::Returned;
    case CaseState::NotAccepted: return Act::NotAccepted;
    case CaseState::Accepted: return Act::Accepted;
    case CaseState::UnderReview: return Act::Examined;
    case CaseState::Suspended: return Act::ProcedureBegun;
    case CaseState::Approved: return Act::Approved;
    case CaseState::Refused: return Act::Refused;
    case CaseState::Certified: return Act::Certified;
    case CaseState::Delivered: return Act::Delivered;
    case CaseState::Closed: return Act::Closed;
    case CaseState::Withdrawn: return Act::Withdrawn;
    case CaseState::Terminated: return Act::Terminated;
    }
    return std::nullopt;
}

/// One of the things that are known of the case; the other two are null.
struct Event {
    base::Timestamp at;
    const EarlierRevision* revision = nullptr;
    const ActionRecord* action = nullptr;
    const EarlierFlag* flag = nullptr;
};

/// In the order they happened; a revision came before what was done with it in the same moment.
std::vector<Event> eventsOf(const EarlierCase& earlier)
{
    std::vector<Event> events;
    for (const auto& revision : earlier.revisions)
        events.push_back({revision.arrived, &revision, nullptr, nullptr});
    for (const auto& action : earlier.actions)
        events.push_back({action.at, nullptr, &action, nullptr});
    for (const auto& flag : earlier.flags)
        events.push_back({flag.at, nullptr, nullptr, &flag});
    std::stable_sort(
        events.begin(), events.end(), [](const Event& one, const Event& other) { return one.at < other.at; });
    return events;
}

class Retelling
{
  public:
    explicit Retelling(const EarlierCase& earlier)
        : m_earlier(earlier)
        , m_last(earlier.received)
    {}

    forms::Course run()
    {
        for (const auto& event : eventsOf(m_earlier)) {
            if (event.revision != nullptr)
                arrived(*event.revision);
            if (event.action != nullptr)
                taken(*event.action);
            if (event.flag != nullptr)
                add(Act::Flagged, event.flag->at, event.flag->at).cites = {event.flag->cause};
            m_last = event.at;
        }
        endWhereItStood();
        giveBack();
        return std::move(m_course);
    }

  private:
    CourseEntry& add(Act act, base::Timestamp at, base::Timestamp noted)
    {
        CourseEntry entry;
        entry.act = act;
        entry.at = at;
        entry.noted = noted;
        entry.revision = m_revision;
        append(m_course, std::move(entry));
        return m_course.back();
    }

    void byTheWindow(CourseEntry& entry, const EarlierRevision& revision)
    {
        entry.role = forms::Role::Clerk;
        if (revision.manifest)
            entry.by = revision.manifest->sealed.clerk;
    }

    void atTheWindow(const EarlierRevision& revision)
    {
        if (revision.manifest) {
            for (auto entry : forms::windowCourse(*revision.manifest)) {
                entry.noted = revision.arrived;
                append(m_course, std::move(entry));
            }
            return;
        }
        if (m_course.empty())
            byTheWindow(add(Act::Received, m_earlier.received, revision.arrived), revision);
        byTheWindow(add(Act::Sealed, revision.arrived, revision.arrived), revision);
    }

    void arrived(const EarlierRevision& revision)
    {
        // Only an incomplete revision was followed by another without anybody asking for one.
        if (forms::stateOf(m_course) == CaseState::Submitted)
            add(Act::CorrectionRequested, m_last, m_last);
        m_revision = revision.revision;
        const auto before = forms::stateOf(m_course);
        const auto sealed = revision.manifest ? revision.manifest->sealedAt : revision.arrived;
        atTheWindow(revision);
        byTheWindow(add(Act::Arrived, revision.arrived, revision.arrived), revision);
        if (forms::traitsOf(before).takesSupplements) {
            auto supplied = revision.manifest ? forms::suppliedBy(m_course, *revision.manifest)
                                              : std::vector<std::string>();
            auto& entry = add(Act::Supplied, sealed, revision.arrived);
            entry.cites = std::move(supplied);
            byTheWindow(entry, revision);
            return;
        }
        if (forms::traitsOf(before).takesRevision)
            byTheWindow(add(Act::Resubmitted, sealed, revision.arrived), revision);
        outcome(revision);
    }

    void outcome(const EarlierRevision& revision)
    {
        if (!revision.manifest)
            return;
        const auto verdict = revision.manifest->verdict;
        const bool incomplete = verdict == forms::Verdict::NeedsCorrection;
        if (verdict == forms::Verdict::Acceptable || verdict == forms::Verdict::AcceptableWithDeferral)
            return;
        auto& entry = add(incomplete ? Act::CorrectionRequested : Act::NotAccepted,
                          revision.manifest->sealedAt,
                          revision.arrived);
        byTheWindow(entry, revision);
        entry.paper =
            nameOf(incomplete ? forms::PaperKind::OneTimeNotice : forms::PaperKind::NotAcceptedNotice);
    }

    void taken(const ActionRecord& action)
    {
        const auto* step = std::get_if<forms::Action>(&action.request.action);
        const auto act = step != nullptr ? forms::actOf(*step) : std::nullopt;
        if (!act)
            return;
        auto at = action.at;
        if (*act == Act::DeemedAccepted)
            at = m_earlier.accepted.value_or(forms::receiptOf(m_course));
        auto& entry = add(*act, at, action.at);
        entry.by = action.by;
        entry.role = action.role;
        entry.cites = action.request.cites;
        entry.until = action.request.until;
        entry.period = action.request.period;
        entry.procedure = action.request.procedure;
        entry.reason = action.request.reason;
    }

    void endWhereItStood()
    {
        const auto now = forms::stateOf(m_course);
        const bool lapsed = m_earlier.state == CaseState::Closed && now == CaseState::Terminated;
        const auto act = actLeadingTo(m_earlier.state);
        if (act && now != m_earlier.state && !lapsed)
            add(*act,
                m_earlier.state == CaseState::Accepted ? m_earlier.accepted.value_or(m_last) : m_last,
                m_last);
    }

    /// Who could do nothing more with a case had given it back without a word.
    void giveBack()
    {
        const auto holder = forms::claimedBy(m_course);
        if (holder.empty() || holder == m_earlier.claimedBy)
            return;
        add(Act::Released, m_last, m_last).by = holder;
    }

    const EarlierCase& m_earlier;
    base::Timestamp m_last;
    int m_revision = 1;
    forms::Course m_course;
};

}  // namespace

forms::Course courseOfActions(const EarlierCase& earlier)
{
    return Retelling(earlier).run();
}

}  // namespace api
