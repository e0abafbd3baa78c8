#include <forms/clocks.h>

#include <forms/law.h>
#include <forms/regime.h>

#include <algorithm>

namespace forms {

namespace {

using enum CaseState;

const SpecialProcedure* procedureOf(const Guide& guide, const std::string& code)
{
    const auto& known = guide.limits.specialProcedures;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.code == code; });
    return found == known.end() ? nullptr : &*found;
}

bool stops(const Guide& guide, const CourseEntry& begun)
{
    const auto* procedure = procedureOf(guide, begun.procedure);
    return procedure != nullptr && stopsClock(regimeOf(guide), *procedure);
}

/// When the applicant was told that the procedure ends; nothing where the calendar does not reach.
std::optional<base::Date> toldEnd(const CourseEntry& begun, const Calendar& calendar)
{
    if (begun.until || !begun.period)
        return begun.until;
    return deadlineFrom(begun.at, *begun.period, calendar).date;
}

bool wasOver(const Deadline& deadline, base::Timestamp at)
{
    if (deadline.moment)
        return at > *deadline.moment;
    return deadline.date && base::hallDate(at) > *deadline.date;
}

/// What of the course moves the time for the decision.
struct Interruptions {
    std::vector<Suspension> suspensions;
    std::vector<const CourseEntry*> extensions;
    const CourseEntry* running =
        nullptr;  ///< the procedure that is under way, whether it stops the clock or not
    bool paused = false;
};

Interruptions interruptionsOf(const Guide& guide,
                              std::span<const CourseEntry> course,
                              const Calendar& calendar,
                              base::Date today)
{
    Interruptions all;
    for (const auto& entry : course) {
        if (entry.act == Act::ProcedureBegun)
            all.running = &entry;
        if (entry.act == Act::Extended && entry.period)
            all.extensions.push_back(&entry);
        if (entry.act != Act::ProcedureEnded || all.running == nullptr)
            continue;
        if (stops(guide, *all.running))
            all.suspensions.push_back(
                {base::hallDate(all.running->at), entry.until.value_or(base::hallDate(entry.at))});
        all.running = nullptr;
    }
    if (all.running != nullptr && stops(guide, *all.running)) {
        // Still under way: the days until it is expected to end, at least until today, do not count.
        const auto from = base::hallDate(all.running->at);
        all.suspensions.push_back(
            {from, std::max({from, today, toldEnd(*all.running, calendar).value_or(today)})});
        all.paused = true;
    }
    return all;
}

class Reckoning
{
  public:
    Reckoning(const Guide& guide,
              std::span<const CourseEntry> course,
              const Calendar& calendar,
              const Office& office,
              base::Timestamp now)
        : m_guide(guide)
        , m_course(course)
        , m_calendar(calendar)
        , m_office(office)
        , m_site(hoursOf(office, course))
        , m_now(now)
        , m_state(stateOf(course))
    {}

    std::vector<CaseClock> run()
    {
        addCorrection();
        addAnswer();
        addLimits();
        addDeferrals();
        addProcedure();
        addDelivery();
        return std::move(m_clocks);
    }

  private:
    void add(ClockKind kind, base::Timestamp from, Deadline deadline, std::string subject = {})
    {
        const auto light = lightOf(deadline, from, m_now, m_calendar);
        m_clocks.push_back({kind, from, std::move(deadline), light, std::move(subject)});
    }

    void addCorrection()
    {
        const auto& rule = m_guide.limits.correction;
        const auto window = windowOf(rule);
        const bool onTheSpot = window.unit == TimeUnit::OnSpot && !silenceAccepts(rule);
        if ((m_state != Submitted && m_state != Returned) || window.unit == TimeUnit::None || onTheSpot)
            return;
        const auto from = receiptOf(m_course);
        add(ClockKind::Correction, from, deadlineFrom(from, window, m_calendar, m_site));
    }

    void addAnswer()
    {
        if (m_state != CorrectionRequested)
            return;
        if (auto last = correctBy(m_guide, m_course, m_calendar, m_office))
            add(ClockKind::Resubmission, askedAt(m_course), std::move(*last));
    }

    void addLimits()
    {
        const auto& limits = m_guide.limits;
        const bool fromReceipt = limits.clockStarts == ClockStart::Received;
        const bool waits = fromReceipt && (m_state == Submitted || m_state == Returned);
        if (!waits && !traitsOf(m_state).limitRuns)
            return;
        const auto accepted = acceptanceOf(m_course);
        const auto from = fromReceipt || !accepted ? receiptOf(m_course) : *accepted;
        const auto moved = interruptionsOf(m_guide, m_course, m_calendar, base::hallDate(m_now));
        for (const auto& [kind, period] :
             {std::pair(ClockKind::Promised, &limits.promised), std::pair(ClockKind::Legal, &limits.legal)})
        {
            if (period->unit == TimeUnit::None)
                continue;
            add(kind, from, limitOf(from, *period, moved));
            if (moved.paused)
                m_clocks.back().light = Light::Paused;
        }
    }

    /// A limit that had passed when the time was extended stays passed: no extension hides that a promise was broken.
    [[nodiscard]] Deadline limitOf(base::Timestamp from,
                                   const Period& period,
                                   const Interruptions& moved) const
    {
        auto limit = deadlineFrom(from, period, m_calendar, m_site, moved.suspensions);
        for (const auto* extension : moved.extensions)
            if (!wasOver(limit, extension->at))
                limit =
                    extended(std::move(limit), {*extension->period}, m_calendar, m_site, moved.suspensions);
        return limit;
    }

