#include <forms/arrival.h>

#include <forms/clocks.h>
#include <forms/completeness.h>
#include <forms/flag.h>
#include <forms/paper_kind.h>
#include <forms/step.h>

#include <algorithm>

namespace forms {

namespace {

tl::unexpected<base::Error> wrongClock(const char* message)
{
    return base::fail(base::ErrorCode::BadInput, message);
}

CourseEntry atTheWindow(Act act, base::Timestamp at, const Manifest& manifest)
{
    CourseEntry entry;
    entry.act = act;
    entry.at = at;
    entry.noted = at;
    entry.by = manifest.sealed.clerk;
    entry.role = Role::Clerk;
    entry.revision = manifest.sealed.revision;
    return entry;
}

bool isOfTheWindow(Act act)
{
    return act == Act::Received || act == Act::NoticeMade || act == Act::NoticeHandedOver
           || act == Act::Deferred || act == Act::Sealed || act == Act::Withdrawn;
}

/// When the paper reached the applicant: handed over, else made, else with the seal.
base::Timestamp handedAt(const Manifest& manifest, PaperKind kind)
{
    for (const auto& notice : manifest.sealed.notices)
        if (notice.kind == nameOf(kind))
            return notice.handed ? notice.handed->at : notice.made.value_or(manifest.sealedAt);
    return manifest.sealedAt;
}

/// Whether it is put off still, by one of those it is asked of.
bool isPutOff(const Manifest& manifest, const std::string& material)
{
    const auto& all = manifest.sealed.materials;
    return std::any_of(all.begin(), all.end(), [&](const CaseMaterial& one) {
        return one.id == material && howOf(one) == MaterialHow::Deferred;
    });
}

bool isHere(const Manifest& manifest, const std::string& material)
{
    const auto& all = manifest.sealed.materials;
    return std::any_of(all.begin(), all.end(), [&](const CaseMaterial& one) {
        return one.id == material && (!one.pages.empty() || one.proof);
    });
}

/// Those that a revision before acceptance puts off no longer: they are here, or its situation does not ask for them.
std::vector<std::string> noLongerPutOff(std::span<const CourseEntry> before, const Manifest& manifest)
{
    std::vector<std::string> settled;
    for (const auto& deferral : openDeferrals(before))
        if (!isPutOff(manifest, deferral.material))
            settled.push_back(deferral.material);
    return settled;
}

class Arrival
{
  public:
    Arrival(const Guide& guide,
            std::span<const CourseEntry> before,
            const Manifest& manifest,
            base::Timestamp now)
        : m_guide(guide)
        , m_manifest(manifest)
        , m_now(now)
        , m_course(before.begin(), before.end())
        , m_begun(before.size())
        , m_state(stateOf(before))
    {}

    std::vector<CourseEntry> run(const Calendar& calendar, const Office& office)
    {
        for (auto entry : windowCourse(m_manifest)) {
            // After acceptance nobody puts off further what was put off once.
            if (entry.act == Act::Deferred && traitsOf(m_state).takesSupplements)
                continue;
            entry.noted = m_now;
            append(m_course, std::move(entry));
        }
        add(Act::Arrived, m_now);
        if (m_begun == 0 && base::hallDate(m_manifest.sealed.received) < m_guide.effectiveFrom)
            append(m_course, flagEntry(FlagCause::WrongClock, byWhom()));
        if (traitsOf(m_state).takesSupplements)
            addSupplied();
        else
            addOutcome(calendar, office);
        return {m_course.begin() + static_cast<std::ptrdiff_t>(m_begun), m_course.end()};
    }

  private:
    CourseEntry& add(Act act, base::Timestamp at)
    {
        auto entry = atTheWindow(act, at, m_manifest);
        entry.noted = m_now;
        append(m_course, std::move(entry));
        return m_course.back();
    }

    [[nodiscard]] StepTaken byWhom() const
    {
        return {m_manifest.sealed.clerk, Role::Clerk, {}, m_now, m_manifest.sealed.revision};
    }

    void addSupplied()
    {
        auto supplied = suppliedBy(m_course, m_manifest);
        if (!supplied.empty() || awaitsRescan(m_course))
            add(Act::Supplied, m_manifest.sealedAt).cites = std::move(supplied);
    }

    void addOutcome(const Calendar& calendar, const Office& office)
    {
        if (traitsOf(m_state).takesRevision) {
            auto settled = noLongerPutOff(m_course, m_manifest);
            add(Act::Resubmitted, m_manifest.sealedAt).cites = std::move(settled);
        }
        // What has ended stays so, whatever comes after it.
        if (stateOf(m_course) != CaseState::Submitted)
            return;
        switch (m_manifest.verdict) {
        case Verdict::Acceptable:
        case Verdict::AcceptableWithDeferral: return;
        case Verdict::NeedsCorrection: addCorrection(calendar, office); return;
        case Verdict::NotNeeded:
        case Verdict::NotCompetent:
        case Verdict::Refused:
            if (!m_manifest.sealed.insisted)
                addNotAccepted();
            return;
        }
    }

