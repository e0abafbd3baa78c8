#include "case_people.h"

#include <forms/applicant.h>
#include <forms/case_people.h>

#include <algorithm>
#include <array>

namespace papers {
namespace {

constexpr std::string_view AgentRole = "agent";

/// How guides call the papers an agent's power rests on.
constexpr std::array<std::string_view, 3> Mandates{"委托书", "介绍信", "公函"};

NamedPerson personOf(const forms::Party& party)
{
    return {party.name, party.idNumber, party.phone, party.idType};
}

bool isMandate(const forms::Material& material)
{
    return std::any_of(Mandates.begin(), Mandates.end(), [&material](std::string_view word) {
        return material.name.find(word) != std::string::npos;
    });
}

bool isHeld(const forms::Case& draft, const forms::CaseMaterial& entry)
{
    return entry.paper.originals + entry.paper.copies > 0
           || std::any_of(entry.pages.begin(), entry.pages.end(), [&draft](base::PageId id) {
                  const auto* page = draft.findPage(id);
                  return page != nullptr && !page->discarded;
              });
}

}  // namespace

void addPeople(NoticeFacts& facts, const forms::Guide& guide, const forms::Case& draft)
{
    const auto applicants = forms::applicantsOf(guide, draft);
    for (const auto& party : applicants)
        facts.applicants.push_back(personOf(party));
    facts.business = forms::isBusiness(guide, applicants.empty() ? nullptr : &applicants.front());
    for (const auto& party : forms::partiesOf(guide, draft))
        if (party.role == AgentRole && !party.name.empty() && !facts.agent)
            facts.agent = personOf(party);
    for (const auto& entry : draft.materials)
        if (const auto* material = guide.findMaterial(entry.id);
            facts.agent && material && isMandate(*material) && isHeld(draft, entry)
            && !forms::isOfNobody(guide, draft, entry))
            facts.mandate.push_back(material->name);
}

Issuer issuerOf(const forms::Guide& guide, const forms::Office& office)
{
    Issuer issuer;
    issuer.name = issuer.seal = guide.department.name;
    const auto* department = office.departmentOf(guide.department);
    if (!department)
        return issuer;
    issuer.name = department->name;
    issuer.shortName = department->shortName;
    issuer.seal = department->seal.empty() ? department->name : department->seal;
    issuer.telephone = department->telephone;
    issuer.kind = department->kind;
    issuer.known = true;
    issuer.remedy = department->remedy;
    return issuer;
}

void addCounter(NoticeFacts& facts, const Counter& counter)
{
    facts.centre = counter.centre;
    facts.site = counter.site;
    facts.address = counter.address;
    facts.telephone = counter.telephone;
    facts.complaintTelephone = counter.complaintTelephone;
    facts.clerk = counter.clerk;
    facts.lookUpCode = counter.lookUpCode;
}

NoticeFacts plainFacts(const forms::Guide& guide, const forms::Case& draft, const Desk& desk)
{
    NoticeFacts facts;
    facts.caseId = draft.id.toString();
    facts.number = draft.officialNumber.empty() ? draft.number : draft.officialNumber;
    addCounter(facts, desk.counter);
    facts.issuer = issuerOf(guide, desk.office);
    facts.matter = draft.matterName.empty() ? guide.name() : draft.matterName;
    facts.guideVersion = guide.version;
    facts.legalBasis = guide.legalBasis;
    facts.receivedAt = draft.received;
    facts.madeOn = desk.today;
    facts.correction = guide.limits.correction;
    facts.handOut = {};
    addPeople(facts, guide, draft);
    return facts;
}

}  // namespace papers
