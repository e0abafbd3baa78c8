#include "../people_text.h"
#include "kinds.h"
#include "letter.h"

#include <forms/regime.h>

namespace papers {
namespace {

using forms::Outcome;
using forms::Regime;
using i18n::phrase;

std::string notNeededText(Regime regime)
{
    if (regime == Regime::Licence)
        return say(phrase("On checking, the law requires no licence for this matter."));
    if (regime == Regime::MarketEntity)
        return say(phrase("On checking, this matter is none that is registered for market entities."));
    return say(phrase("On checking, nothing has to be applied for in this situation."));
}

std::string notCompetentText(const NoticeFacts& facts, Regime regime)
{
    if (regime == Regime::RealEstate)
        return say(phrase("On checking, the real estate does not lie in the area of this registrar."));
    if (regime == Regime::MarketEntity)
        return say(phrase("On checking, another authority registers this application."));
    if (facts.issuer.kind == forms::DepartmentKind::Undertaking)
        return say(
            phrase("On checking, this matter is no business of {issuer}.", {{"issuer", issuerText(facts)}}));
    return say(phrase("On checking, this matter does not lie within the powers of {issuer}.",
                      {{"issuer", issuerText(facts)}}));
}

/// Materials that are lacking are what art. 17(1)(3) speaks of; elsewhere something of the guide is not met.
std::string whyText(const NoticeFacts& facts, Outcome outcome)
{
    const auto regime = forms::regimeOf(facts.correction.regime);
    if (outcome == Outcome::NotNeeded)
        return notNeededText(regime);
    if (outcome == Outcome::NotCompetent)
        return notCompetentText(facts, regime);
    if (outcome == Outcome::OneTimeNotice)
        return say(phrase("On checking, the materials are incomplete or not in the form the law asks for."));
    return regime == Regime::MarketEntity
               ? say(phrase(
                   "On checking, the application does not meet the conditions of registration, as listed "
                   "below."))
               : say(phrase(
                   "On checking, the application does not meet the conditions of acceptance, as listed "
                   "below."));
}

/// The law a route names is the ground itself where the regime gives none.
bool citesTheRoute(const Refusal& refusal, const forms::OutcomeLaw& row)
{
    return row.ground.empty() && !refusal.basis.empty();
}

Grounds groundsOf(const Refusal& refusal, const forms::OutcomeLaw& row)
{
    const bool byRoute = citesTheRoute(refusal, row);
    return {refusal.clauses,
            byRoute ? std::string() : refusal.basis,
            refusal.reason,
            byRoute || !row.ground.empty()};
}

std::string decisionText(const NoticeFacts& facts, Outcome outcome, const forms::OutcomeLaw& row)
{
    const auto ground = citesTheRoute(*facts.refusal, row) ? facts.refusal->basis : groundOf(facts, outcome);
    auto text = underText(ground)
                + say(phrase("{issuer} decides: {decision}.",
                             {{"issuer", issuerText(facts)}, {"decision", std::string(row.decision)}}));
    if (outcome == Outcome::NotCompetent)
        text += facts.issuer.kind == forms::DepartmentKind::Undertaking
                    ? say(phrase("Please apply to the body that is."))
                    : say(phrase("Please apply to the competent body."));
    return text;
}

std::string authorityText(const forms::CompetentAuthority& authority)
{
    auto text = authority.name;
    for (const auto& more : {authority.address, authority.telephone})
        text += (more.empty() ? "" : "\n") + more;
    return text;
}

void addAuthority(NoticePart& part, const Refusal& refusal)
{
    if (refusal.outcome != Outcome::NotCompetent)
        return;
    FieldGrid grid;
    grid.fields.push_back({say(phrase("Competent authority")),
                           refusal.authority && !refusal.authority->name.empty()
                               ? authorityText(*refusal.authority)
                               : say(phrase("the body named in the clause above")),
                           true});
    part.blocks.emplace_back(std::move(grid));
}

}  // namespace

base::Result<NoticeDocument> notAcceptedNotice(const NoticeFacts& facts)
{
    if (!facts.refusal || facts.refusal->clauses.empty())
        return base::fail(base::ErrorCode::BadArgument,
                          "A notice of non-acceptance needs the clause that applies, and there is none.");
    const auto outcome = facts.refusal->outcome;
    const auto& row = lawOf(facts, outcome);
    if (!row.hasPaper())
        return base::fail(
            base::ErrorCode::NotAllowed,
            "Under the Administrative Licensing Law an unmet condition is no ground for not accepting. "
            "The applicant may leave; whoever insists is accepted and gets a decision.");
    auto document = blankNotice(facts, forms::PaperKind::NotAcceptedNotice, std::string(row.title));
    auto part = letterTo(facts);
    part.blocks.emplace_back(
        Paragraph{appliedText(facts) + whyText(facts, outcome) + decisionText(facts, outcome, row)});
    addGrounds(part, facts, groundsOf(*facts.refusal, row));
    addAuthority(part, *facts.refusal);
    addRemedies(part, facts, row);
    part.blocks.emplace_back(Paragraph{say(
        phrase("All materials handed in are returned with {paper}.", {{"paper", paperWord(row.title)}}))});
    close(part, facts, facts.refusal->on.value_or(facts.madeOn));
    document.parts = {std::move(part)};
    return document;
}

}  // namespace papers
