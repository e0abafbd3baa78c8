#include <papers/case_facts.h>

#include <papers/hand_out.h>

#include "case_materials.h"
#include "situation_text.h"
#include "wording.h"

namespace papers {
namespace {

void addPeople(NoticeFacts& facts, const forms::Guide& guide, const forms::Case& draft)
{
    const auto parties = forms::partiesOf(guide, draft);
    for (const auto& party : parties) {
        const NamedPerson person{party.name, party.idNumber, party.phone};
        if (party.role == "agent" && !facts.agent) {
            facts.agent = person;
        } else if (party.role == "applicant" && facts.applicant.name.empty()) {
            facts.applicant = person;
        }
    }
    if (facts.applicant.name.empty() && !parties.empty()) {
        facts.applicant = {parties.front().name, parties.front().idNumber, parties.front().phone};
    }
}

/// Absent where the regime tells on the spot or names no window.
std::optional<DueDay> correctionDue(const forms::Guide& guide,
                                    const forms::Case& draft,
                                    const forms::Calendar& calendar)
{
    const auto& window = guide.limits.correction.window;
    if (window.unit == forms::TimeUnit::OnSpot || window.unit == forms::TimeUnit::None) {
        return std::nullopt;
    }
    const auto due = forms::dueDate(base::hallDate(draft.received), window, calendar);
    return DueDay{due ? std::optional(*due) : std::nullopt, window};
}

std::optional<Refusal> refusalOf(const forms::Guide& guide, const forms::Completeness& completeness)
{
    for (const auto& route : guide.routes) {
        if (!completeness.route.empty() && route.id == completeness.route) {
            return Refusal{route.outcome, route.text, {}};
        }
    }
    return std::nullopt;
}

}  // namespace

NoticeFacts factsOf(const forms::Guide& guide,
                    const forms::Case& draft,
                    const forms::Completeness& completeness,
                    const forms::Calendar& calendar,
                    const Counter& counter,
                    base::Date today)
{
    NoticeFacts facts;
    facts.caseId = draft.id.toString();
    facts.number = draft.officialNumber.empty() ? draft.number : draft.officialNumber;
    facts.lookUpCode = counter.lookUpCode;
    facts.centre = counter.centre;
    facts.window = counter.window;
    facts.telephone = counter.telephone;
    facts.complaintTelephone = counter.complaintTelephone;
    facts.clerk = counter.clerk;
    facts.matter = draft.matterName.empty() ? guide.name() : draft.matterName;
    facts.situation = situationText(guide, completeness.visibleQuestions, draft.answers);
    facts.guideVersion = guide.code + " " + guide.version;
    facts.legalBasis = guide.legalBasis;
    facts.receivedAt = draft.received;
    facts.madeOn = today;
    facts.correction = guide.limits.correction;
    facts.correctionDue = correctionDue(guide, draft, calendar);
    facts.refusal = refusalOf(guide, completeness);
    facts.handOut = handOutOf(guide, draft.answers, calendar, draft.received);
    addPeople(facts, guide, draft);
    addMaterials(facts, guide, draft, completeness);
    addCorrections(facts, guide, draft, completeness);
    return facts;
}

}  // namespace papers
