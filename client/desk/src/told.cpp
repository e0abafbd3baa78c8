#include <desk/told.h>

#include <forms/applicant.h>
#include <forms/citation.h>
#include <forms/law.h>

#include <algorithm>

namespace desk {

namespace {

using forms::Act;
using forms::CaseState;
using forms::Outcome;
using i18n::phrase;

/// Steps that are told, and those after which what was told before is past.
bool isTold(Act act)
{
    return act == Act::CorrectionRequested || act == Act::Returned || act == Act::NotAccepted
           || act == Act::Refused || act == Act::Lapsed || act == Act::Terminated || act == Act::Withdrawn;
}

bool isPast(Act act)
{
    return act == Act::Resubmitted || act == Act::Accepted || act == Act::DeemedAccepted
           || act == Act::Supplied;
}

const forms::CourseEntry* newestTold(std::span<const forms::CourseEntry> course)
{
    const forms::CourseEntry* told = nullptr;
    for (const auto& entry : course) {
        if (isTold(entry.act))
            told = &entry;
        if (isPast(entry.act))
            told = nullptr;
    }
    return told;
}

const forms::Route* routeOf(const forms::Guide& guide, const forms::CourseEntry& entry)
{
    for (const auto& cite : entry.cites)
        for (const auto& route : guide.routes)
            if (forms::citationOf(guide, cite).route == route.id)
                return &route;
    return nullptr;
}

std::optional<Outcome> outcomeOf(const forms::Guide& guide,
                                 std::span<const forms::CourseEntry> course,
                                 const forms::CourseEntry& entry)
{
    if (entry.act == Act::CorrectionRequested)
        return Outcome::OneTimeNotice;
    if (entry.act == Act::Refused)
        return Outcome::Refusal;
    if (entry.act == Act::NotAccepted) {
        const auto* route = routeOf(guide, entry);
        return route ? forms::outcomeOf(route->outcome) : Outcome::NotAccepted;
    }
    return entry.act == Act::Returned ? std::nullopt : forms::terminationOf(course);
}

std::string lawOf(const forms::Guide& guide,
                  const forms::Case& draft,
                  std::span<const forms::CourseEntry> course,
                  const forms::CourseEntry& entry)
{
    const auto outcome = outcomeOf(guide, course, entry);
    if (!outcome)
        return {};
    const auto applicants = forms::applicantsOf(guide, draft);
    const bool business = forms::isBusiness(guide, applicants.empty() ? nullptr : &applicants.front());
    auto law = forms::groundOf(guide, *outcome, business);
    if (const auto* route = routeOf(guide, entry); route && !route->basis.empty())
        law += (law.empty() ? "" : "；") + route->basis;
    return law;
}

i18n::Phrase toPrint(forms::PaperKind kind)
{
    return phrase("Print “{paper}” and hand it over", {base::word("paper", titleOf(kind))});
}

void addMissed(std::vector<i18n::Phrase>& todo,
               const forms::Guide& guide,
               std::span<const forms::CourseEntry> course)
{
    for (const auto& deferral : forms::openDeferrals(course)) {
        const auto* material = guide.findMaterial(deferral.material);
        const std::vector<base::Argument> words{{"material", material ? material->name : deferral.material},
                                                {"date", base::formatDate(deferral.until)}};
        todo.push_back(
            deferral.missed
                ? phrase("{material} was to be handed in by {date} and was not. Take it in, or ask the approver to end "
                         "the case",
                         words)
                : phrase("{material} is to be handed in by {date}", words));
    }
}

}  // namespace

std::optional<Told> toldOf(const forms::Guide& guide,
                           const forms::Case& draft,
                           std::span<const forms::CourseEntry> course,
                           std::span<const forms::Annotation> marks)
{
    const auto* entry = newestTold(course);
    if (!entry)
        return std::nullopt;
    Told told;
    told.act = entry->act;
    told.at = entry->at;
    told.reason = entry->reason;
    told.law = lawOf(guide, draft, course, *entry);
    for (const auto& cite : entry->cites)
        if (auto text = forms::citedText(guide, forms::citationOf(guide, cite)); !text.empty())
            told.grounds.push_back(std::move(text));
    if (entry->act == Act::CorrectionRequested || entry->act == Act::Returned) {
        told.items = forms::correctionItems(guide, *entry, marks);
        told.reason = forms::correctionText(guide, *entry, marks);
    }
    return told;
}

std::vector<i18n::Phrase> todoOf(const forms::Guide& guide,
                                 const forms::Case& draft,
                                 std::span<const forms::CourseEntry> course,
                                 std::span<const forms::PaperDue> papersDue)
{
    std::vector<i18n::Phrase> todo;
    for (const auto& due : papersDue)
        todo.push_back(toPrint(due.kind));
    if (draft.state == CaseState::Draft) {
        if (draft.revision > 1)
            todo.push_back(phrase("Finish the revision that was begun and seal it"));
        return todo;
    }
    switch (forms::stateOf(course)) {
    case CaseState::Returned: todo.push_back(phrase("Scan again what is marked, then seal the case")); break;
    case CaseState::CorrectionRequested:
        todo.push_back(guide.limits.correction.resubmissionIsNewCase()
                           ? phrase("When the applicant brings the papers, take them in as a new case")
                           : phrase("When the applicant brings what is lacking, put the case right and seal it"));
        break;
    case CaseState::Approved:
    case CaseState::Certified:
        if (forms::openDeferrals(course).empty() && forms::stateOf(course) == CaseState::Certified)
            todo.push_back(phrase("Hand the result over"));
        addMissed(todo, guide, course);
        break;
    case CaseState::Refused: todo.push_back(phrase("Hand the decision over")); break;
    case CaseState::Accepted:
    case CaseState::UnderReview:
    case CaseState::Suspended: addMissed(todo, guide, course); break;
    case CaseState::Draft:
    case CaseState::Sealed:
    case CaseState::Submitted:
    case CaseState::NotAccepted:
    case CaseState::Delivered:
    case CaseState::Closed:
    case CaseState::Withdrawn:
    case CaseState::Terminated: break;
    }
    return todo;
}

}  // namespace desk