    void addCorrection(const Calendar& calendar, const Office& office)
    {
        const auto at = handedAt(m_manifest, PaperKind::OneTimeNotice);
        const auto late = clockEntries(m_guide, m_course, calendar, office, at);
        const auto deemed = std::find_if(late.begin(), late.end(), [](const CourseEntry& entry) {
            return entry.act == Act::DeemedAccepted;
        });
        if (deemed != late.end()) {
            auto entry = *deemed;
            entry.noted = m_now;
            append(m_course, std::move(entry));
            append(m_course, flagEntry(FlagCause::LateNotice, byWhom()));
            return;
        }
        const bool again = m_guide.limits.correction.once && correctionsOf(m_course) > 0;
        auto& entry = add(Act::CorrectionRequested, at);
        entry.paper = nameOf(PaperKind::OneTimeNotice);
        for (const auto& need :
             check(m_guide, checkableCase(m_manifest, m_guide), {m_manifest.today, m_manifest.offline})
                 .missing)
            if (std::find(entry.cites.begin(), entry.cites.end(), need.material) == entry.cites.end())
                entry.cites.push_back(need.material);
        if (again)
            append(m_course, flagEntry(FlagCause::SecondCorrection, byWhom()));
    }

    void addNotAccepted()
    {
        const auto route =
            check(m_guide, checkableCase(m_manifest, m_guide), {m_manifest.today, m_manifest.offline}).route;
        auto& entry = add(Act::NotAccepted, handedAt(m_manifest, PaperKind::NotAcceptedNotice));
        entry.paper = nameOf(PaperKind::NotAcceptedNotice);
        entry.cites = {"route:" + route};
    }

    const Guide& m_guide;
    const Manifest& m_manifest;
    base::Timestamp m_now;
    Course m_course;
    std::size_t m_begun;
    CaseState m_state;
};

}  // namespace

base::Status checkTimes(const Manifest& manifest, base::Timestamp now)
{
    const auto& content = manifest.sealed;
    if (manifest.today != base::hallDate(manifest.sealedAt) || content.received > manifest.sealedAt)
        return wrongClock(
            "The times of the manifest contradict each other: the clock of the workstation was changed between receipt "
            "and sealing. Set it right and seal the case again.");
    for (const auto& entry : content.course)
        if (entry.at > manifest.sealedAt)
            return wrongClock(
                "Something in the course of the case is dated after its sealing: the clock of the workstation was "
                "changed. Set it right and seal the case again.");
    if (manifest.sealedAt > now + ClockTolerance)
        return wrongClock(
            "The clock of the workstation that sealed the case is ahead of the back office. Set it right, recall the case "
            "and seal it again.");
    return {};
}

Course windowCourse(const Manifest& manifest)
{
    Course course;
    for (const auto& entry : manifest.sealed.course)
        if (isOfTheWindow(entry.act) && entry.at <= manifest.sealedAt) {
            auto own = entry;
            own.revision = manifest.sealed.revision;
            append(course, std::move(own));
        }
    // Clocks run from the receipt that is signed beside the course, and from no other.
    std::erase_if(course, [](const CourseEntry& entry) { return entry.act == Act::Received; });
    if (manifest.sealed.revision == 1)
        course.insert(course.begin(), atTheWindow(Act::Received, manifest.sealed.received, manifest));
    const bool known = findLast(course, Act::Deferred) != nullptr;
    for (const auto& material : manifest.sealed.materials)
        if (!known && howOf(material) == MaterialHow::Deferred) {
            auto entry = atTheWindow(Act::Deferred, manifest.sealedAt, manifest);
            entry.cites = {material.id};
            entry.until = material.deferredUntil;
            append(course, std::move(entry));
        }
    // Who sealed is whose key signed the manifest, whatever the course in it says.
    std::erase_if(course, [](const CourseEntry& entry) { return entry.act == Act::Sealed; });
    append(course, atTheWindow(Act::Sealed, manifest.sealedAt, manifest));
    for (std::size_t i = 0; i < course.size(); ++i)
        course[i].n = static_cast<int>(i) + 1;
    return course;
}

std::vector<std::string> suppliedBy(std::span<const CourseEntry> before, const Manifest& manifest)
{
    std::vector<std::string> supplied;
    for (const auto& deferral : openDeferrals(before))
        if (isHere(manifest, deferral.material) && !isPutOff(manifest, deferral.material))
            supplied.push_back(deferral.material);
    return supplied;
}

std::vector<CourseEntry> arrivalEntries(const Guide& guide,
                                        std::span<const CourseEntry> before,
                                        const Manifest& manifest,
                                        const Calendar& calendar,
                                        const Office& office,
                                        base::Timestamp now)
{
    return Arrival(guide, before, manifest, now).run(calendar, office);
}

CaseState arrivalState(const Guide& guide,
                       std::span<const CourseEntry> before,
                       const Manifest& manifest,
                       const Calendar& calendar,
                       const Office& office,
                       base::Timestamp now)
{
    Course course(before.begin(), before.end());
    for (auto& entry : arrivalEntries(guide, before, manifest, calendar, office, now))
        course.push_back(std::move(entry));
    return stateOf(course);
}

}  // namespace forms
