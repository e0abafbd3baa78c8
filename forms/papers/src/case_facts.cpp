#include <papers/case_facts.h>

#include <papers/hand_out.h>

#include "case_materials.h"
#include "case_people.h"
#include "situation_text.h"

#include <forms/clocks.h>
#include <forms/deadlines.h>
#include <forms/law.h>

namespace papers {
namespace {

bool hasNoTime(const forms::Period& period)
{
    return period.unit == forms::TimeUnit::OnSpot || period.unit == forms::TimeUnit::None;
}

/// Absent where the regime tells on the spot or names no window.
std::optional<DueDay> correctionDue(const forms::Guide& guide, const forms::Case& draft, const Desk& desk)
{
    const auto window = forms::windowOf(guide.limits.correction);
    if (hasNoTime(window))
        return std::nullopt;
    const auto* site = forms::hoursOf(desk.office, draft.course);
    return DueDay{forms::deadlineFrom(draft.received, window, desk.calendar, site).date, window};
}

/// Only where the office sets a time, and the applicant corrects the same application.
std::optional<DueDay> supplementDue(const forms::Guide& guide, const Desk& desk)
{
    const auto time = forms::timeToCorrect(guide, desk.office);
    if (!time)
        return std::nullopt;
    const auto due = forms::dueDate(desk.today, *time, desk.calendar);
    return DueDay{due ? std::optional(*due) : std::nullopt, *time};
}

std::optional<Refusal> refusalOf(const forms::Guide& guide, const forms::Completeness& completeness)
{
    for (const auto& route : guide.routes)
        if (!completeness.route.empty() && route.id == completeness.route)
            return Refusal{forms::outcomeOf(route.outcome), {route.text}, route.basis, route.authority};
    return std::nullopt;
}

}  // namespace

Counter counterAt(const forms::Site& site, Counter counter)
{
    counter.site = site.name;
    counter.address = site.address;
    if (!site.telephone.empty())
        counter.telephone = site.telephone;
    if (!site.complaints.empty())
        counter.complaintTelephone = site.complaints;
    return counter;
}

NoticeFacts factsOf(const forms::Guide& guide,
                    const forms::Case& draft,
                    const forms::Completeness& completeness,
                    const Desk& desk)
{
    auto facts = plainFacts(guide, draft, desk);
    facts.situation = situationText(guide, completeness.visibleQuestions, draft.answers);
    facts.correctionDue = correctionDue(guide, draft, desk);
    facts.supplementDue = supplementDue(guide, desk);
    facts.refusal = refusalOf(guide, completeness);
    facts.handOut = handOutOf(guide, draft.answers, desk.calendar, draft.received);
    addMaterials(facts, guide, draft, completeness);
    addCorrections(facts, guide, draft, completeness);
    return facts;
}

}  // namespace papers