    void addDeferrals()
    {
        if (!traitsOf(m_state).takesSupplements)
            return;
        for (const auto& deferral : openDeferrals(m_course)) {
            const auto* put = findLast(m_course, Act::Deferred);
            add(ClockKind::Deferral,
                put ? put->at : m_now,
                Deadline{{}, deferral.until, {}},
                deferral.material);
        }
    }

    void addProcedure()
    {
        const auto moved = interruptionsOf(m_guide, m_course, m_calendar, base::hallDate(m_now));
        if (m_state != Suspended || moved.running == nullptr)
            return;
        const auto& begun = *moved.running;
        const auto* procedure = procedureOf(m_guide, begun.procedure);
        Deadline deadline{begun.period.value_or(Period{}), toldEnd(begun, m_calendar), {}};
        if (!begun.until && !begun.period && procedure != nullptr && procedure->max)
            deadline = deadlineFrom(begun.at, *procedure->max, m_calendar, m_site);
        add(ClockKind::Procedure, begun.at, std::move(deadline), begun.procedure);
    }

    void addDelivery()
    {
        const auto limit = law(regimeOf(m_guide)).deliveryLimit;
        const auto* approved = findLast(m_course, Act::Approved);
        if ((m_state != Approved && m_state != Certified) || !limit || approved == nullptr)
            return;
        add(ClockKind::Delivery, approved->at, deadlineFrom(approved->at, *limit, m_calendar, m_site));
    }

    const Guide& m_guide;
    std::span<const CourseEntry> m_course;
    const Calendar& m_calendar;
    const Office& m_office;
    const Site* m_site;
    base::Timestamp m_now;
    CaseState m_state;
    std::vector<CaseClock> m_clocks;
};

bool isKeptByTheOffice(const CaseClock& clock)
{
    switch (clock.kind) {
    case ClockKind::Correction:
    case ClockKind::Promised:
    case ClockKind::Legal:
    case ClockKind::Delivery: return clock.light != Light::Paused;
    case ClockKind::Resubmission:
    case ClockKind::Deferral:
    case ClockKind::Procedure: return false;
    }
    return false;
}

}  // namespace

base::Timestamp askedAt(std::span<const CourseEntry> course)
{
    const auto* asked = findLast(course, Act::CorrectionRequested);
    if (asked == nullptr)
        return {};
    for (const auto& entry : course)
        if (entry.n > asked->n && entry.act == Act::NoticeHandedOver
            && entry.paper == nameOf(PaperKind::OneTimeNotice))
            return entry.at;
    return asked->at;
}

bool isToldLate(const Guide& guide,
                std::span<const CourseEntry> course,
                const Calendar& calendar,
                const Office& office,
                base::Timestamp handed)
{
    const auto* asked = findLast(course, Act::CorrectionRequested);
    const bool made = asked != nullptr && asked->paper == nameOf(PaperKind::OneTimeNotice);
    if (stateOf(course) != CorrectionRequested || made || askedAt(course) != asked->at)
        return false;
    const auto& rule = guide.limits.correction;
    const auto window = windowOf(rule);
    if (window.unit == TimeUnit::None || (window.unit == TimeUnit::OnSpot && !silenceAccepts(rule)))
        return false;
    return wasOver(deadlineFrom(receiptOf(course), window, calendar, hoursOf(office, course)), handed);
}

std::optional<Period> timeToCorrect(const Guide& guide, const Office& office)
{
    const bool sameApplication =
        !law(regimeOf(guide)).correctionIsNewReceipt && !guide.limits.correction.resubmissionIsNewCase();
    return sameApplication ? office.lapse : std::nullopt;
}

std::optional<Deadline> correctBy(const Guide& guide,
                                  std::span<const CourseEntry> course,
                                  const Calendar& calendar,
                                  const Office& office)
{
    const auto* asked = findLast(course, Act::CorrectionRequested);
    const auto time = timeToCorrect(guide, office);
    if (!asked || !time)
        return std::nullopt;
    auto last = deadlineFrom(askedAt(course), *time, calendar, hoursOf(office, course));
    // What the applicant was told holds, also when the office has set a shorter time since.
    if (asked->until && last.date && *asked->until > *last.date)
        last = {last.period, asked->until, {}};
    return last;
}

const Site* hoursOf(const Office& office, std::span<const CourseEntry> course)
{
    for (const auto& entry : course)
        if (const auto* site = entry.site.empty() ? nullptr : office.findSite(entry.site))
            return site;
    return office.sites.empty() ? nullptr : &office.sites.front();
}

std::vector<CaseClock> clocks(const Guide& guide,
                              std::span<const CourseEntry> course,
                              const Calendar& calendar,
                              const Office& office,
                              base::Timestamp now)
{
    return Reckoning(guide, course, calendar, office, now).run();
}

const CaseClock* dueClock(std::span<const CaseClock> clocks)
{
    const CaseClock* first = nullptr;
    const auto endOf = [](const CaseClock& clock) {
        // A day lasts to its end: an hour of it comes before.
        return clock.deadline.moment.value_or(
            base::Timestamp(std::chrono::sys_days(*clock.deadline.date) + std::chrono::days(1))
            - base::HallOffset);
    };
    for (const auto& clock : clocks)
        if (isKeptByTheOffice(clock) && clock.deadline.date
            && (first == nullptr || endOf(clock) < endOf(*first)))
            first = &clock;
    return first;
}

}  // namespace forms
