#include <forms/allowed.h>

#include <algorithm>

namespace forms {

namespace {

std::string byOfLast(std::span<const CourseEntry> course, Act act)
{
    const auto* entry = findLast(course, act);
    return entry ? entry->by : std::string();
}

bool comesWithARevision(Action action)
{
    return action == Action::Seal || action == Action::Arrive || action == Action::Resubmit
           || action == Action::Supply;
}

bool decidesCases(const Person& person)
{
    return person.has(Role::Reviewer) || person.has(Role::Approver) || person.has(Role::Certifier);
}

bool ignoresClaim(Action action, const Person& person)
{
    return action == Action::Withdraw || action == Action::SettleFlag
           || (action == Action::Release && person.has(Role::Supervisor));
}

base::Status checkClaim(Action action, std::span<const CourseEntry> course, const Person& person)
{
    const auto holder = claimedBy(course);
    if (holder.empty() || holder == person.user || ignoresClaim(action, person))
        return {};
    return base::fail(base::ErrorCode::Conflict, "{user} works on this case.", {{"user", holder}});
}

base::Status checkDepartment(const Guide& guide, const Office& office, const Person& person)
{
    const auto* department = office.departmentOf(guide.department);
    if (person.department.empty() || !decidesCases(person) || department == nullptr
        || department->id == person.department)
        return {};
    return base::fail(base::ErrorCode::NotAllowed,
                      "This case belongs to {department}.",
                      {{"department", department->name}});
}

/// The first of her roles that works on cases, to say as what a case is claimed.
Role decidingRole(const Person& person)
{
    for (const auto role : person.roles)
        if (role == Role::Reviewer || role == Role::Approver || role == Role::Certifier)
            return role;
    return person.roles.empty() ? Role::Clerk : person.roles.front();
}

/// It came to the back office and still leads to something there.
bool canBeWorkedOn(CaseState state)
{
    return traitsOf(state).underWay && state != CaseState::Draft && state != CaseState::Sealed;
}

/// The steps that change no state and stand in no table.
base::Result<AllowedStep> mayTakeBeside(Action action,
                                        std::span<const CourseEntry> course,
                                        const Person& person)
{
    const auto state = stateOf(course);
    const auto holder = claimedBy(course);
    if (action == Action::Claim) {
        if (!canBeWorkedOn(state))
            return base::fail(base::ErrorCode::NotAllowed, "There is nothing to work on in this case now.");
        if (decidesCases(person) && holder.empty())
            return AllowedStep{decidingRole(person), state};
        return base::fail(base::ErrorCode::NotAllowed,
                          "Only reviewers, approvers and certifiers take cases to work on them.");
    }
    if (action == Action::Release) {
        if (holder.empty() || (holder != person.user && !person.has(Role::Supervisor)))
            return base::fail(base::ErrorCode::NotAllowed, "Nobody works on this case.");
        return AllowedStep{holder == person.user ? decidingRole(person) : Role::Supervisor, state};
    }
    if (openFlags(course).empty())
        return base::fail(base::ErrorCode::NotAllowed, "The case has no open flag.");
    if (!person.has(Role::Supervisor))
        return base::fail(base::ErrorCode::NotAllowed, "Only a supervisor settles flags.");
    return AllowedStep{Role::Supervisor, state};
}

bool isBeside(Action action)
{
    return action == Action::Claim || action == Action::Release || action == Action::SettleFlag;
}

/// What the office itself writes to an applicant, whoever prints it.
bool isOfTheOffice(PaperKind kind)
{
    switch (kind) {
    case PaperKind::OneTimeNotice:
    case PaperKind::NotAcceptedNotice:
    case PaperKind::AcceptanceNotice:
    case PaperKind::DeferralNotice:
    case PaperKind::ProcedureNotice:
    case PaperKind::ExtensionNotice:
    case PaperKind::PaymentNotice:
    case PaperKind::Approval:
    case PaperKind::Refusal:
    case PaperKind::TerminationNotice:
    case PaperKind::RoutingSheet:
    case PaperKind::Result: return true;
    case PaperKind::ReceiptSlip:
    case PaperKind::MaterialList:
    case PaperKind::DeferralCommitment:
    case PaperKind::SupplementSlip:
    case PaperKind::ServiceRecord:
    case PaperKind::HandOverList:
    case PaperKind::Mandate:
    case PaperKind::ApplicationForm:
    case PaperKind::BlankForm:
    case PaperKind::SampleForm:
    case PaperKind::CoverSheet: return false;
    }
    return false;
}

bool keepsPaper(Role role, PaperKind kind)
{
    if (role == Role::Clerk || role == Role::Agent)
        return true;
    if (role == Role::Reviewer || role == Role::Approver)
        return isOfTheOffice(kind);
    return role == Role::Certifier && kind == PaperKind::Result;
}

/// The step in the first of the person's roles that may take it. What stands in the way of a role that the table knows
/// says more than that another one leads nowhere: `leads` tells which do.
template <class Leads, class Take>
auto inSomeRole(const Person& person, const Leads& leads, const Take& take) -> decltype(take(Role::Clock))
{
    decltype(take(Role::Clock)) outcome =
        base::fail(base::ErrorCode::NotAllowed, "{user} has no role here.", {{"user", person.user}});
    bool known = false;
    for (const auto role : person.roles) {
        auto taken = take(role);
        if (taken)
            return taken;
        if (!known)
            outcome = std::move(taken);
        known = known || leads(role);
    }
    return outcome;
}

}  // namespace

bool Person::has(Role role) const
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

CasePast pastOf(const Guide& guide, std::span<const CourseEntry> course, std::span<const ChildCase> children)
{
    CasePast past;
    for (const auto& entry : course)
        if (entry.act == Act::Sealed)
            past.sealedBy.push_back(entry.by);
    past.acceptedBy = byOfLast(course, Act::Accepted);
    past.examinedBy = byOfLast(course, Act::Examined);
    past.approvedBy = byOfLast(course, Act::Approved);
    past.settledAtWindow = guide.handling == Handling::Immediate && guide.decides == DecidedBy::Window;
    past.correctionsRequested = correctionsOf(course);
    past.correctionOnce = guide.limits.correction.once;
    const auto open = openDeferrals(course);
    past.withheld = !open.empty();
    past.deferralMissed =
        std::any_of(open.begin(), open.end(), [](const CourseDeferral& one) { return one.missed; });
    return withChildren(std::move(past), {children.begin(), children.end()});
}

base::Result<AllowedStep> mayTake(Action action,
                                  const Guide& guide,
                                  std::span<const CourseEntry> course,
                                  const Office& office,
                                  const Person& person,
                                  base::Timestamp /*now*/,
                                  std::span<const ChildCase> children)
{
    if (comesWithARevision(action))
        return base::fail(base::ErrorCode::NotAllowed, "This step comes with a sealed revision.");
    if (auto own = checkDepartment(guide, office, person); !own)
        return base::passOn(own);
    if (auto free = checkClaim(action, course, person); !free)
        return base::passOn(free);
    if (isBeside(action))
        return mayTakeBeside(action, course, person);
    const auto past = pastOf(guide, course, children);
    const auto from = stateOf(course);
    const auto leads = [&](Role role) { return findStep(from, action, role) != nullptr; };
    return inSomeRole(person, leads, [&](Role role) -> base::Result<AllowedStep> {
        const auto to = takeStep(from, action, role, person.user, past);
        return to ? base::Result<AllowedStep>(AllowedStep{role, *to}) : base::passOn(to);
    });
}

std::vector<Action> allowed(const Guide& guide,
                            std::span<const CourseEntry> course,
                            const Office& office,
                            const Person& person,
                            base::Timestamp now,
                            std::span<const ChildCase> children)
{
    std::vector<Action> all;
    for (const auto action : allActions())
        if (mayTake(action, guide, course, office, person, now, children))
            all.push_back(action);
    return all;
}

bool isFinishedWith(const Guide& guide,
                    std::span<const CourseEntry> course,
                    const Office& office,
                    const Person& person,
                    base::Timestamp now,
                    std::span<const ChildCase> children)
{
    const auto left = allowed(guide, course, office, person, now, children);
    return std::all_of(left.begin(), left.end(), [](Action action) {
        return isBeside(action) || action == Action::Withdraw;
    });
}

base::Result<Role> mayKeepPaper(PaperKind kind, const Person& person)
{
    for (const auto role : person.roles)
        if (keepsPaper(role, kind))
            return role;
    return base::fail(base::ErrorCode::NotAllowed,
                      "Your role does not keep the paper “{paper}” with a case.",
                      {base::word("paper", titleOf(kind))});
}

base::Result<ChildState> mayTakeChild(ChildAction action,
                                      std::string_view child,
                                      const Guide& guide,
                                      std::span<const CourseEntry> course,
                                      const Person& person,
                                      std::span<const ChildCase> children)
{
    const std::vector<ChildCase> all(children.begin(), children.end());
    const auto* known = findChild(all, child);
    if (known == nullptr)
        return base::fail(
            base::ErrorCode::NotFound, "This case has no part {child}.", {{"child", std::string(child)}});
    if (!settlesChildren(stateOf(course)))
        return base::fail(base::ErrorCode::NotAllowed,
                          "The parts of a case are settled between its acceptance and its decision.");
    const auto past = pastOf(guide, course, children);
    const auto leads = [](Role role) { return role == Role::Reviewer || role == Role::Approver; };
    return inSomeRole(person, leads, [&](Role role) {
        return takeChildStep(known->state, action, role, person.user, past);
    });
}

}  // namespace forms
