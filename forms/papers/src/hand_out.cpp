#include <papers/hand_out.h>

#include "case_people.h"
#include "situation_text.h"

#include <forms/completeness.h>

#include <algorithm>

namespace papers {

namespace {

/// An application nobody has handed anything in for: what the check says of it is what the situation asks for.
forms::Completeness checkOf(const forms::Guide& guide, const forms::Answers& answers, base::Timestamp now)
{
    forms::Case nothing;
    nothing.answers = answers;
    return forms::check(guide, nothing, {base::hallDate(now), false});
}

}  // namespace

HandOut handOutOf(const forms::Guide& guide,
                  const forms::Answers& answers,
                  const forms::Calendar& calendar,
                  base::Timestamp received)
{
    const auto visible = forms::visibleAnswers(guide, answers);
    const auto completeness = checkOf(guide, answers, received);
    HandOut handOut;
    for (const auto& route : guide.routes)
        if (route.id == completeness.route)
            handOut.ending = route.text;
    for (const auto& material : guide.materials)
        if (handOut.ending.empty() && material.when.holds(visible))
            handOut.materials.push_back(material);
    for (const auto& id : completeness.visibleQuestions)
        if (const auto* question = guide.findQuestion(id); question != nullptr && !visible.contains(id))
            handOut.openQuestions.push_back(question->text);
    handOut.conditions = guide.conditions;
    handOut.fees = guide.fees;
    handOut.limits = guide.limits;
    handOut.results = guide.results;
    handOut.children = forms::planChildren(guide, visible, received, calendar);
    handOut.department = guide.department;
    handOut.jointDepartments = guide.jointDepartments;
    handOut.visits = guide.visits;
    return handOut;
}

NoticeFacts handOutFacts(const forms::Guide& guide,
                         const forms::Answers& answers,
                         const Desk& desk,
                         base::Timestamp now)
{
    NoticeFacts facts;
    facts.caseId = guide.code;
    addCounter(facts, desk.counter);
    facts.issuer = issuerOf(guide, desk.office);
    facts.matter = guide.name();
    facts.situation = situationText(
        guide, checkOf(guide, answers, now).visibleQuestions, forms::visibleAnswers(guide, answers));
    facts.guideVersion = guide.version;
    facts.legalBasis = guide.legalBasis;
    facts.receivedAt = now;
    facts.madeOn = base::hallDate(now);
    facts.correction = guide.limits.correction;
    facts.handOut = handOutOf(guide, answers, desk.calendar, now);
    return facts;
}

}  // namespace papers
