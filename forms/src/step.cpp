#include <forms/step.h>

#include <forms/clocks.h>
#include <forms/law.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

tl::unexpected<base::Error> missing(const char* message)
{
    return base::fail(base::ErrorCode::BadInput, message);
}

tl::unexpected<base::Error> missingReason()
{
    return missing("This step is told to the applicant in writing: give the reason.");
}

bool needsReason(Action action)
{
    return action == Action::RequestCorrection || action == Action::ReturnToWindow
           || action == Action::NotAccept || action == Action::Refuse || action == Action::Withdraw
           || action == Action::Terminate || action == Action::Extend;
}

const SpecialProcedure* procedureOf(const Guide& guide, const std::string& code)
{
    const auto& known = guide.limits.specialProcedures;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.code == code; });
    return found == known.end() ? nullptr : &*found;
}

base::Status checkSuspend(const StepRequest& request, const Guide& guide, base::Timestamp now)
{
    if (procedureOf(guide, request.procedure) == nullptr)
        return missing("A special procedure is one of the guide: name its code.");
    if (!request.until && !request.period)
        return missing(
            "The applicant is told how long a special procedure takes: say until when, or how long.");
    if (request.until && *request.until < base::hallDate(now))
        return missing("A special procedure does not end before it begins.");
    return {};
}

base::Status checkResume(const StepRequest& request, std::span<const CourseEntry> course, base::Timestamp now)
{
    const auto* begun = findLast(course, Act::ProcedureBegun);
    if (request.until && begun != nullptr && *request.until < base::hallDate(begun->at))
        return missing("A special procedure does not end before it began.");
    if (request.until && *request.until > base::hallDate(now))
        return missing("A special procedure is ended when it has ended, not before.");
    return {};
}

const CaseClock* findClock(std::span<const CaseClock> running, ClockKind kind)
{
    const auto found = std::find_if(
        running.begin(), running.end(), [kind](const CaseClock& clock) { return clock.kind == kind; });
    return found == running.end() ? nullptr : &*found;
}

/// The limit has not passed: the law's, which is what a law lets be extended (行政许可法 art. 42, 市场主体登记管理条例 art. 19);
/// where it sets none, what was promised.
bool isInTime(std::span<const CaseClock> running, base::Timestamp now)
{
    const auto* legal = findClock(running, ClockKind::Legal);
    const auto* limit = legal != nullptr ? legal : findClock(running, ClockKind::Promised);
    if (limit == nullptr)
        return true;
    if (limit->deadline.moment)
        return now <= *limit->deadline.moment;
    return !limit->deadline.date || base::hallDate(now) <= *limit->deadline.date;
}

base::Status checkExtend(const StepRequest& request,
                         const Guide& guide,
                         std::span<const CourseEntry> course,
                         const Calendar& calendar,
                         const Office& office,
                         base::Timestamp now)
{
    const auto& extension = guide.limits.extension;
    if (!extension)
        return base::fail(base::ErrorCode::NotAllowed, "The guide of this matter allows no extension.");
    if (findLast(course, Act::Extended) != nullptr)
        return base::fail(base::ErrorCode::NotAllowed, "The limit of this case was extended already.");
    if (!request.period || request.period->unit != extension->unit || !request.period->n
        || *request.period->n < 1 || *request.period->n > extension->n.value_or(0))
        return missing("An extension has a length, at most the guide's and in its unit.");
    if (!isInTime(clocks(guide, course, calendar, office, now), now))
        return base::fail(base::ErrorCode::NotAllowed,
                          "The limit has passed: it can be extended only before it ends.");
    return {};
}

base::Status checkFlag(const StepRequest& request, std::span<const CourseEntry> course)
{
    const auto open = openFlags(course);
    if (request.cites.size() != 1 || std::find(open.begin(), open.end(), request.cites.front()) == open.end())
        return missing("Name the flag that is settled by its cause.");
    return request.reason.empty() ? missing("Say how the flag was settled.") : base::Status();
}

CourseEntry entryOf(Act act, const StepTaken& taken)
{
    CourseEntry entry;
    entry.act = act;
    entry.at = taken.at;
    entry.noted = taken.at;
    entry.by = taken.user;
    entry.role = taken.role;
    entry.site = taken.site;
    entry.revision = taken.revision;
    return entry;
}

CourseEntry entryOf(Act act, const StepRequest& request, const StepTaken& taken, const Guide& guide)
{
    auto entry = entryOf(act, taken);
    entry.cites = request.cites;
    entry.until = request.until;
    entry.period = request.period;
    entry.procedure = request.procedure;
    entry.taker = request.taker;
    entry.reason = request.reason;
    if (act == Act::Delivered) {
        if (!request.how.empty())
            entry.cites = {request.how};
        if (!request.proof.empty())
            entry.reason = request.proof;
    }
    if (act == Act::ProcedureBegun)
        if (const auto* procedure = procedureOf(guide, request.procedure); procedure && entry.reason.empty())
            entry.reason = procedure->name;
    return entry;
}

