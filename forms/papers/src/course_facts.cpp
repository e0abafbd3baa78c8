#include <papers/case_facts.h>

#include <papers/hand_out.h>

#include "case_materials.h"
#include "case_people.h"
#include "situation_text.h"
#include "wording.h"

#include <forms/citation.h>
#include <forms/clocks.h>
#include <forms/deadlines.h>

#include <algorithm>

namespace papers {
namespace {

using forms::Act;
using forms::CitationKind;
using forms::Outcome;

std::vector<std::string> citedTexts(const forms::Guide& guide, const std::vector<std::string>& cites)
{
    std::vector<std::string> texts;
    for (const auto& cite : cites)
        if (auto text = forms::citedText(guide, forms::citationOf(guide, cite)); !text.empty())
            texts.push_back(std::move(text));
    return texts;
}

/// Conditions and points say what ought to be: a denial says that it is not so.
std::vector<std::string> deniedTexts(const forms::Guide& guide, const std::vector<std::string>& cites)
{
    std::vector<std::string> texts;
    for (const auto& cite : cites) {
        const auto citation = forms::citationOf(guide, cite);
        auto text = forms::citedText(guide, citation);
        if (citation.kind == CitationKind::Condition)
            text = say(i18n::phrase("condition not met: {text}", {{"text", text}}));
        else if (forms::isDemand(citation))
            text = say(i18n::phrase("requirement not met: {text}", {{"text", text}}));
        if (!text.empty())
            texts.push_back(std::move(text));
    }
    return texts;
}

DecisiveStep stepOf(const forms::Guide& guide, Outcome outcome, const forms::CourseEntry& entry)
{
    return {outcome,
            base::hallDate(entry.at),
            outcome == Outcome::Approval ? citedTexts(guide, entry.cites) : deniedTexts(guide, entry.cites),
            entry.reason};
}

const forms::Route* citedRoute(const forms::Guide& guide, const std::vector<std::string>& cites)
{
    for (const auto& cite : cites) {
        const auto citation = forms::citationOf(guide, cite);
        if (citation.kind != CitationKind::Route)
            continue;
        for (const auto& route : guide.routes)
            if (route.id == citation.route)
                return &route;
    }
    return nullptr;
}

/// Where land is registered, lacking materials are a ground of 不予受理 by themselves (不动产登记暂行条例 art. 17(1)(3)).
Outcome notAcceptedAs(const forms::Guide& guide, const forms::CourseEntry& entry, const forms::Route* route)
{
    if (route)
        return forms::outcomeOf(route->outcome);
    const bool onlyMaterials =
        std::all_of(entry.cites.begin(), entry.cites.end(), [&guide](const std::string& cite) {
            return forms::isDemand(forms::citationOf(guide, cite));
        });
    return onlyMaterials && forms::regimeOf(guide) == forms::Regime::RealEstate ? Outcome::OneTimeNotice
                                                                                : Outcome::NotAccepted;
}

Refusal refusalOf(const forms::Guide& guide, const forms::CourseEntry& entry)
{
    const auto* route = citedRoute(guide, entry.cites);
    Refusal refusal{notAcceptedAs(guide, entry, route), deniedTexts(guide, entry.cites)};
    if (route) {
        refusal.basis = route->basis;
        refusal.authority = route->authority;
    }
    refusal.reason = entry.reason;
    refusal.on = base::hallDate(entry.at);
    return refusal;
}

/// What the office asked to be put right, by its citations.
void addRequest(NoticeFacts& facts, const forms::Guide& guide, const forms::CourseEntry& entry)
{
    for (const auto& cite : entry.cites) {
        const auto citation = forms::citationOf(guide, cite);
        const auto* material = guide.findMaterial(citation.material);
        if (!material)
            continue;
        const auto* point = material->findPoint(citation.point);
        CorrectionItem item;
        item.material = material->name;
        item.wrong = say(i18n::phrase("does not meet what is required"));
        item.standard = point ? point->text : material->standard;
        item.basis = material->basis;
        facts.corrections.push_back(std::move(item));
    }
    facts.handling.request = entry.reason;
}

/// Reads the course into what papers say of it.
class CourseReader
{
  public:
    CourseReader(const forms::Guide& guide, std::span<const forms::CourseEntry> course, const Desk& desk)
        : m_guide(guide)
        , m_course(course)
        , m_desk(desk)
        , m_site(forms::hoursOf(desk.office, course))
    {}

