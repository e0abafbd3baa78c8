#include "../wording.h"
#include "kinds.h"

namespace papers {
namespace {

using i18n::phrase;

std::string titleFor(forms::RouteOutcome outcome)
{
    switch (outcome) {
    case forms::RouteOutcome::NotNeeded: return say(phrase("Notice that no application is needed"));
    case forms::RouteOutcome::NotCompetent:
    case forms::RouteOutcome::Refused: return say(phrase("Notice of non-acceptance"));
    }
    return {};
}

/// Article 32 speaks of licences; for other matters it is followed, not applied.
std::string groundFor(const NoticeFacts& facts)
{
    const auto& regime = facts.correction.regime;
    const bool licence = regime != "yhyshj36";
    switch (facts.refusal->outcome) {
    case forms::RouteOutcome::NotNeeded:
        return licence
                   ? say(phrase("Article 32, paragraph 1, item 1 of the Administrative Licensing Law"))
                   : say(phrase(
                       "Article 32, paragraph 1, item 1 of the Administrative Licensing Law (by analogy)"));
    case forms::RouteOutcome::NotCompetent:
        if (regime == "bdc17") {
            return correctionGround(facts);
        }
        return licence
                   ? say(phrase("Article 32, paragraph 1, item 2 of the Administrative Licensing Law"))
                   : say(phrase(
                       "Article 32, paragraph 1, item 2 of the Administrative Licensing Law (by analogy)"));
    case forms::RouteOutcome::Refused:
        return say(phrase("the conditions in guide version {version}", {{"version", facts.guideVersion}}));
    }
    return {};
}

std::string decisionFor(forms::RouteOutcome outcome)
{
    switch (outcome) {
    case forms::RouteOutcome::NotNeeded:
        return say(phrase("The law asks for no application here, so none is taken."));
    case forms::RouteOutcome::NotCompetent:
        return say(phrase(
            "The matter does not lie within the powers of this body, so the application is not accepted."));
    case forms::RouteOutcome::Refused:
        return say(
            phrase("The application does not meet the conditions for acceptance, so it is not accepted."));
    }
    return {};
}

FieldGrid reasons(const NoticeFacts& facts)
{
    FieldGrid grid;
    grid.fields.push_back({say(phrase("Ground")), groundFor(facts), true});
    grid.fields.push_back({say(phrase("Clause that applies")), facts.refusal->clause, true});
    if (!facts.legalBasis.empty()) {
        grid.fields.push_back({say(phrase("Basis of the matter")), listText(facts.legalBasis), true});
    }
    if (facts.refusal->outcome == forms::RouteOutcome::NotCompetent) {
        const auto& authority = facts.refusal->competentAuthority;
        grid.fields.push_back(
            {say(phrase("Competent authority")),
             authority.empty() ? say(phrase("the body named in the clause above")) : authority,
             true});
    }
    return grid;
}

}  // namespace

base::Result<NoticeDocument> notAcceptedNotice(const NoticeFacts& facts)
{
    if (!facts.refusal) {
        return base::fail(base::ErrorCode::BadArgument,
                          "A notice of non-acceptance needs the clause that applies, and there is none.");
    }
    auto document = blankNotice(facts, titleFor(facts.refusal->outcome), 2);
    NoticePart part;
    part.blocks.emplace_back(addressee(facts));
    part.blocks.emplace_back(Paragraph{
        say(phrase("On {date} you applied for “{matter}”.",
                   {{"date", dateText(base::hallDate(facts.receivedAt))}, {"matter", facts.matter}}))
        + decisionFor(facts.refusal->outcome)});
    part.blocks.emplace_back(reasons(facts));
    part.blocks.emplace_back(Paragraph{say(phrase(
        "If you do not agree with this decision, you may apply for administrative reconsideration within 60 days "
        "of receiving this notice, or bring an administrative action before a people's court within six months."))});
    part.blocks.emplace_back(
        Paragraph{say(phrase("All materials handed in are returned with this notice."))});
    part.blocks.emplace_back(sealedBy(facts, signedOnReceipt()));
    document.parts = {part};
    return document;
}

}  // namespace papers