/// Beyond the guide's `max`, as it is planned or as it ended.
bool overruns(const StepRequest& request,
              const StepTaken& taken,
              const Guide& guide,
              std::span<const CourseEntry> course,
              const Calendar& calendar)
{
    const bool ends = request.action == Action::Resume;
    const auto* begun = ends ? findLast(course, Act::ProcedureBegun) : nullptr;
    const auto* procedure = procedureOf(guide, begun ? begun->procedure : request.procedure);
    if ((!ends && request.action != Action::Suspend) || procedure == nullptr || !procedure->max)
        return false;
    const auto start = base::hallDate(begun ? begun->at : taken.at);
    const auto last = dueDate(start, *procedure->max, calendar);
    auto end = request.until;
    if (!end && request.period)
        if (const auto planned = dueDate(start, *request.period, calendar))
            end = *planned;
    if (!end && ends)
        end = base::hallDate(taken.at);
    return last && end && *end > *last;
}

bool missedSomething(std::span<const CourseEntry> course)
{
    const auto open = openDeferrals(course);
    return std::any_of(open.begin(), open.end(), [](const CourseDeferral& one) { return one.missed; });
}

std::vector<FlagCause> flagsOf(const StepRequest& request,
                               const StepTaken& taken,
                               const Guide& guide,
                               std::span<const CourseEntry> course,
                               const Calendar& calendar)
{
    std::vector<FlagCause> causes;
    if (request.action == Action::RequestCorrection && correctionsOf(course) > 0)
        causes.push_back(FlagCause::SecondCorrection);
    if (request.action == Action::RequestCorrection && asksBeyond(request.reason, request.cites, guide))
        causes.push_back(FlagCause::FreeTextDemand);
    if (overruns(request, taken, guide, course, calendar))
        causes.push_back(FlagCause::ProcedureOverrun);
    if (request.action == Action::Terminate && !missedSomething(course))
        causes.push_back(FlagCause::EndedUndecided);
    return causes;
}

}  // namespace

std::optional<Act> actOf(Action action)
{
    switch (action) {
    case Action::Accept: return Act::Accepted;
    case Action::RequestCorrection: return Act::CorrectionRequested;
    case Action::ReturnToWindow: return Act::Returned;
    case Action::NotAccept: return Act::NotAccepted;
    case Action::Lapse: return Act::Lapsed;
    case Action::DeemAccepted: return Act::DeemedAccepted;
    case Action::Examine: return Act::Examined;
    case Action::Suspend: return Act::ProcedureBegun;
    case Action::Resume: return Act::ProcedureEnded;
    case Action::Extend: return Act::Extended;
    case Action::Approve: return Act::Approved;
    case Action::Refuse: return Act::Refused;
    case Action::Certify: return Act::Certified;
    case Action::Deliver: return Act::Delivered;
    case Action::Close: return Act::Closed;
    case Action::Withdraw: return Act::Withdrawn;
    case Action::Terminate: return Act::Terminated;
    case Action::Claim: return Act::Claimed;
    case Action::Release: return Act::Released;
    case Action::SettleFlag: return Act::FlagSettled;
    case Action::Seal:
    case Action::Arrive:
    case Action::Resubmit:
    case Action::Supply:
    case Action::Settle: return std::nullopt;
    }
    return std::nullopt;
}

base::Status checkStep(const StepRequest& request,
                       const Guide& guide,
                       std::span<const CourseEntry> course,
                       const Calendar& calendar,
                       const Office& office,
                       base::Timestamp now)
{
    if (needsReason(request.action) && request.reason.empty())
        return missingReason();
    if (auto grounded = checkGround(guide, request.action, request.cites); !grounded)
        return grounded;
    if (request.action == Action::Suspend)
        return checkSuspend(request, guide, now);
    if (request.action == Action::Resume)
        return checkResume(request, course, now);
    if (request.action == Action::Extend)
        return checkExtend(request, guide, course, calendar, office, now);
    return request.action == Action::SettleFlag ? checkFlag(request, course) : base::Status();
}

base::Status checkChildStep(ChildAction action, const std::string& reason)
{
    if (action == ChildAction::Refuse && reason.empty())
        return missingReason();
    return {};
}

std::vector<CourseEntry> entriesOf(const StepRequest& request,
                                   const StepTaken& taken,
                                   const Guide& guide,
                                   std::span<const CourseEntry> course,
                                   const Calendar& calendar)
{
    std::vector<CourseEntry> entries;
    if (const auto act = actOf(request.action))
        entries.push_back(entryOf(*act, request, taken, guide));
    if (request.action == Action::Settle) {
        for (const auto act : {Act::Accepted, Act::Examined, Act::Approved})
            entries.push_back(entryOf(act, taken));
        entries.push_back(entryOf(Act::Delivered, request, taken, guide));
    }
    for (const auto cause : flagsOf(request, taken, guide, course, calendar))
        entries.push_back(flagEntry(cause, taken));
    return entries;
}

CourseEntry flagEntry(FlagCause cause, const StepTaken& taken)
{
    auto entry = entryOf(Act::Flagged, taken);
    entry.cites = {std::string(nameOf(cause))};
    return entry;
}

}  // namespace forms