    [[nodiscard]] Handling read() const
    {
        Handling handling;
        addAcceptance(handling);
        addDecision(handling);
        addEnd(handling);
        return handling;
    }

  private:
    /// The dates are those that were told then: what was put off or extended since has papers of its own.
    void addAcceptance(Handling& handling) const
    {
        handling.accepted = forms::acceptanceOf(m_course);
        const auto* deemed = forms::findLast(m_course, Act::DeemedAccepted);
        handling.deemed = deemed && handling.accepted == deemed->at;
        if (!handling.accepted)
            return;
        const auto deadlines = forms::deadlinesOf(
            m_guide.limits, {forms::receiptOf(m_course), handling.accepted, {}, {}}, m_desk.calendar, m_site);
        handling.promised = deadlines.promised;
        handling.legal = deadlines.legal;
    }

    void addDecision(Handling& handling) const
    {
        if (const auto* approved = forms::findLast(m_course, Act::Approved)) {
            handling.decision = stepOf(m_guide, Outcome::Approval, *approved);
            if (const auto& limit = forms::law(forms::regimeOf(m_guide)).deliveryLimit)
                handling.delivery = forms::deadlineFrom(approved->at, *limit, m_desk.calendar, m_site);
        } else if (const auto* refused = forms::findLast(m_course, Act::Refused)) {
            handling.decision = stepOf(m_guide, Outcome::Refusal, *refused);
        }
    }

    void addEnd(Handling& handling) const
    {
        const auto outcome = forms::terminationOf(m_course);
        if (!outcome)
            return;
        for (const auto act : {Act::Withdrawn, Act::Lapsed, Act::Terminated})
            if (const auto* entry = forms::findLast(m_course, act))
                handling.end = stepOf(m_guide, *outcome, *entry);
        if (forms::findLast(m_course, Act::CorrectionRequested)) {
            handling.asked = base::hallDate(forms::askedAt(m_course));
            if (const auto due = forms::correctBy(m_guide, m_course, m_desk.calendar, m_desk.office))
                handling.answerDue = due->date;
        }
        for (const auto& deferral : forms::openDeferrals(m_course))
            if (const auto* material = m_guide.findMaterial(deferral.material); material && deferral.missed)
                handling.missed.push_back({material->name, {}, {deferral.until, {}}});
    }

    const forms::Guide& m_guide;
    std::span<const forms::CourseEntry> m_course;
    const Desk& m_desk;
    const forms::Site* m_site;
};

}  // namespace

NoticeFacts factsOfCourse(const forms::Guide& guide,
                          const forms::Case& sealed,
                          std::span<const forms::CourseEntry> course,
                          const Desk& desk)
{
    const auto completeness = forms::check(guide, sealed, {base::hallDate(sealed.received), false});
    auto facts = plainFacts(guide, sealed, desk);
    facts.situation = situationText(guide, completeness.visibleQuestions, sealed.answers);
    facts.handOut = handOutOf(guide, sealed.answers, desk.calendar, sealed.received);
    facts.handling = CourseReader(guide, course, desk).read();
    addMaterials(facts, guide, sealed, completeness);
    if (const auto* refused = forms::findLast(course, Act::NotAccepted))
        facts.refusal = refusalOf(guide, *refused);
    if (const auto* asked = forms::findLast(course, Act::CorrectionRequested))
        addRequest(facts, guide, *asked);
    return facts;
}

}  // namespace papers
